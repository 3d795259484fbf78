package suluh.exports.x;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Attachment;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactPoints;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.Snowflake;
import suluh.exports.StatedTime;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonTree;
import suluh.exports.json.RecordKeys;

/** Posts of the holder: each is a message of the holder's public timeline. */
final class TweetSections {
    /** Accounts told once each in one file; beyond it they are told again, so that memory stays bounded. */
    private static final int MAX_TOLD = 100_000;

    private static final RecordKeys.Builder MENTION =
            RecordKeys.of("user_mention").keep("id_str", "screen_name", "name").pass("id", "indices");
    private static final RecordKeys.Builder MEDIA = RecordKeys.of("media")
            .keep("media_url_https", "type")
            .pass("id", "id_str", "url", "expanded_url", "display_url", "media_url", "indices", "sizes", "features")
            .pass("source_status_id", "source_status_id_str", "source_user_id", "source_user_id_str", "video_info")
            .pass("additional_media_info", "ext_alt_text", "media_key", "media_availability", "original_info");
    private static final RecordKeys.Builder URL =
            RecordKeys.of("url").keep("expanded_url").pass("url", "display_url", "indices");

    private static RecordKeys.Builder tweet() {
        return RecordKeys.of("tweet")
                .keep("id_str", "id", "full_text", "text", "created_at", "in_reply_to_status_id_str")
                .keep("in_reply_to_user_id_str", "in_reply_to_screen_name", "deleted_at")
                .keep(
                        "entities",
                        RecordKeys.of("entities")
                                .keep("user_mentions", MENTION)
                                .keep("media", MEDIA)
                                .keep("urls", URL)
                                .pass("hashtags", "symbols", "timestamps", "polls"))
                .keep("extended_entities", RecordKeys.of("extended_entities").keep("media", MEDIA))
                .pass("retweeted", "source", "display_text_range", "favorite_count", "truncated", "retweet_count")
                .pass("possibly_sensitive", "favorited", "lang", "in_reply_to_status_id", "in_reply_to_user_id")
                .pass("edit_info", "coordinates", "geo", "place", "contributors", "is_quote_status", "quoted_status")
                .pass("quoted_status_id", "quoted_status_id_str", "quoted_status_permalink", "scopes")
                .pass("withheld_in_countries", "withheld_copyright", "card", "community_id", "community_id_str");
    }

    private final AccountRef holder;
    private final ReadingTally tally;
    private final ConversationRef timeline;
    private final Set<String> told = new HashSet<>();
    private long order;

    /** @param scope stands for the holder where no file names one */
    TweetSections(AccountRef holder, String scope, ReadingTally tally) {
        this.holder = holder;
        this.tally = tally;
        String owner = holder.id() == null ? scope : holder.id();
        this.timeline = new ConversationRef(Platform.X, "timeline/" + owner, holder.name(), ConversationType.CHANNEL);
    }

    /** The section of this name, or null when it is none of these. */
    @Nullable
    Section of(String name) {
        return switch (name) {
            case "tweet", "tweets", "community-tweet" -> section(MessageKind.CONTENT);
            case "deleted-tweet", "deleted-tweets" -> section(MessageKind.REMOVED);
            case "note-tweet" -> notes();
            default -> null;
        };
    }

    /** Before 2021 the record was not wrapped; both forms are taken. */
    private Section section(MessageKind kind) {
        RecordKeys keys = tweet().keep("tweet", tweet()).build();
        return json -> read(json, keys, kind);
    }

    private void read(JsonCursor json, RecordKeys keys, MessageKind kind) throws IOException {
        long start = json.tokenStart();
        JsonTree element = keys.read(json, tally);
        JsonTree tweet = element.fields().getOrDefault("tweet", element);
        SourcePointer source = tally.pointer(start, json.position() - start);
        String id = tweet.textAt("id_str") == null ? tweet.textAt("id") : tweet.textAt("id_str");
        String text = tweet.textAt("full_text") == null ? tweet.textAt("text") : tweet.textAt("full_text");
        if (id == null && text == null) {
            tally.recordNotUnderstood();
            tally.alarmOnce(ReadingCode.RECORD_INCOMPLETE, "tweet", "a post has neither an id nor a text", start);
            return;
        }
        SourceTime time = time(tweet.textAt("created_at"), start);
        Snowflake.X.check(id, time.instant(), start, tally);
        tally.emit(new Observation.Message(
                timeline,
                id,
                holder,
                time,
                kind,
                text == null ? "" : text,
                null,
                attachments(tweet),
                tweet.textAt("in_reply_to_status_id_str"),
                order++,
                source));
        accounts(tweet, source);
        tally.recordRead();
    }

    private SourceTime time(@Nullable String text, long offset) {
        if (text == null) {
            return SourceTime.absent();
        }
        SourceTime time = StatedTime.weekdayFirst(text);
        time = time == null ? StatedTime.iso(text) : time;
        return time == null ? StatedTime.unreadable(text, offset, tally) : time;
    }

    private static List<Attachment> attachments(JsonTree tweet) {
        JsonTree media = tweet.at("extended_entities", "media");
        if (media.elements().isEmpty()) {
            media = tweet.at("entities", "media");
        }
        List<Attachment> found = new ArrayList<>();
        for (JsonTree medium : media.elements()) {
            Attachment.Kind kind = switch (String.valueOf(medium.textAt("type"))) {
                case "photo" -> Attachment.Kind.PHOTO;
                case "video" -> Attachment.Kind.VIDEO;
                case "animated_gif" -> Attachment.Kind.GIF;
                default -> Attachment.Kind.UNSTATED;
            };
            found.add(new Attachment(kind, medium.textAt("media_url_https"), null, Attachment.Presence.REFERENCED));
        }
        for (JsonTree url : tweet.at("entities", "urls").elements()) {
            if (url.textAt("expanded_url") != null) {
                found.add(new Attachment(
                        Attachment.Kind.LINK, url.textAt("expanded_url"), null, Attachment.Presence.REFERENCED));
            }
        }
        return found;
    }

    /** Posts are the only place where an archive puts ids and handles of others side by side. */
    private void accounts(JsonTree tweet, SourcePointer source) {
        account(tweet.textAt("in_reply_to_user_id_str"), tweet.textAt("in_reply_to_screen_name"), null, source);
        for (JsonTree mention : tweet.at("entities", "user_mentions").elements()) {
            account(mention.textAt("id_str"), mention.textAt("screen_name"), mention.textAt("name"), source);
        }
    }

    private void account(@Nullable String id, @Nullable String handle, @Nullable String name, SourcePointer source) {
        if (id == null || id.startsWith("-") || id.equals(holder.id()) || !told.add(id + ' ' + handle)) {
            return;
        }
        if (told.size() > MAX_TOLD) {
            told.clear();
        }
        AccountRef account = AccountRef.identified(Platform.X, id, name == null ? handle : name);
        tally.emit(new Observation.Account(account, false, SourceTime.absent(), source));
        if (handle != null) {
            tally.emit(new Observation.ContactPoint(
                    account,
                    ContactPointKind.HANDLE,
                    ContactRelation.OWNED,
                    handle,
                    ContactPoints.handle(handle),
                    source));
        }
    }

    private Section notes() {
        RecordKeys.Builder core = RecordKeys.of("core")
                .keep("text")
                .pass("styletags", "urls", "mentions", "cashtags", "hashtags", "inlineMedia", "media");
        RecordKeys.Builder note = RecordKeys.of("noteTweet")
                .keep("noteTweetId", "createdAt")
                .keep("core", core)
                .pass("updatedAt", "lifecycle");
        return Section.of("noteTweet", note, tally, (record, source) -> {
            String text = record.textAt("core", "text");
            tally.emit(new Observation.Message(
                    timeline,
                    record.textAt("noteTweetId"),
                    holder,
                    time(record.textAt("createdAt"), source.offset()),
                    MessageKind.CONTENT,
                    text == null ? "" : text,
                    null,
                    List.of(),
                    null,
                    order++,
                    source));
        });
    }
}
