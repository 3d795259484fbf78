package suluh.exports.telegram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;

/** Keys of one message as they stand, before anything is concluded from them; one object is reused for a file. */
final class MessageRecord {
    /** Keys that are known and say nothing an observation holds. */
    private static final Set<String> PASSED_OVER = Set.of(
            "edited",
            "edited_unixtime",
            "reply_to_peer_id",
            "forwarded_from_id",
            "saved_from",
            "via_bot",
            "author",
            "signature",
            "photo_file_size",
            "file_size",
            "thumbnail",
            "thumbnail_file_size",
            "mime_type",
            "sticker_emoji",
            "width",
            "height",
            "duration_seconds",
            "media_spoiler",
            "performer",
            "live_location_period_seconds",
            "contact_vcard",
            "contact_vcard_file_size",
            "inline_bot_buttons",
            "self_destruct_period_seconds",
            "place_name",
            "address",
            "game_title",
            "game_description",
            "game_link",
            "game_message_id",
            "invoice_information",
            "giveaway_information",
            "message_id",
            "discard_reason",
            "schedule_date",
            "period",
            "emoticon",
            "new_title",
            "new_icon_emoji_id",
            "amount",
            "currency",
            "total_amount",
            "boosts",
            "score",
            "reason_domain",
            "reason_app_name",
            "values",
            "months",
            "stars",
            "cost",
            "gift_id",
            "button_id",
            "limit",
            "from_name",
            "to_id",
            "distance",
            "duration",
            "is_recurring",
            "topic_id",
            "forwarded_date",
            "forwarded_date_unixtime",
            "reply_to_story_id",
            "expires_date");

    /** Somebody's reaction. */
    record ReactionMark(@Nullable String name, @Nullable String id, String symbol, long offset, long length) {}

    @Nullable
    String id;

    @Nullable
    String type;

    @Nullable
    String date;

    @Nullable
    String dateUnix;

    @Nullable
    String from;

    @Nullable
    String fromId;

    @Nullable
    String actor;

    @Nullable
    String actorId;

    @Nullable
    String action;

    @Nullable
    String inviter;

    @Nullable
    String title;

    @Nullable
    String replyTo;

    @Nullable
    String forwardedFrom;

    @Nullable
    String photo;

    @Nullable
    String file;

    @Nullable
    String fileName;

    @Nullable
    String mediaType;

    @Nullable
    String contactPhone;

    boolean hasText;
    boolean hasEntities;
    boolean hasContact;
    boolean hasLocation;
    boolean hasPoll;
    final StringBuilder text = new StringBuilder();
    final StringBuilder entityText = new StringBuilder();
    final List<String> hiddenLinks = new ArrayList<>();
    final List<String> members = new ArrayList<>();
    final List<ReactionMark> reactions = new ArrayList<>();

    private void clear() {
        id = type = date = dateUnix = from = fromId = actor = actorId = action = inviter = title = null;
        replyTo = forwardedFrom = photo = file = fileName = mediaType = contactPhone = null;
        hasText = hasEntities = hasContact = hasLocation = hasPoll = false;
        text.setLength(0);
        entityText.setLength(0);
        hiddenLinks.clear();
        members.clear();
        reactions.clear();
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

    /** True when the key holds a plain text that is kept. */
    private boolean takeText(String key, JsonCursor json, ReadingTally tally) throws IOException {
        switch (key) {
            case "id" -> id = plain(key, json, tally);
            case "type" -> type = plain(key, json, tally);
            case "date" -> date = plain(key, json, tally);
            case "date_unixtime" -> dateUnix = plain(key, json, tally);
            case "from" -> from = plain(key, json, tally);
            case "from_id" -> fromId = plain(key, json, tally);
            case "actor" -> actor = plain(key, json, tally);
            case "actor_id" -> actorId = plain(key, json, tally);
            case "action" -> action = plain(key, json, tally);
            case "inviter" -> inviter = plain(key, json, tally);
            case "title" -> title = plain(key, json, tally);
            case "reply_to_message_id" -> replyTo = plain(key, json, tally);
            case "forwarded_from" -> forwardedFrom = plain(key, json, tally);
            case "photo" -> photo = plain(key, json, tally);
            case "file" -> file = plain(key, json, tally);
            case "file_name" -> fileName = plain(key, json, tally);
            case "media_type" -> mediaType = plain(key, json, tally);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** True when the key holds a structure that is kept. */
    private boolean takePart(String key, JsonCursor json, ReadingTally tally) throws IOException {
        switch (key) {
            case "text" -> hasText = readText(json, text, tally);
            case "text_entities" -> hasEntities = readText(json, entityText, tally);
            case "members" -> readMembers(json, tally);
            case "reactions" -> readReactions(json, tally);
            case "contact_information" -> readContact(json, tally);
            case "location_information" -> {
                hasLocation = true;
                json.skip();
            }
            case "poll" -> {
                hasPoll = true;
                json.skip();
            }
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

    /** A string, or an array of strings and {@code {type, text, href}}: the texts joined without anything between. */
    private boolean readText(JsonCursor json, StringBuilder out, ReadingTally tally) throws IOException {
        if (json.atText()) {
            out.append(json.text());
            return true;
        }
        if (!json.atArray()) {
            if (!json.atNull()) {
                tally.unexpectedType("message", "text", json.tokenStart());
            }
            json.skip();
            return false;
        }
        while (json.nextElement()) {
            if (json.atText()) {
                out.append(json.text());
            } else if (json.atObject()) {
                readEntity(json, out, tally);
            } else {
                tally.unexpectedType("text", "element", json.tokenStart());
                json.skip();
            }
        }
        return true;
    }

    private void readEntity(JsonCursor json, StringBuilder out, ReadingTally tally) throws IOException {
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            switch (key) {
                case "text" -> {
                    String part = json.textOrNull();
                    out.append(part == null ? "" : part);
                }
                case "href" -> {
                    String href = json.textOrNull();
                    if (href != null && !hiddenLinks.contains(href)) {
                        hiddenLinks.add(href);
                    }
                }
                case "type", "user_id", "language", "document_id", "collapsed", "date", "format" -> json.skip();
                default -> {
                    tally.unknownKey("text entity", key, json.tokenStart());
                    json.skip();
                }
            }
        }
    }

    private void readMembers(JsonCursor json, ReadingTally tally) throws IOException {
        if (!json.atArray()) {
            tally.unexpectedType("message", "members", json.tokenStart());
            json.skip();
            return;
        }
        while (json.nextElement()) {
            String name = json.textOrNull();
            if (name != null) {
                members.add(name);
            }
        }
    }

    private void readContact(JsonCursor json, ReadingTally tally) throws IOException {
        hasContact = true;
        if (!json.atObject()) {
            tally.unexpectedType("message", "contact_information", json.tokenStart());
            json.skip();
            return;
        }
        while (json.nextKey()) {
            boolean phone = json.key().equals("phone_number");
            json.next();
            if (phone) {
                contactPhone = json.textOrNull();
            } else {
                json.skip();
            }
        }
    }

    private void readReactions(JsonCursor json, ReadingTally tally) throws IOException {
        if (!json.atArray()) {
            tally.unexpectedType("message", "reactions", json.tokenStart());
            json.skip();
            return;
        }
        while (json.nextElement()) {
            if (json.atObject()) {
                readReaction(json, tally);
            } else {
                tally.unexpectedType("reactions", "element", json.tokenStart());
                json.skip();
            }
        }
    }

    private void readReaction(JsonCursor json, ReadingTally tally) throws IOException {
        long start = json.tokenStart();
        String symbol = "";
        int first = reactions.size();
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            switch (key) {
                case "emoji", "document_id" -> {
                    String value = json.textOrNull();
                    symbol = value == null ? symbol : value;
                }
                case "recent" -> readRecent(json, tally);
                case "type", "count" -> json.skip();
                default -> {
                    tally.unknownKey("reaction", key, json.tokenStart());
                    json.skip();
                }
            }
        }
        long length = json.position() - start;
        for (int i = first; i < reactions.size(); i++) {
            ReactionMark mark = reactions.get(i);
            reactions.set(i, new ReactionMark(mark.name(), mark.id(), symbol, start, length));
        }
    }

    private void readRecent(JsonCursor json, ReadingTally tally) throws IOException {
        if (!json.atArray()) {
            tally.unexpectedType("reaction", "recent", json.tokenStart());
            json.skip();
            return;
        }
        while (json.nextElement()) {
            if (!json.atObject()) {
                json.skip();
                continue;
            }
            String name = null;
            String reactor = null;
            while (json.nextKey()) {
                String key = json.key();
                json.next();
                switch (key) {
                    case "from" -> name = json.textOrNull();
                    case "from_id" -> reactor = json.textOrNull();
                    default -> json.skip();
                }
            }
            reactions.add(new ReactionMark(name, reactor, "", 0, 0));
        }
    }
}
