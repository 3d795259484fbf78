package suluh.exports.meta;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.Attachment;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;

/** Keys of one message as they stand, in either vintage; one object is reused for a file. */
final class MetaMessage {
    /** Keys of photographs, videos and other files beside their place. */
    private static final Set<String> PASSED_OVER_OF_FILES = Set.of(
            "creation_timestamp",
            "thumbnail",
            "thumbnail_uri",
            "media_metadata",
            "backup_uri",
            "title",
            "description",
            "ai_stickers",
            "cross_post_source",
            "dubbing_info",
            "media_variants");

    /** Keys that are known and say nothing an observation holds. */
    private static final Set<String> PASSED_OVER = Set.of(
            "is_geoblocked_for_viewer",
            "is_unsent_image_by_messenger_kid_parent",
            "bumped_message_metadata",
            "is_taken_down",
            "missed",
            "magic_words",
            "creation_timestamp");

    /** Somebody's reaction. */
    record ReactionMark(String actor, String symbol, long offset, long length) {}

    @Nullable
    String sender;

    @Nullable
    String timestamp;

    @Nullable
    String content;

    @Nullable
    String type;

    @Nullable
    String address;

    boolean call;
    boolean unsent;
    /** True in the vintage of encrypted backups, which write the oldest message first. */
    boolean backup;

    final List<Attachment> attachments = new ArrayList<>();
    final List<ReactionMark> reactions = new ArrayList<>();
    final List<String> users = new ArrayList<>();

    private void clear() {
        sender = timestamp = content = type = address = null;
        call = unsent = backup = false;
        attachments.clear();
        reactions.clear();
        users.clear();
    }

    /** Reads the object at the cursor to its closing brace. */
    void read(JsonCursor json, ReadingTally tally) throws IOException {
        clear();
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            if (!takeText(key, json, tally) && !takePart(key, json, tally)) {
                if (!PASSED_OVER.contains(key)) {
                    tally.unknownKey("message", key, json.tokenStart());
                }
                json.skip();
            }
        }
    }

    private boolean takeText(String key, JsonCursor json, ReadingTally tally) throws IOException {
        switch (key) {
            case "sender_name" -> sender = plain(key, json, tally);
            case "senderName" -> {
                backup = true;
                sender = plain(key, json, tally);
            }
            case "timestamp_ms", "timestamp" -> timestamp = plain(key, json, tally);
            case "content", "text" -> content = plain(key, json, tally);
            case "type" -> type = plain(key, json, tally);
            case "ip" -> address = plain(key, json, tally);
            case "call_duration" -> {
                call = true;
                json.skip();
            }
            case "is_unsent", "isUnsent" -> unsent |= json.isTrue();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean takePart(String key, JsonCursor json, ReadingTally tally) throws IOException {
        switch (key) {
            case "photos" -> readFiles(key, Attachment.Kind.PHOTO, json, tally);
            case "videos" -> readFiles(key, Attachment.Kind.VIDEO, json, tally);
            case "audio_files" -> readFiles(key, Attachment.Kind.AUDIO, json, tally);
            case "gifs" -> readFiles(key, Attachment.Kind.GIF, json, tally);
            case "files" -> readFiles(key, Attachment.Kind.FILE, json, tally);
            case "media" -> readFiles(key, Attachment.Kind.UNSTATED, json, tally);
            case "sticker" -> readFile(key, Attachment.Kind.STICKER, json, tally);
            case "share" -> readShare(json, tally);
            case "reactions" -> readReactions(json, tally);
            case "users" -> readUsers(json, tally);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String plain(String key, JsonCursor json, ReadingTally tally) throws IOException {
        if (json.atObject() || json.atArray()) {
            tally.unexpectedType("message", key, json.tokenStart());
        }
        return json.textOrNull();
    }

    private void readFiles(String key, Attachment.Kind kind, JsonCursor json, ReadingTally tally) throws IOException {
        if (!json.atArray()) {
            tally.unexpectedType("message", key, json.tokenStart());
            json.skip();
            return;
        }
        while (json.nextElement()) {
            readFile(key, kind, json, tally);
        }
    }

    private void readFile(String key, Attachment.Kind kind, JsonCursor json, ReadingTally tally) throws IOException {
        if (!json.atObject()) {
            tally.unexpectedType("message", key, json.tokenStart());
            json.skip();
            return;
        }
        String uri = null;
        while (json.nextKey()) {
            String part = json.key();
            json.next();
            if (part.equals("uri")) {
                uri = json.textOrNull();
                continue;
            }
            if (!PASSED_OVER_OF_FILES.contains(part)) {
                tally.unknownKey(key, part, json.tokenStart());
            }
            json.skip();
        }
        attachments.add(new Attachment(kind, uri, null, Attachment.Presence.REFERENCED));
    }

    private void readShare(JsonCursor json, ReadingTally tally) throws IOException {
        if (!json.atObject()) {
            tally.unexpectedType("message", "share", json.tokenStart());
            json.skip();
            return;
        }
        String link = null;
        String text = null;
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            switch (key) {
                case "link" -> link = json.textOrNull();
                case "share_text" -> text = json.textOrNull();
                case "original_content_owner", "profile_share_username", "profile_share_name" -> json.skip();
                default -> {
                    tally.unknownKey("share", key, json.tokenStart());
                    json.skip();
                }
            }
        }
        String name = text == null ? null : Mojibake.repaired(text);
        attachments.add(new Attachment(Attachment.Kind.LINK, link, name, Attachment.Presence.REFERENCED));
    }

    private void readReactions(JsonCursor json, ReadingTally tally) throws IOException {
        if (!json.atArray()) {
            tally.unexpectedType("message", "reactions", json.tokenStart());
            json.skip();
            return;
        }
        while (json.nextElement()) {
            if (!json.atObject()) {
                tally.unexpectedType("message", "reactions", json.tokenStart());
                json.skip();
                continue;
            }
            readReaction(json, tally);
        }
    }

    private void readReaction(JsonCursor json, ReadingTally tally) throws IOException {
        long start = json.tokenStart();
        String actor = null;
        String symbol = null;
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            switch (key) {
                case "actor" -> actor = json.textOrNull();
                case "reaction" -> symbol = json.textOrNull();
                case "timestamp" -> json.skip();
                default -> {
                    tally.unknownKey("reaction", key, json.tokenStart());
                    json.skip();
                }
            }
        }
        if (actor != null && symbol != null) {
            long length = json.position() - start;
            reactions.add(new ReactionMark(Mojibake.repaired(actor), Mojibake.repaired(symbol), start, length));
        }
    }

    private void readUsers(JsonCursor json, ReadingTally tally) throws IOException {
        if (!json.atArray()) {
            tally.unexpectedType("message", "users", json.tokenStart());
            json.skip();
            return;
        }
        while (json.nextElement()) {
            String name = personName(json, tally);
            if (name != null) {
                users.add(Mojibake.repaired(name));
            }
        }
    }

    /** Raw name of the person at the cursor, written as {@code {"name": …}} or as a string. */
    static @Nullable String personName(JsonCursor json, ReadingTally tally) throws IOException {
        if (!json.atObject()) {
            return json.textOrNull();
        }
        String name = null;
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            if (key.equals("name")) {
                name = json.textOrNull();
            } else {
                tally.unknownKey("person", key, json.tokenStart());
                json.skip();
            }
        }
        return name;
    }
}
