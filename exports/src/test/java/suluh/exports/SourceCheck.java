package suluh.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Attachment;
import suluh.core.observation.Observation;
import suluh.core.observation.SourcePointer;
import suluh.exports.archive.ExportArchive;
import suluh.exports.json.JsonCursor;
import suluh.exports.meta.RepairedText;
import tools.jackson.core.JsonToken;

/** Holds an observation against the bytes that it points to. */
final class SourceCheck {
    /** Ids of the holders of our samples of X archives and Discord packages. */
    private static final Set<String> HOLDERS = Set.of("1180000000000000001", "180000000000000001");

    private SourceCheck() {}

    /** Parses the bytes again, by other parsers where there are some, and looks for every word of the observation. */
    static void check(BytesFile file, Observation observation) throws IOException {
        SourcePointer source = observation.source();
        byte[] whole;
        try (InputStream in = ExportArchive.open(file, source.path()).orElseThrow()) {
            whole = in.readAllBytes();
        }
        assertThat(source.offset() + source.length()).isLessThanOrEqualTo(whole.length);
        byte[] bytes = Arrays.copyOfRange(whole, (int) source.offset(), (int) (source.offset() + source.length()));
        boolean json = whole[0] == '{' || (whole[0] == '[' && !Character.isDigit(whole[1]));
        String written = new String(bytes, StandardCharsets.UTF_8);
        String text = (bytes[0] == '{' || bytes[0] == '"' ? String.join("\n", scalars(bytes)) : plain(bytes))
                + (whole[0] == '<' || written.startsWith("WARC/") ? marked(bytes) : "")
                + written.replace("\"\"", "\"");
        if (json && !(observation instanceof Observation.Group)) {
            assertThat(bytes[0]).isIn((byte) '{', (byte) '"');
            assertThat(bytes[bytes.length - 1]).isIn((byte) '}', (byte) '"');
        }
        // A page of Telegram names the writer of a run of messages once and marks the others as joined.
        boolean joined = text.contains("clearfix joined");
        for (String word : words(observation, joined)) {
            assertThat(holds(text, word))
                    .as("%s at %s holds %s: %s", observation.kind(), source, word, text)
                    .isTrue();
        }
    }

    /** A word may be made of the end of one value, whole values, and the beginning of another: a text in parts. */
    private static boolean holds(String text, String word) {
        if (text.contains(word)) {
            return true;
        }
        for (int i = word.length() - 1; i > 0; i--) {
            if (text.contains(word.substring(0, i) + "\n") && holds(text, word.substring(i))) {
                return true;
            }
        }
        return false;
    }

    /** Words that the record itself must hold; scopes, kinds and titles stated elsewhere are left out. */
    private static List<String> words(Observation observation, boolean joined) {
        List<String> words = new ArrayList<>();
        switch (observation) {
            case Observation.Account account -> name(words, account.account());
            case Observation.Group group -> {
                boolean namedByFile = group.platform() == suluh.core.observation.Platform.WHATSAPP
                        || group.platform() == suluh.core.observation.Platform.SIGNAL;
                String title = group.conversation().name();
                if (!namedByFile && title != null) {
                    words.addAll(List.of(title.split(" / ")));
                }
            }
            case Observation.Membership membership -> name(words, membership.account());
            case Observation.Invitation invitation -> {
                name(words, invitation.inviter());
                name(words, invitation.invited());
            }
            case Observation.Message message -> {
                name(words, joined ? null : message.sender());
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
            case Observation.Media media -> assertThat(media.sizeBytes()).isNotZero();
            case Observation.Login login -> {
                add(words, login.address());
                add(words, login.at().text());
            }
            case Observation.ContactPoint point -> add(words, point.value());
            case Observation.Attribute attribute -> {
                for (String part : attribute.value().split("[\\s\\u200E]+|: |(?=\\?)")) {
                    add(words, part);
                }
                add(words, attribute.at().text());
            }
            case Observation.Relation relation -> {
                name(words, relation.from());
                name(words, relation.to());
                add(words, relation.since().text());
            }
            case Observation.Report report -> {
                add(words, report.id());
                add(words, report.type());
                add(words, report.at().text());
            }
            case Observation.Hash hash -> {
                add(words, hash.algorithm());
                add(words, hash.value());
            }
            case Observation.Page page -> add(words, page.title());
            case Observation.Link link -> add(words, link.address());
            case Observation.CaptureSignature signature ->
                add(words, signature.signedAt().text());
        }
        return words;
    }

    /** The holder of an export has no words of their own in most records. */
    private static void name(List<String> words, @Nullable AccountRef account) {
        if (account != null && account.name() != null && !isHolder(account)) {
            for (String part : account.name().split(" ")) {
                add(words, part);
            }
        }
    }

    /** Whose export it is, another file says. */
    private static boolean isHolder(AccountRef account) {
        return account.scope().startsWith("facebook-lim") || HOLDERS.contains(String.valueOf(account.id()));
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

    /** Texts and attributes of HTML or XML, as another parser than the readers' sees them. */
    private static String marked(byte[] bytes) {
        String source = new String(bytes, StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder();
        for (Element element : Jsoup.parse(source, "", Parser.xmlParser()).getAllElements()) {
            out.append(element.tagName()).append('\n');
            out.append(element.wholeOwnText()).append('\n');
            element.attributes()
                    .forEach(attribute -> out.append(attribute.getValue()).append('\n'));
        }
        return out.toString();
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
