package suluh.exports.meta;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.exports.ExportFile;
import suluh.exports.json.JsonCursor;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * What a thread says of itself, mostly behind its messages; found by a pass of its own.
 *
 * @param title raw title, or null
 * @param titleStart byte of the title's string, or of the root object when there is none
 * @param titleLength its length, or that of the root object as far as it goes
 * @param threadPath Meta's path of the thread, or null
 * @param threadType Meta's word for the kind of thread, or null
 * @param participants number of participants listed
 * @param encrypted true for a file of an end-to-end encrypted backup
 */
record ThreadHeader(
        @Nullable String title,
        long titleStart,
        long titleLength,
        @Nullable String threadPath,
        @Nullable String threadType,
        int participants,
        boolean encrypted) {
    /** Threads of an encrypted backup, whose files carry no path of a thread. */
    static final String ENCRYPTED = "encrypted/";

    private static final int DIRECT_PARTICIPANTS = 2;

    /** Header of a file, or of its sound part; damage is told by the pass that reads the messages. */
    static ThreadHeader of(ExportFile file) throws IOException {
        Scan scan = new Scan();
        try (JsonCursor json = JsonCursor.open(file)) {
            scan.run(json);
        } catch (JacksonException e) {
            return scan.header();
        }
        return scan.header();
    }

    ConversationRef conversation(ExportFile file) {
        String path = threadPath == null || threadPath.isEmpty() ? MetaPaths.threadPath(file) : threadPath;
        String thread = encrypted ? ENCRYPTED + path : path;
        String id = MetaPaths.conversationId(MetaPaths.root(file), Mojibake.repaired(thread));
        String name = title == null ? null : Mojibake.repaired(title);
        return new ConversationRef(MetaPaths.threadPlatform(file), id, name, type());
    }

    private ConversationType type() {
        if (threadType != null && threadType.toLowerCase(Locale.ROOT).contains("group")) {
            return ConversationType.GROUP;
        }
        if (participants == 0) {
            return ConversationType.UNKNOWN;
        }
        return participants > DIRECT_PARTICIPANTS ? ConversationType.GROUP : ConversationType.DIRECT;
    }

    /** The pass over the file. */
    private static final class Scan {
        private @Nullable String title;
        private long start;
        private long length;
        private @Nullable String path;
        private @Nullable String kind;
        private int participants;
        private boolean encrypted;

        void run(JsonCursor json) throws IOException {
            if (json.next() != JsonToken.START_OBJECT) {
                return;
            }
            long root = json.tokenStart();
            while (json.nextKey()) {
                String key = json.key();
                json.next();
                take(key, json);
            }
            if (title == null) {
                start = root;
                length = json.position() - root;
            }
        }

        private void take(String key, JsonCursor json) throws IOException {
            switch (key) {
                case "title", "threadName" -> {
                    encrypted |= key.equals("threadName");
                    if (json.atText()) {
                        start = json.tokenStart();
                        title = json.text();
                        length = json.position() - start;
                    } else {
                        json.skip();
                    }
                }
                case "thread_path" -> path = json.textOrNull();
                case "thread_type" -> kind = json.textOrNull();
                case "participants" -> countParticipants(json);
                default -> json.skip();
            }
        }

        private void countParticipants(JsonCursor json) throws IOException {
            if (!json.atArray()) {
                json.skip();
                return;
            }
            while (json.nextElement()) {
                participants++;
                json.skip();
            }
        }

        ThreadHeader header() {
            return new ThreadHeader(title, start, length, path, kind, participants, encrypted);
        }
    }
}
