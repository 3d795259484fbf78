package suluh.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Attachment;
import suluh.core.observation.FileFate;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonTree;

/**
 * Reads third-party samples and compares senders, texts and times.
 *
 * <p>The targets of chat-miner are what that program keeps, which is less than what stands in the files: it drops lines
 * of the platform and messages without a text, joins lines with a space and puts a space between the parts of a Telegram
 * text. So only messages by an account with a text are compared, with all white space removed. One line of its WhatsApp
 * samples, {@code John Doe:.}, has no space behind the colon; both read it as nobody's.
 */
@Tag("conformance")
class ConformanceTest {
    private static final Path EXPORTS = Path.of(System.getProperty("suluh.shared.data", ""), "exports");

    @BeforeEach
    void needsTheSamples() {
        assumeTrue(Files.isDirectory(EXPORTS), "did not run: no folder of third-party samples at " + EXPORTS);
    }

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({
        "telegram, test_single_export.json",
        "telegram, test_batch_export.json",
        "whatsapp, test_mmddyy_24hrs.txt",
        "whatsapp, test_ddmmyy_24hrs.txt",
        "whatsapp, test_[mmddyy]_24hrs.txt",
        "whatsapp, test_yyyymmdd_24hrs.txt",
        "whatsapp, test_mmddyyyy_12hrs.txt",
        "instagram, test_export.json",
        "signal, test_export.txt",
    })
    void readsWhatChatMinerKeeps(String platform, String name) throws IOException {
        Path folder = EXPORTS.resolve("chat-miner").resolve(platform);

        Read read = Read.of(BytesFile.under(EXPORTS, folder.resolve(name)));

        assertThat(read.reading().fate()).isEqualTo(FileFate.READ);
        assertThat(lines(read)).containsExactlyInAnyOrderElementsOf(targets(folder.resolve("target.json")));
    }

    @Test
    void readsEveryLineOfThePlatformThatChatMinerDrops() {
        Path file = EXPORTS.resolve("chat-miner/whatsapp/test_ddmmyy_24hrs.txt");

        Read read = Read.of(BytesFile.under(EXPORTS, file));

        assertThat(read.messages())
                .filteredOn(message -> message.messageKind() == MessageKind.SYSTEM)
                .extracting(Observation.Message::text)
                .containsExactly("John Doe:.", "+12 345 578 created group \"Groupname\"", "You were added");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "json_simple    | 1500000000000 Zoe Archive: Old message in archive"
                        + "; 1600000120000 Test User: See you soon; 1600000060000 Alice Example: café time?"
                        + "; 1600000000000 Test User: Hello",
                "json_group     | 1600000000000 Test User: Hey crew; 1600000060000 Alice Example: Hi!"
                        + "; 1600000120000 Bob Example: Hello.",
                "json_multifile | 1700000060000 Test User: Message B (from file 1, newer)"
                        + "; 1700000000000 Dave Multi: Message A (from file 1, oldest)"
                        + "; 1700000180000 Test User: Message D (from file 10, newest)"
                        + "; 1700000120000 Dave Multi: Message C (from file 2)",
                "json_nontext   | 1600000600000 Test User: ; 1600000500000 Sam NonText: "
                        + "; 1600000400000 Test User: ; 1600000300000 Sam NonText: ; 1600000200000 Test User: "
                        + "; 1600000100000 Sam NonText: Sam left the chat",
                "json_with_media | 1600000000000 Bob Mediafile: Here's a photo",
                "json_with_media_alt | 1700000000000 Carol Altlayout: Photo from alt layout",
                "mixed          | Sep 13, 2020, 12:26 PM Test User: Mixed hello; Sep 13, 2020, 12:27 PM Eve Mixer: Mixed reply"
                        + "; 1600000060000 Eve Mixer: Mixed reply; 1600000000000 Test User: Mixed hello",
                "html_simple    | Sep 13, 2020, 12:26 PM Test User: Hello; Sep 13, 2020, 12:27 PM Alice Example: café time?"
                        + "; Sep 13, 2020, 12:28 PM Test User: See you soon",
                "html_multi_media | Sep 13, 2020, 12:00 PM Test User: Hello Carol"
                        + "; Sep 13, 2020, 12:05 PM Carol Photoshare: Check out this photo"
                        + "; Sep 13, 2020, 12:10 PM Test User: Nice picture",
                "html_with_media | Sep 13, 2020, 12:26 PM Bob Mediafile: Here's a photo",
                "html_timestamps | Oct 19, 2019, 2:37 PM Test User: ping; Oct 19, 2019 at 2:37 PM Test User: ping"
                        + "; 19 Oct 2019, 14:37 Test User: ping",
                "e2ee_simple    | 1600000000000 Test User: Hello; 1600000060000 Alice Example: café time?"
                        + "; 1600000120000 Test User: See you soon; 1600000180000 Test User: oops"
                        + "; 1600000000000 Alice Example: Plans?; 1600000060000 Bob Builder: ",
                "corrupt        | 1600000000000 Good Sibling: Still valid",
            })
    void readsEveryMetaMessage(String folder, String expected) {
        List<String> found = new ArrayList<>();
        for (BytesFile file : files("meta/" + folder)) {
            for (Observation.Message message : Read.of(file).messages()) {
                AccountRef sender = Objects.requireNonNull(message.sender());
                found.add(message.sentAt().text() + " " + sender.name() + ": " + message.text());
            }
        }

        assertThat(found).extracting(String::strip).containsExactly(parts(expected));
    }

    @Test
    void readsThePicturesAndTheLocalTimesOfPages() {
        Path file = EXPORTS.resolve(
                "meta/html_multi_media/your_activity_across_facebook/messages/inbox/carol_IMG456/message_1.html");

        Read read = Read.of(BytesFile.under(EXPORTS, file));

        assertThat(read.messages().get(1).attachments())
                .extracting(Attachment::uri)
                .containsExactly("photos/photo1.png");
        assertThat(read.messages().get(1).sentAt().local()).isEqualTo("2020-09-13T12:05");
        assertThat(read.messages().get(1).sentAt().instant()).isNull();
    }

    @Test
    void keepsTheRawTextAndTheReactionsOfRepairedMessages() {
        Path file = EXPORTS.resolve(
                "meta/json_simple/your_activity_across_facebook/messages/inbox/alice_ABC123/message_1.json");

        Read read = Read.of(BytesFile.under(EXPORTS, file));

        assertThat(read.messages()).extracting(Observation.Message::rawText).contains("caf\u00c3\u00a9 time?");
        assertThat(read.all(Observation.Reaction.class))
                .extracting(Observation.Reaction::symbol)
                .containsExactly("\u2764", "\ud83d\udc4d");
    }

    @Test
    void joinsThePartsOfAThreadAndKeepsExportsApart() {
        Map<String, Integer> conversations = new TreeMap<>();
        for (BytesFile file : files("meta")) {
            for (Observation.Message message : Read.of(file).messages()) {
                conversations.merge(message.conversation().id(), 1, Integer::sum);
            }
        }

        assertThat(conversations).containsEntry("meta/json_multifile|inbox/dave_MULTI", 4);
        assertThat(conversations).containsEntry("meta/json_simple|inbox/alice_ABC123", 3);
        assertThat(conversations).hasSize(17);
    }

    private static String[] parts(String expected) {
        return Stream.of(expected.split(";")).map(String::strip).toArray(String[]::new);
    }

    private static List<BytesFile> files(String folder) {
        try (Stream<Path> files = Files.walk(EXPORTS.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> BytesFile.under(EXPORTS, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Read read) {
        List<String> lines = new ArrayList<>();
        for (Observation.Message message : read.messages()) {
            if (message.sender() != null
                    && !message.text().isBlank()
                    && message.sentAt().local() != null) {
                String time =
                        message.sentAt().local() + (message.sentAt().local().getSecond() == 0 ? ":00" : "");
                lines.add(time + " " + message.sender().name() + " " + bare(message.text()));
            }
        }
        return lines;
    }

    private static List<String> targets(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (JsonCursor json = JsonCursor.of(Files.newInputStream(file))) {
            json.next();
            for (JsonTree target : JsonTree.read(json, () -> {}).elements()) {
                lines.add(target.at("timestamp").text() + " "
                        + target.at("author").text() + " "
                        + bare(String.valueOf(target.at("message").text())));
            }
        }
        return lines;
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
