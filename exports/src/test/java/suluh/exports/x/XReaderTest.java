package suluh.exports.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.observation.FileFate;
import suluh.core.observation.Observation;
import suluh.exports.BytesFile;
import suluh.exports.Read;

class XReaderTest {
    private static final String LIKE = "{\"like\":{\"tweetId\":\"9007199254740993\",\"fullText\":\"kites\"}}";

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "window.YTD.like.part0 = [ " + LIKE + " ]",
                "window.YTD.like.part0=[" + LIKE + "];",
                "window.YTD.like.part0 =\n[" + LIKE + "]\n;\n",
                "\uFEFFwindow.YTD.like.part12 = [\n" + LIKE + "\n]",
            })
    void findsTheArrayWhereverItStands(String text) {
        Read read = Read.of(BytesFile.of("data/like.js", text));

        assertThat(read.reading().fate()).isEqualTo(FileFate.READ);
        assertThat(read.messages()).extracting(Observation.Message::id).containsExactly("9007199254740993");
    }

    @Test
    void pointsToTheBytesOfTheFileAndNotOfItsJson() {
        String text = "window.YTD.like.part0 = [" + LIKE + "]";

        Observation first =
                Read.of(BytesFile.of("data/like.js", text)).observations().getFirst();

        assertThat(first.source().offset()).isEqualTo(text.indexOf(LIKE));
        assertThat(first.source().length()).isEqualTo(LIKE.length());
    }

    @Test
    void saysThatNobodyNamesTheHolder() {
        Read read = Read.of(BytesFile.of("data/like.js", "window.YTD.like.part0 = [" + LIKE + "]"));

        assertThat(read.alarms()).containsExactly("OWNER_UNKNOWN");
        assertThat(read.all(Observation.Reaction.class).getFirst().account().id())
                .isNull();
    }

    @Test
    void takesTheHolderFromTheFileBesideWhateverStandsBetween() {
        BytesFile like = BytesFile.of("a/data/like.js", "window.YTD.like.part0 = [" + LIKE + "]");
        BytesFile account = BytesFile.of(
                "a/data/account.js",
                "window.YTD.account.part0 = [{\"account\":{\"accountId\":\"12\",\"username\":\"kay\"}}]");

        Read read = Read.of(like.among(List.of(like, account)));

        assertThat(read.alarms()).isEmpty();
        assertThat(read.all(Observation.Reaction.class).getFirst().account().id())
                .isEqualTo("12");
    }

    @Test
    void tellsWhatFollowsTheValue() {
        Read read = Read.of(BytesFile.of("data/like.js", "window.YTD.like.part0 = [" + LIKE + "]; alert(1)"));

        assertThat(read.alarms()).contains("JSON_INVALID");
        assertThat(read.messages()).hasSize(1);
        assertThat(read.reading().fate()).isEqualTo(FileFate.PARTLY_READ);
    }

    @Test
    void keepsMessagesOfAConversationWithoutAnId() {
        Read read = Read.of(BytesFile.of(
                "data/direct-messages.js",
                "window.YTD.direct_messages.part0 = [{\"dmConversation\":{\"messages\":[{\"messageCreate\":{\"id\":\"1\","
                        + "\"senderId\":\"2\",\"text\":\"kept\",\"createdAt\":\"2024-01-01T00:00:00.000Z\"}}]}}]"));

        assertThat(read.messages()).extracting(Observation.Message::text).containsExactly("kept");
        assertThat(read.alarms()).contains("RECORD_INCOMPLETE");
    }
}
