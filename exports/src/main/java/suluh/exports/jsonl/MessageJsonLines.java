package suluh.exports.jsonl;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.AccountRef;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.core.observation.ZoneKnowledge;
import suluh.exports.json.JsonCursor;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * Reads messages back from JSON Lines as {@link ObservationJsonLines} writes them; lines of other kinds are passed over.
 *
 * <p>Strict: a line that is no object, or a message without {@code platform}, {@code conversation.id} or {@code text},
 * ends in a {@link JsonLinesException} that names the line. Further keys are ignored. Constant memory. Attachments are
 * not read back: those who read messages this way look at their text.
 */
public final class MessageJsonLines {
    private final JsonCursor json;
    private final EvidenceId item;
    private @Nullable String kind;
    private @Nullable String platform;
    private @Nullable String conversationId;
    private @Nullable String conversationName;
    private @Nullable String conversationType;
    private @Nullable String id;
    private @Nullable String senderId;
    private @Nullable String senderName;
    private @Nullable String senderScope;
    private @Nullable String senderPlatform;
    private boolean hasSender;
    private @Nullable String sentAt;
    private @Nullable String sentAtText;
    private @Nullable String sentAtLocal;
    private @Nullable String zone;
    private boolean ambiguous;
    private @Nullable String messageKind;
    private @Nullable String text;
    private @Nullable String rawText;
    private @Nullable String replyTo;
    private @Nullable SourcePointer source;
    private @Nullable Boolean label;
    private @Nullable String language;
    private final Consumer<ConversationLabel> labelSink;
    private int line;
    private long count;

    private MessageJsonLines(JsonCursor json, EvidenceId item, Consumer<ConversationLabel> labelSink) {
        this.json = json;
        this.item = item;
        this.labelSink = labelSink;
    }

    /**
     * Hands every message to the consumer, in order.
     *
     * @param in JSON Lines in UTF-8; closed at the end
     * @param item stands in the source pointers of lines that carry none
     * @return number of messages
     */
    public static long read(InputStream in, EvidenceId item, Consumer<Observation.Message> messages)
            throws IOException {
        return read(in, item, messages, label -> {});
    }

    /**
     * The same for a labelled file: each {@code label} of a message, and each line of kind {@code label}, goes to
     * {@code labelSink} as {@code docs/formats/labelled.md} describes.
     */
    public static long read(
            InputStream in,
            EvidenceId item,
            Consumer<Observation.Message> messages,
            Consumer<ConversationLabel> labelSink)
            throws IOException {
        try (JsonCursor json = JsonCursor.of(in)) {
            MessageJsonLines reader = new MessageJsonLines(json, item, labelSink);
            reader.readLines(messages);
            return reader.count;
        }
    }

    private void readLines(Consumer<Observation.Message> messages) throws IOException {
        try {
            for (JsonToken token = json.next(); token != null; token = json.next()) {
                int before = line;
                line = json.line();
                check(token == JsonToken.START_OBJECT, "expected an object");
                check(line > before, "a second value stands in one line");
                long start = json.tokenStart();
                clear();
                readKeys();
                check(json.line() == line, "an object goes on over the end of its line");
                if (kind == null || kind.equals("message")) {
                    messages.accept(message(start, json.position() - start));
                    count++;
                }
                if (label != null) {
                    String conversation = required(conversationId, "conversation.id");
                    labelSink.accept(new ConversationLabel(conversation, label, language == null ? "" : language));
                } else {
                    check(kind == null || !kind.equals("label"), "label is missing");
                }
            }
        } catch (JacksonException e) {
            int at = e.getLocation() == null ? line + 1 : e.getLocation().getLineNr();
            throw new JsonLinesException(at, "it is not JSON");
        }
    }

    private void clear() {
        kind = platform = conversationId = conversationName = conversationType = null;
        id = senderId = senderName = senderScope = senderPlatform = sentAt = sentAtText = sentAtLocal = null;
        zone = messageKind = text = rawText = replyTo = null;
        hasSender = ambiguous = false;
        label = null;
        language = null;
        source = null;
    }

    private void readKeys() throws IOException {
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            switch (key) {
                case "kind" -> kind = string(key);
                case "platform" -> platform = string(key);
                case "conversation" -> readConversation();
                case "id" -> id = string(key);
                case "sender" -> readSender();
                case "sentAt" -> sentAt = string(key);
                case "sentAtText" -> sentAtText = string(key);
                case "sentAtLocal" -> sentAtLocal = string(key);
                case "zone" -> zone = string(key);
                case "dayMonthAmbiguous" -> ambiguous = json.isTrue();
                case "messageKind" -> messageKind = string(key);
                case "text" -> text = string(key);
                case "rawText" -> rawText = string(key);
                case "replyTo" -> replyTo = string(key);
                case "source" -> readSource();
                case "label" -> label = readLabel();
                case "language" -> language = string(key);
                default -> json.skip();
            }
        }
    }

    private Boolean readLabel() throws IOException {
        if (json.token() == JsonToken.VALUE_TRUE || json.token() == JsonToken.VALUE_FALSE) {
            return json.isTrue();
        }
        String word = json.textOrNull();
        boolean isPositive = "grooming".equals(word) || "1".equals(word);
        check(isPositive || "other".equals(word) || "0".equals(word), "label must be grooming or other, true or false");
        return isPositive;
    }

    private void readConversation() throws IOException {
        check(json.atObject(), "conversation must be an object");
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            switch (key) {
                case "id" -> conversationId = string(key);
                case "name" -> conversationName = string(key);
                case "type" -> conversationType = string(key);
                default -> json.skip();
            }
        }
    }

    private void readSender() throws IOException {
        if (json.atNull()) {
            return;
        }
        check(json.atObject(), "sender must be an object or null");
        hasSender = true;
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            switch (key) {
                case "id" -> senderId = string(key);
                case "name" -> senderName = string(key);
                case "scope" -> senderScope = string(key);
                case "platform" -> senderPlatform = string(key);
                default -> json.skip();
            }
        }
    }

    private void readSource() throws IOException {
        check(json.atObject(), "source must be an object");
        String itemText = null;
        String path = "";
        long offset = -1;
        long length = -1;
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            switch (key) {
                case "item" -> itemText = string(key);
                case "path" -> path = required(string(key), "source.path");
                case "offset" -> offset = number(key);
                case "length" -> length = number(key);
                default -> json.skip();
            }
        }
        check(itemText != null && offset >= 0 && length >= 0, "source needs item, path, offset and length");
        try {
            source = new SourcePointer(new EvidenceId(required(itemText, "source.item")), path, offset, length);
        } catch (IllegalArgumentException e) {
            throw new JsonLinesException(line, "source.item is no evidence id");
        }
    }

    private Observation.Message message(long start, long length) {
        Platform service = wire(() -> Platform.ofWire(required(platform, "platform")), "platform");
        String conversation = required(conversationId, "conversation.id");
        check(!conversation.isEmpty(), "conversation.id is empty");
        ConversationType type = conversationType == null
                ? ConversationType.UNKNOWN
                : wire(() -> ConversationType.valueOf(upper(conversationType)), "conversation.type");
        MessageKind what = messageKind == null
                ? MessageKind.CONTENT
                : wire(() -> MessageKind.valueOf(upper(messageKind)), "messageKind");
        return new Observation.Message(
                new ConversationRef(service, conversation, conversationName, type),
                id,
                sender(service, conversation),
                time(),
                what,
                required(text, "text"),
                rawText,
                List.of(),
                replyTo,
                count,
                source == null ? new SourcePointer(item, "", start, length) : source);
    }

    private @Nullable AccountRef sender(Platform service, String conversation) {
        if (!hasSender) {
            return null;
        }
        Platform own = senderPlatform == null
                ? service
                : wire(() -> Platform.ofWire(required(senderPlatform, "sender.platform")), "sender.platform");
        if (senderId != null && !senderId.isEmpty()) {
            return AccountRef.identified(own, senderId, senderName);
        }
        check(senderName != null || senderScope != null, "sender needs id, name or scope");
        String scope = senderScope == null || senderScope.isEmpty() ? conversation : senderScope;
        return AccountRef.named(own, senderName, scope);
    }

    private SourceTime time() {
        String shown = sentAtText == null ? (sentAt == null ? "" : sentAt) : sentAtText;
        if (ambiguous) {
            return SourceTime.ambiguous(shown);
        }
        try {
            LocalDateTime local = sentAtLocal == null ? null : LocalDateTime.parse(sentAtLocal);
            if (sentAt == null) {
                return new SourceTime(shown, local, null, ZoneKnowledge.UNKNOWN, false);
            }
            Instant instant = Instant.parse(sentAt);
            ZoneKnowledge known =
                    zone == null ? ZoneKnowledge.STATED : wire(() -> ZoneKnowledge.valueOf(upper(zone)), "zone");
            check(known != ZoneKnowledge.UNKNOWN, "sentAt needs a zone other than unknown");
            LocalDateTime wall = local == null ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : local;
            return new SourceTime(shown, wall, instant, known, false);
        } catch (DateTimeException e) {
            throw new JsonLinesException(line, "sentAt or sentAtLocal is no ISO 8601 time");
        }
    }

    private interface Parse<T> {
        T value();
    }

    private <T> T wire(Parse<T> parse, String key) {
        try {
            return parse.value();
        } catch (IllegalArgumentException e) {
            throw new JsonLinesException(line, key + " holds an unknown word");
        }
    }

    private static String upper(@Nullable String word) {
        return word == null ? "" : word.toUpperCase(Locale.ROOT);
    }

    private @Nullable String string(String key) throws IOException {
        if (json.atNull()) {
            return null;
        }
        check(json.atText(), key + " must be a string");
        return json.text();
    }

    private long number(String key) throws IOException {
        check(json.token() == JsonToken.VALUE_NUMBER_INT, key + " must be a whole number");
        String digits = json.text();
        check(digits.length() <= 18, key + " is out of range");
        return Long.parseLong(digits);
    }

    private String required(@Nullable String value, String key) {
        if (value == null) {
            throw new JsonLinesException(line, key + " is missing");
        }
        return value;
    }

    private void check(boolean holds, String message) {
        if (!holds) {
            throw new JsonLinesException(line, message);
        }
    }
}
