package suluh.exports.discordexport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Attachment;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactPoints;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.ConversationRef;
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
import suluh.exports.discord.DiscordFiles;
import suluh.exports.json.JsonTree;

/** Turns the messages of one channel into observations. */
final class ExportedMessage {
    /** Accounts kept for reuse; beyond it the same values are made anew, so that memory stays bounded. */
    private static final int MAX_KEPT_ACCOUNTS = 100_000;

    private static final Set<String> CONTENT =
            Set.of("Default", "Reply", "ThreadStarterMessage", "ChatInputCommand", "ContextMenuCommand", "20", "23");

    private final ConversationRef conversation;
    private final ReadingTally tally;
    private final Map<String, AccountRef> accounts = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private long order;

    ExportedMessage(ConversationRef conversation, ReadingTally tally) {
        this.conversation = conversation;
        this.tally = tally;
    }

    /** One message; counts it as read, or as not understood. */
    void read(JsonTree message, SourcePointer source) {
        String id = message.textAt("id");
        String timestamp = message.textAt("timestamp");
        if (id == null && timestamp == null) {
            tally.recordNotUnderstood();
            tally.alarmOnce(
                    ReadingCode.RECORD_INCOMPLETE,
                    "message",
                    "a message has neither an id nor a timestamp",
                    source.offset());
            return;
        }
        SourceTime time = time(timestamp, source);
        Snowflake.DISCORD.check(id, time.instant(), source.offset(), tally);
        AccountRef sender = account(message.at("author"), source);
        if (sender == null) {
            tally.alarmOnce(
                    ReadingCode.RECORD_INCOMPLETE,
                    "author",
                    "a message has no author with an id; it was attributed to nobody",
                    source.offset());
        }
        String type = message.textAt("type");
        MessageKind kind = kind(type);
        tally.emit(new Observation.Message(
                conversation,
                id,
                sender,
                time,
                kind,
                text(message),
                null,
                attachments(message),
                "Reply".equals(type) ? message.textAt("reference", "messageId") : null,
                order++,
                source));
        if (kind == MessageKind.SYSTEM) {
            movement(String.valueOf(type), sender, message, time, source);
        }
        reactions(message, source);
        tally.recordRead();
    }

    private SourceTime time(@Nullable String text, SourcePointer source) {
        if (text == null) {
            return SourceTime.absent();
        }
        SourceTime time = StatedTime.iso(text);
        return time == null ? StatedTime.unreadable(text, source.offset(), tally) : time;
    }

    private static MessageKind kind(@Nullable String type) {
        if (type == null || CONTENT.contains(type)) {
            return MessageKind.CONTENT;
        }
        return type.equals("Call") ? MessageKind.CALL : MessageKind.SYSTEM;
    }

    /** What the forwarder wrote, then what was forwarded. */
    private static String text(JsonTree message) {
        String own = message.textAt("content");
        String forwarded = message.textAt("forwardedMessage", "content");
        if (forwarded == null) {
            return own == null ? "" : own;
        }
        return own == null ? forwarded : own + "\n" + forwarded;
    }

    private static List<Attachment> attachments(JsonTree message) {
        List<Attachment> found = new ArrayList<>();
        collect(message, found);
        collect(message.at("forwardedMessage"), found);
        return found;
    }

    private static void collect(JsonTree message, List<Attachment> found) {
        for (JsonTree attachment : message.at("attachments").elements()) {
            String url = attachment.textAt("url");
            found.add(DiscordFiles.attachment(url == null ? "" : url, attachment.textAt("fileName")));
        }
        for (JsonTree sticker : message.at("stickers").elements()) {
            found.add(new Attachment(
                    Attachment.Kind.STICKER,
                    sticker.textAt("sourceUrl"),
                    sticker.textAt("name"),
                    Attachment.Presence.REFERENCED));
        }
        for (JsonTree embed : message.at("embeds").elements()) {
            if (embed.textAt("url") != null) {
                found.add(new Attachment(
                        Attachment.Kind.LINK,
                        embed.textAt("url"),
                        embed.textAt("title"),
                        Attachment.Presence.REFERENCED));
            }
        }
    }

    private void movement(
            String type, @Nullable AccountRef sender, JsonTree message, SourceTime time, SourcePointer source) {
        switch (type) {
            case "RecipientAdd" -> {
                for (JsonTree mention : message.at("mentions").elements()) {
                    AccountRef added = account(mention, source);
                    if (added != null) {
                        tally.emit(new Observation.Invitation(sender, added, conversation, time, source));
                        member(added, MembershipRole.MEMBER, time, source);
                    }
                }
            }
            case "RecipientRemove" -> {
                for (JsonTree mention : message.at("mentions").elements()) {
                    member(account(mention, source), MembershipRole.FORMER, time, source);
                }
            }
            case "GuildMemberJoin" -> member(sender, MembershipRole.MEMBER, time, source);
            default -> {
                // Other lines of the platform move nobody; the message itself keeps their text.
            }
        }
    }

    private void member(@Nullable AccountRef account, MembershipRole role, SourceTime since, SourcePointer source) {
        if (account != null) {
            tally.emit(new Observation.Membership(account, conversation, role, since, source));
        }
    }

    private void reactions(JsonTree message, SourcePointer source) {
        for (JsonTree reaction : message.at("reactions").elements()) {
            String symbol = reaction.textAt("emoji", "name");
            for (JsonTree user : reaction.at("users").elements()) {
                AccountRef account = account(user, source);
                if (account != null) {
                    tally.emit(new Observation.Reaction(
                            conversation, account, source, symbol == null ? "" : symbol, source));
                }
            }
        }
    }

    /** The account of a user; its handle is told once for a file. */
    private @Nullable AccountRef account(JsonTree user, SourcePointer source) {
        String id = user.textAt("id");
        if (id == null) {
            return null;
        }
        String handle = user.textAt("name");
        String shown = user.textAt("nickname") == null ? handle : user.textAt("nickname");
        if (accounts.size() >= MAX_KEPT_ACCOUNTS) {
            accounts.clear();
            told.clear();
        }
        AccountRef account = accounts.computeIfAbsent(
                id + ' ' + handle + ' ' + shown, key -> AccountRef.identified(Platform.DISCORD, id, shown));
        if (handle != null && told.add(id + ' ' + handle)) {
            tally.emit(new Observation.ContactPoint(
                    account,
                    ContactPointKind.HANDLE,
                    ContactRelation.OWNED,
                    handle,
                    ContactPoints.handle(handle),
                    source));
        }
        return account;
    }
}
