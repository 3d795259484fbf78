package suluh.exports.telegramhtml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import suluh.core.observation.FileFate;
import suluh.core.observation.Observation;
import suluh.exports.BytesFile;
import suluh.exports.Read;

class TelegramHtmlReaderTest {
    private static final String HEAD = "<html><body><div class=\"page_wrap\"><div class=\"page_header\">"
            + "<div class=\"text bold\">Talk</div></div><div class=\"history\">";
    private static final String TAIL = "</div></div></body></html>";

    @Test
    void attributesAJoinedMessageToTheSenderBeforeAndNotAcrossALineOfThePlatform() {
        Read read = read(message("1", "", "<div class=\"from_name\">Bella</div>", "a")
                + message("2", " joined", "", "b")
                + "<div class=\"message service\" id=\"message3\"><div class=\"body details\">pinned</div></div>"
                + message("4", " joined", "", "c"));

        assertThat(read.messages())
                .extracting(message ->
                        message.sender() == null ? null : message.sender().name())
                .containsExactly("Bella", "Bella", null, null);
        assertThat(read.alarms()).containsExactly("RECORD_INCOMPLETE");
    }

    @Test
    void mergesNoTwoDeletedAccounts() {
        Read read = read(message("1", "", "<div class=\"from_name\">Deleted Account</div>", "a")
                + message("2", "", "<div class=\"from_name\">Deleted Account</div>", "b"));

        assertThat(read.messages()).extracting(Observation.Message::sender).containsOnlyNulls();
    }

    @Test
    void takesMarkupThatSomebodyTypedForText() {
        String typed = "&lt;div class=&quot;message default&quot;&gt; &amp;lt; &#128075; &nonsense;";

        Read read = read(message("1", "", "<div class=\"from_name\">Bella</div>", typed));

        assertThat(read.messages())
                .extracting(Observation.Message::text)
                .containsExactly("<div class=\"message default\"> &lt; \uD83D\uDC4B &nonsense;");
    }

    @Test
    void passesOverScriptsCommentsAndStyles() {
        Read read = read("<!-- <div class=\"message default\"> --><script>var a = '<div class=\"message\">';</script>"
                + "<style>.message{}</style>" + message("1", "", "<div class=\"from_name\">Bella</div>", "a"));

        assertThat(read.messages()).hasSize(1);
        assertThat(read.alarms()).isEmpty();
    }

    @Test
    void givesUpOnAMessageNestedTooDeep() {
        String deep = "<div>".repeat(400) + "</div>".repeat(400);

        Read read = read(message("1", "", "<div class=\"from_name\">Bella</div>", deep)
                + message("2", "", "<div class=\"from_name\">Bella</div>", "after"));

        assertThat(read.alarms()).contains("MARKUP_LIMIT");
        assertThat(read.reading().fate().leavesUnread()).isTrue();
    }

    @Test
    void movesNobodyWhereTheWordsStandTwice() {
        Read read = read("<div class=\"message service\" id=\"message3\"><div class=\"body details\">"
                + "Who invited you invited Farah</div></div>");

        assertThat(read.all(Observation.Invitation.class)).isEmpty();
        assertThat(read.messages()).hasSize(1);
    }

    @Test
    void readsPagesOfOneFolderAsOneConversation() {
        BytesFile first = BytesFile.of("c/messages.html", HEAD + message("1", "", "", "a") + TAIL);
        BytesFile second = BytesFile.of("c/messages2.html", HEAD + message("2", "", "", "b") + TAIL);

        assertThat(List.of(first, second))
                .flatExtracting(file -> Read.of(file).messages())
                .extracting(message -> message.conversation().key())
                .containsExactly("telegram:html/c", "telegram:html/c");
    }

    @Test
    void saysThatAPageHasNothingOfAPage() {
        Read read = Read.of(BytesFile.of("messages.html", "<html><body class=\"page_wrap\"></body></html>"));

        assertThat(read.reading().fate()).isEqualTo(FileFate.NOT_UNDERSTOOD);
    }

    private static String message(String id, String classes, String from, String text) {
        return "<div class=\"message default clearfix" + classes + "\" id=\"message" + id + "\"><div class=\"body\">"
                + "<div class=\"pull_right date details\" title=\"18.12.2021 22:47:17 UTC+08:00\">22:47</div>" + from
                + "<div class=\"text\">" + text + "</div></div></div>";
    }

    private static Read read(String messages) {
        return Read.of(BytesFile.of("chat/messages.html", HEAD + messages + TAIL));
    }
}
