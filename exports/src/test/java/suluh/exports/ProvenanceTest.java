package suluh.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Attachment;
import suluh.core.observation.Observation;
import suluh.core.observation.SourcePointer;
import suluh.exports.archive.ExportArchive;
import suluh.exports.archive.Zips;
import suluh.exports.json.JsonCursor;
import suluh.exports.meta.RepairedText;
import tools.jackson.core.JsonToken;

/** The bytes that an observation points to say what the observation says: parsed again, they hold its words. */
class ProvenanceTest {
    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everySourceHoldsWhatItsObservationSays(GoldenCase golden) throws IOException {
        for (BytesFile file : golden.files()) {
            for (Observation observation : Read.of(file).observations()) {
                check(file, observation);
            }
        }
    }

    @ParameterizedTest(name = "{0}, zipped twice")
    @MethodSource("cases")
    void everySourceInsideNestedArchivesLeadsToTheSameBytes(GoldenCase golden) throws IOException {
        BytesFile inner = Zips.of("inner.zip", golden.files());
        BytesFile outer = Zips.of("outer.zip", List.of(inner));

        List<Observation> observations = Read.of(outer).observations();

        assertThat(observations).isNotEmpty();
        for (Observation observation : observations) {
            assertThat(observation.source().path()).startsWith("inner.zip!/");
            check(outer, observation);
        }
    }

    private static void check(BytesFile file, Observation observation) throws IOException {
        SourcePointer source = observation.source();
        byte[] whole;
        try (InputStream in = ExportArchive.open(file, source.path()).orElseThrow()) {
            whole = in.readAllBytes();
        }
        assertThat(source.offset() + source.length()).isLessThanOrEqualTo(whole.length);
        byte[] bytes = Arrays.copyOfRange(whole, (int) source.offset(), (int) (source.offset() + source.length()));
        boolean json = whole[0] == '{';
        String text = json ? String.join("\n", scalars(bytes)) : plain(bytes);
        if (json && !(observation instanceof Observation.Group)) {
            assertThat(bytes[0]).isIn((byte) '{', (byte) '"');
            assertThat(bytes[bytes.length - 1]).isIn((byte) '}', (byte) '"');
        }
        for (String word : words(observation)) {
            assertThat(text).as("%s at %s", observation.kind(), source).contains(word);
        }
    }

    /** Words that the record itself must hold; scopes, kinds and titles stated elsewhere are left out. */
    private static List<String> words(Observation observation) {
        List<String> words = new ArrayList<>();
        switch (observation) {
            case Observation.Account account -> name(words, account.account());
            case Observation.Group group -> {
                boolean namedByFile = group.platform() == suluh.core.observation.Platform.WHATSAPP;
                add(words, namedByFile ? null : group.conversation().name());
            }
            case Observation.Membership membership -> name(words, membership.account());
            case Observation.Invitation invitation -> {
                name(words, invitation.inviter());
                name(words, invitation.invited());
            }
            case Observation.Message message -> {
                name(words, message.sender());
                add(words, message.sentAt().text());
                add(words, message.id());
                add(words, message.replyTo());
                for (String part : message.text().split("[\\s\\u200E]+|: |(?=\\?)")) {
                    add(words, part);
                }
                for (Attachment attachment : message.attachments()) {
                    add(words, attachment.uri());
                    add(words, attachment.name());
                }
            }
            case Observation.Reaction reaction -> {
                name(words, reaction.account());
                add(words, reaction.symbol());
            }
            case Observation.Media media -> assertThat(media.sizeBytes()).isPositive();
            case Observation.Login login -> {
                add(words, login.address());
                add(words, login.at().text());
            }
            case Observation.ContactPoint point -> add(words, point.value());
        }
        return words;
    }

    /** The holder of an export has no words of their own in most records. */
    private static void name(List<String> words, @Nullable AccountRef account) {
        if (account != null && account.name() != null && !account.scope().startsWith("facebook-lim")) {
            for (String part : account.name().split(" ")) {
                add(words, part);
            }
        }
    }

    private static void add(List<String> words, @Nullable String word) {
        if (word != null) {
            words.add(word);
        }
    }

    private static String plain(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.getType(c) != Character.FORMAT) {
                out.append(c == '\u00A0' ? ' ' : c);
            }
        }
        return out + "\n" + text;
    }

    /** Strings and numbers of a JSON value, or of its beginning, as they are and repaired. */
    private static List<String> scalars(byte[] bytes) throws IOException {
        List<String> found = new ArrayList<>();
        try (JsonCursor json = JsonCursor.of(new ByteArrayInputStream(bytes))) {
            for (JsonToken token = json.next(); token != null; token = json.next()) {
                if (token.isScalarValue()) {
                    String text = json.textOrNull();
                    if (text != null) {
                        found.add(text);
                        found.add(RepairedText.of(text));
                    }
                }
            }
        } catch (tools.jackson.core.JacksonException e) {
            // The head of a chat ends before its messages: what stands there is whole.
            assertThat(found).isNotEmpty();
        }
        return found;
    }
}
