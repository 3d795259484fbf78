package suluh.exports.x;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Attachment;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MembershipRole;
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

/** Conversations of two and of groups; streamed, since one of them may hold all messages of an account. */
final class DirectMessages implements Section {
    private static final RecordKeys EVENT = RecordKeys.of("event of a conversation")
            .keep(
                    "messageCreate",
                    RecordKeys.of("messageCreate")
                            .keep("id", "senderId", "recipientId", "text", "createdAt", "mediaUrls")
                            .keep("urls", RecordKeys.of("url").keep("expanded").pass("url", "display"))
                            .keep(
                                    "reactions",
                                    RecordKeys.of("reaction")
                                            .keep("senderId", "reactionKey")
                                            .pass("eventId", "createdAt"))
                            .pass("editHistory"))
            .keep(
                    "joinConversation",
                    RecordKeys.of("joinConversation").keep("initiatingUserId", "participantsSnapshot", "createdAt"))
            .keep("participantsJoin", participants("participantsJoin"))
            .keep("participantsLeave", participants("participantsLeave"))
            .keep(
                    "conversationNameUpdate",
                    RecordKeys.of("conversationNameUpdate").keep("name", "initiatingUserId", "createdAt"))
            .build();

    private final AccountRef holder;
    private final String fileId;
    private final ReadingTally tally;
    private long conversations;
    private long order;

    /** @param fileId names conversations that state no id */
    DirectMessages(AccountRef holder, String fileId, ReadingTally tally) {
        this.holder = holder;
        this.fileId = fileId;
        this.tally = tally;
    }

    private static RecordKeys.Builder participants(String name) {
        return RecordKeys.of(name).keep("userIds", "initiatingUserId", "createdAt");
    }

    @Override
    public void read(JsonCursor json) throws IOException {
        long start = json.tokenStart();
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            if (key.equals("dmConversation") && json.atObject()) {
                readConversation(json, start);
            } else {
                tally.unknownKey("element of dmConversation", key, json.tokenStart());
                json.skip();
            }
        }
    }

    private void readConversation(JsonCursor json, long start) throws IOException {
        ConversationRef conversation = null;
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            if (key.equals("conversationId")) {
                conversation = conversation(json.textOrNull());
                SourcePointer source = tally.pointer(start, json.position() - start);
                tally.emit(new Observation.Group(conversation, null, null, -1, SourceTime.absent(), source));
            } else if (key.equals("messages") && json.atArray()) {
                conversation = conversation == null ? unnamed(start) : conversation;
                readEvents(json, conversation);
            } else {
                tally.unknownKey("dmConversation", key, json.tokenStart());
                json.skip();
            }
        }
    }

    private ConversationRef unnamed(long start) {
        tally.alarmOnce(
                ReadingCode.RECORD_INCOMPLETE,
                "conversationId",
                "messages stand before or without a conversationId; they are kept as a conversation of this file",
                start);
        return conversation(null);
    }

    /** Two ids with a hyphen name a conversation of two; one id names a group. */
    private ConversationRef conversation(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return new ConversationRef(
                    Platform.X, "file/" + fileId + "/" + conversations++, null, ConversationType.UNKNOWN);
        }
        ConversationType type = id.indexOf('-') > 0 ? ConversationType.DIRECT : ConversationType.GROUP;
        return new ConversationRef(Platform.X, "dm/" + id, null, type);
    }

    private void readEvents(JsonCursor json, ConversationRef conversation) throws IOException {
        while (json.nextElement()) {
            long start = json.tokenStart();
            if (!json.atObject()) {
                json.skip();
                notUnderstood("an element of messages is no object", start);
                continue;
            }
            JsonTree event = EVENT.read(json, tally);
            SourcePointer source = tally.pointer(start, json.position() - start);
            if (event.fields().isEmpty()) {
                notUnderstood("an event of a conversation is of no known kind", start);
                continue;
            }
            event.fields().forEach((kind, body) -> emit(conversation, kind, body, source));
            tally.recordRead();
        }
    }

    private void notUnderstood(String sentence, long offset) {
        tally.recordNotUnderstood();
        tally.alarmOnce(ReadingCode.RECORD_INCOMPLETE, "event", sentence, offset);
    }

    private void emit(ConversationRef conversation, String kind, JsonTree body, SourcePointer source) {
        if (kind.equals("messageCreate")) {
            emitMessage(conversation, body, source);
            return;
        }
        SourceTime time = time(body, source);
        AccountRef actor = account(body.textAt("initiatingUserId"));
        String name = body.textAt("name");
        tally.emit(new Observation.Message(
                conversation,
                null,
                actor,
                time,
                MessageKind.SYSTEM,
                name == null ? kind : kind + ": " + name,
                null,
                List.of(),
                null,
                order++,
                source));
        for (JsonTree member : body.at("participantsSnapshot").elements()) {
            member(conversation, member.text(), MembershipRole.MEMBER, time, source);
        }
        boolean leaves = kind.equals("participantsLeave");
        for (JsonTree member : body.at("userIds").elements()) {
            AccountRef moved = account(member.text());
            if (!leaves && moved != null) {
                tally.emit(new Observation.Invitation(actor, moved, conversation, time, source));
            }
            member(conversation, member.text(), leaves ? MembershipRole.FORMER : MembershipRole.MEMBER, time, source);
        }
    }

    private void emitMessage(ConversationRef conversation, JsonTree body, SourcePointer source) {
        String id = body.textAt("id");
        SourceTime time = time(body, source);
        Snowflake.X.check(id, time.instant(), source.offset(), tally);
        AccountRef sender = account(body.textAt("senderId"));
        if (sender == null) {
            tally.alarmOnce(
                    ReadingCode.RECORD_INCOMPLETE,
                    "senderId",
                    "a message has no senderId; it was attributed to nobody",
                    source.offset());
        }
        String text = body.textAt("text");
        tally.emit(new Observation.Message(
                conversation,
                id,
                sender,
                time,
                MessageKind.CONTENT,
                text == null ? "" : text,
                null,
                attachments(body),
                null,
                order++,
                source));
        for (JsonTree reaction : body.at("reactions").elements()) {
            AccountRef reacting = account(reaction.textAt("senderId"));
            String symbol = reaction.textAt("reactionKey");
            if (reacting != null && symbol != null) {
                tally.emit(new Observation.Reaction(conversation, reacting, source, symbol, source));
            }
        }
    }

    private static List<Attachment> attachments(JsonTree body) {
        List<Attachment> found = new ArrayList<>();
        for (JsonTree media : body.at("mediaUrls").elements()) {
            if (media.text() != null) {
                found.add(new Attachment(kind(media.text()), media.text(), null, Attachment.Presence.REFERENCED));
            }
        }
        for (JsonTree url : body.at("urls").elements()) {
            if (url.textAt("expanded") != null) {
                found.add(new Attachment(
                        Attachment.Kind.LINK, url.textAt("expanded"), null, Attachment.Presence.REFERENCED));
            }
        }
        return found;
    }

    private static Attachment.Kind kind(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".mp4") || lower.contains("video")) {
            return Attachment.Kind.VIDEO;
        }
        boolean photo = lower.endsWith(".jpg") || lower.endsWith(".png") || lower.endsWith(".jpeg");
        return photo ? Attachment.Kind.PHOTO : Attachment.Kind.UNSTATED;
    }

    private void member(
            ConversationRef conversation,
            @Nullable String id,
            MembershipRole role,
            SourceTime since,
            SourcePointer source) {
        AccountRef account = account(id);
        if (account != null) {
            tally.emit(new Observation.Membership(account, conversation, role, since, source));
        }
    }

    private @Nullable AccountRef account(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        return id.equals(holder.id()) ? holder : AccountRef.identified(Platform.X, id, null);
    }

    private SourceTime time(JsonTree body, SourcePointer source) {
        String text = body.textAt("createdAt");
        if (text == null) {
            return SourceTime.absent();
        }
        SourceTime time = StatedTime.iso(text);
        return time == null ? StatedTime.unreadable(text, source.offset(), tally) : time;
    }
}
