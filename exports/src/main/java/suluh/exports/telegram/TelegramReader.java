package suluh.exports.telegram;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.KeyNames;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonDamage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * Reads {@code result.json}: one chat, or an account with all its chats.
 *
 * <p>One pass and constant memory; a second pass only when a chat's messages stand before its id. Format page:
 * docs/formats/telegram-json.md.
 */
public final class TelegramReader {
    public static final String FORMAT = "telegram-json";

    private final ExportFile file;
    private final ReadingContext context;
    private final ReadingTally tally;
    private final AccountSections sections;
    private final MessageRecord message = new MessageRecord();
    private @Nullable HeaderScan scan;
    private boolean insideRecord;
    private int chats;

    private TelegramReader(ExportFile file, ReadingContext context, ReadingTally tally) {
        this.file = file;
        this.context = context;
        this.tally = tally;
        this.sections = new AccountSections(context, tally);
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ReadingContext context, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        TelegramReader reader = new TelegramReader(file, context, tally);
        try (JsonCursor json = JsonCursor.open(file)) {
            reader.readFile(json);
        } catch (JacksonException e) {
            JsonDamage.tell(e, reader.insideRecord, tally);
        }
        return tally.finish();
    }

    private void readFile(JsonCursor json) throws IOException {
        if (json.next() != JsonToken.START_OBJECT) {
            tally.damaged(ReadingCode.TYPE_UNEXPECTED, "the file does not begin with an object", 0);
            return;
        }
        Chat chat = new Chat(json.tokenStart());
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            readRootKey(key, chat, json);
        }
        chat.close(json);
        if (json.next() != null) {
            tally.damaged(ReadingCode.JSON_INVALID, "something follows the end of the root object", json.tokenStart());
        }
    }

    private void readRootKey(String key, Chat chat, JsonCursor json) throws IOException {
        switch (key) {
            case "about" -> json.skip();
            case "personal_information" -> inRecord(() -> sections.readOwner(json));
            case "contacts" -> inRecord(() -> sections.readContacts(json));
            case "sessions" -> inRecord(() -> sections.readSessions(json));
            case "chats", "left_chats" -> readChats(key, json);
            case "profile_pictures" -> inRecord(() -> sections.readPictures(json));
            case "stories", "frequent_contacts", "web_sessions", "other_data", "drafts", "ringtones", "saved_music" -> {
                json.skip();
                tally.recordSkipped("section " + key);
            }
            default -> {
                if (!chat.take(key, json)) {
                    sectionUnknown(key, json);
                }
            }
        }
    }

    private void sectionUnknown(String key, JsonCursor json) throws IOException {
        boolean structure = json.atObject() || json.atArray();
        if (structure) {
            tally.recordNotUnderstood();
            tally.alarmOnce(
                    ReadingCode.SECTION_UNKNOWN,
                    key,
                    "an unknown section stands in the file; it was not read: " + KeyNames.shown(key),
                    json.tokenStart());
        } else {
            tally.unknownKey("export", key, json.tokenStart());
        }
        json.skip();
    }

    private void readChats(String section, JsonCursor json) throws IOException {
        if (!json.atObject()) {
            tally.unexpectedType("export", section, json.tokenStart());
            tally.recordNotUnderstood();
            json.skip();
            return;
        }
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            if (key.equals("list") && json.atArray()) {
                while (json.nextElement()) {
                    readChat(json);
                }
                continue;
            }
            if (!key.equals("about")) {
                tally.unknownKey(section, key, json.tokenStart());
            }
            json.skip();
        }
    }

    private void readChat(JsonCursor json) throws IOException {
        if (!json.atObject()) {
            tally.unexpectedType("chats", "list", json.tokenStart());
            tally.recordNotUnderstood();
            json.skip();
            return;
        }
        Chat chat = new Chat(json.tokenStart());
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            if (!chat.take(key, json)) {
                tally.unknownKey("chat", key, json.tokenStart());
                json.skip();
            }
        }
        chat.close(json);
    }

    private interface Step {
        void run() throws IOException;
    }

    private void inRecord(Step step) throws IOException {
        insideRecord = true;
        step.run();
        insideRecord = false;
    }

    private HeaderScan scan() throws IOException {
        HeaderScan done = scan == null ? HeaderScan.of(file) : scan;
        scan = done;
        return done;
    }

    /** One chat while its keys come by. */
    private final class Chat {
        private final long start;
        private final HeaderScan.Draft draft = new HeaderScan.Draft();
        private long headerEnd;
        private boolean told;
        private @Nullable ConversationRef conversation;

        Chat(long start) {
            this.start = start;
        }

        boolean take(String key, JsonCursor json) throws IOException {
            switch (key) {
                case "name", "type", "id" -> {
                    draft.take(key, json);
                    headerEnd = json.position();
                }
                case "messages" -> readMessages(json);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void readMessages(JsonCursor json) throws IOException {
            if (!json.atArray()) {
                tally.unexpectedType("chat", "messages", json.tokenStart());
                tally.recordNotUnderstood();
                json.skip();
                return;
            }
            ConversationRef ref = conversation();
            if (draft.header().isComplete()) {
                tellGroup(ref, headerEnd);
            }
            ChatReader reader = new ChatReader(ref, context, tally, message);
            while (json.nextElement()) {
                insideRecord = true;
                reader.readMessage(json);
                insideRecord = false;
            }
        }

        /** Ends the chat; its group is told here when its header did not come first. */
        void close(JsonCursor json) throws IOException {
            if (told || (conversation == null && draft.header().equals(new ChatHeader(null, null, null)))) {
                return;
            }
            tellGroup(conversation(), json.position());
        }

        private void tellGroup(ConversationRef ref, long end) {
            if (told) {
                return;
            }
            told = true;
            if (ref.type() == ConversationType.UNKNOWN && draft.header().type() != null) {
                tally.alarmOnce(ReadingCode.VALUE_UNKNOWN, "chat type", "a chat has a type that is not known", start);
            }
            SourcePointer source = tally.pointer(start, end - start);
            tally.emit(new Observation.Group(ref, null, null, -1, SourceTime.absent(), source));
        }

        private ConversationRef conversation() throws IOException {
            ConversationRef known = conversation;
            if (known == null) {
                known = makeConversation();
                conversation = known;
            }
            return known;
        }

        private ConversationRef makeConversation() throws IOException {
            ChatHeader header = draft.header();
            String owner = sections.ownerId();
            if (!header.isComplete()) {
                ChatHeader whole = scan().headerAt(start);
                header = whole == null ? header : whole;
                String number = scan().owner();
                owner = owner == null && number != null ? TelegramAccounts.normalId(number) : owner;
            }
            String holder = owner == null ? file.fullPath() : owner;
            return header.conversation(holder, "file/" + file.fullPath() + "/" + chats++);
        }
    }
}
