package suluh.exports.meta;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.FileReading;
import suluh.core.observation.MembershipRole;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonDamage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * Reads a thread: {@code message_N.json} of an export, or a file of an end-to-end encrypted backup.
 *
 * <p>Two passes, since title and path of a thread stand behind its messages; constant memory. Format page:
 * docs/formats/meta-messages.md.
 */
public final class MetaMessagesReader {
    public static final String FORMAT = "meta-messages";

    private static final int MAX_KEPT_ACCOUNTS = 100_000;
    private static final Set<String> PASSED_OVER = Set.of(
            "title",
            "threadName",
            "thread_path",
            "thread_type",
            "is_still_participant",
            "magic_words",
            "image",
            "joinable_mode",
            "polls",
            "ig_id");
    private static final Set<String> KNOWN_TYPES = Set.of(
            "generic", "share", "call", "subscribe", "unsubscribe", "text", "media", "link", "placeholder", "plan");

    private final ReadingTally tally;
    private final ConversationRef conversation;
    private final MetaMessage message = new MetaMessage();
    private final Map<String, AccountRef> accounts = new HashMap<>();
    private boolean insideRecord;
    private long order;

    private MetaMessagesReader(ConversationRef conversation, ReadingTally tally) {
        this.conversation = conversation;
        this.tally = tally;
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        ThreadHeader header = ThreadHeader.of(file);
        MetaMessagesReader reader = new MetaMessagesReader(header.conversation(file), tally);
        try (JsonCursor json = JsonCursor.open(file)) {
            reader.readFile(header, json);
        } catch (JacksonException e) {
            JsonDamage.tell(e, reader.insideRecord, tally);
        }
        return tally.finish();
    }

    private void readFile(ThreadHeader header, JsonCursor json) throws IOException {
        if (json.next() != JsonToken.START_OBJECT) {
            tally.damaged(ReadingCode.TYPE_UNEXPECTED, "the file does not begin with an object", 0);
            return;
        }
        boolean told = false;
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            if (!told && header.titleLength() > 0) {
                told = true;
                SourcePointer source = tally.pointer(header.titleStart(), header.titleLength());
                tally.emit(new Observation.Group(conversation, null, null, -1, SourceTime.absent(), source));
            }
            readRootKey(key, json);
        }
        if (json.next() != null) {
            tally.damaged(ReadingCode.JSON_INVALID, "something follows the end of the root object", json.tokenStart());
        }
    }

    private void readRootKey(String key, JsonCursor json) throws IOException {
        switch (key) {
            case "participants" -> readParticipants(json);
            case "messages" -> readMessages(json);
            default -> {
                if (!PASSED_OVER.contains(key)) {
                    tally.unknownKey("thread", key, json.tokenStart());
                }
                json.skip();
            }
        }
    }

    private void readParticipants(JsonCursor json) throws IOException {
        if (!json.atArray()) {
            tally.unexpectedType("thread", "participants", json.tokenStart());
            json.skip();
            return;
        }
        while (json.nextElement()) {
            insideRecord = true;
            long start = json.tokenStart();
            String name = MetaMessage.personName(json, tally);
            if (name == null) {
                tally.recordNotUnderstood();
                tally.alarmOnce(ReadingCode.RECORD_INCOMPLETE, "participant", "a participant has no name", start);
            } else {
                SourcePointer source = tally.pointer(start, json.position() - start);
                tally.emit(new Observation.Membership(
                        account(Mojibake.repaired(name)),
                        conversation,
                        MembershipRole.MEMBER,
                        SourceTime.absent(),
                        source));
                tally.recordRead();
            }
            insideRecord = false;
        }
    }

    private void readMessages(JsonCursor json) throws IOException {
        if (!json.atArray()) {
            tally.unexpectedType("thread", "messages", json.tokenStart());
            tally.recordNotUnderstood();
            json.skip();
            return;
        }
        while (json.nextElement()) {
            insideRecord = true;
            readMessage(json);
            insideRecord = false;
        }
    }

    private void readMessage(JsonCursor json) throws IOException {
        long start = json.tokenStart();
        if (!json.atObject()) {
            json.skip();
            tally.recordNotUnderstood();
            tally.alarmOnce(
                    ReadingCode.TYPE_UNEXPECTED, "element of messages", "an element of messages is no object", start);
            return;
        }
        message.read(json, tally);
        if (message.sender == null && message.timestamp == null) {
            tally.recordNotUnderstood();
            tally.alarmOnce(
                    ReadingCode.RECORD_INCOMPLETE, "message", "a message has neither a sender nor a time", start);
            return;
        }
        emit(tally.pointer(start, json.position() - start));
        tally.recordRead();
    }

    private void emit(SourcePointer source) {
        if (message.sender == null) {
            tally.alarmOnce(
                    ReadingCode.RECORD_INCOMPLETE,
                    "sender",
                    "a message names no sender; it was attributed to nobody",
                    source.offset());
        }
        AccountRef sender = message.sender == null ? null : account(Mojibake.repaired(message.sender));
        SourceTime time = MetaTime.millis(message.timestamp, source.offset(), tally);
        String raw = message.content == null ? "" : message.content;
        String text = Mojibake.repaired(raw);
        tally.emit(new Observation.Message(
                conversation,
                null,
                sender,
                time,
                kind(source.offset()),
                text,
                text.equals(raw) ? null : raw,
                message.attachments,
                null,
                message.backup ? order : -order,
                source));
        order++;
        emitMovement(sender, time, source);
        for (MetaMessage.ReactionMark mark : message.reactions) {
            SourcePointer own = tally.pointer(mark.offset(), mark.length());
            tally.emit(new Observation.Reaction(conversation, account(mark.actor()), source, mark.symbol(), own));
        }
        if (sender != null && message.address != null && !message.address.isEmpty()) {
            tally.emit(new Observation.Login(sender, message.address, time, source));
        }
    }

    private MessageKind kind(long offset) {
        String type = message.type == null ? "" : message.type.toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && !KNOWN_TYPES.contains(type)) {
            tally.alarmOnce(
                    ReadingCode.VALUE_UNKNOWN,
                    "type",
                    "a message has a type that is not known; it was read as content",
                    offset);
        }
        if (message.unsent) {
            return MessageKind.REMOVED;
        }
        if (message.call || type.equals("call")) {
            return MessageKind.CALL;
        }
        return type.equals("subscribe") || type.equals("unsubscribe") ? MessageKind.SYSTEM : MessageKind.CONTENT;
    }

    private void emitMovement(@Nullable AccountRef sender, SourceTime time, SourcePointer source) {
        if (message.users.isEmpty() || message.type == null) {
            return;
        }
        boolean came = message.type.equalsIgnoreCase("Subscribe");
        boolean left = message.type.equalsIgnoreCase("Unsubscribe");
        for (String user : message.users) {
            AccountRef account = account(user);
            if (came) {
                AccountRef inviter = account.equals(sender) ? null : sender;
                tally.emit(new Observation.Invitation(inviter, account, conversation, time, source));
            }
            if (came || left) {
                MembershipRole role = came ? MembershipRole.MEMBER : MembershipRole.FORMER;
                tally.emit(new Observation.Membership(account, conversation, role, time, source));
            }
        }
    }

    /** Meta gives names only: an account is a name within this thread, until evidence joins it with another. */
    private AccountRef account(String name) {
        AccountRef kept = accounts.get(name);
        if (kept != null) {
            return kept;
        }
        AccountRef account = AccountRef.named(conversation.platform(), name, conversation.id());
        if (accounts.size() < MAX_KEPT_ACCOUNTS) {
            accounts.put(name, account);
        }
        return account;
    }
}
