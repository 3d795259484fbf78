package suluh.exports.telegram;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactPoints;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.MembershipRole;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;

/** Turns the messages of one chat into observations. */
final class ChatReader {
    /** Accounts kept for reuse; beyond it the same values are made anew, so that memory stays bounded. */
    private static final int MAX_KEPT_ACCOUNTS = 100_000;

    private final ConversationRef conversation;
    private final ReadingContext context;
    private final ReadingTally tally;
    private final MessageRecord message;
    private final Map<String, AccountRef> accounts = new HashMap<>();
    private long order;

    ChatReader(ConversationRef conversation, ReadingContext context, ReadingTally tally, MessageRecord message) {
        this.conversation = conversation;
        this.context = context;
        this.tally = tally;
        this.message = message;
    }

    /** Reads the message at the cursor. */
    void readMessage(JsonCursor json) throws IOException {
        long start = json.tokenStart();
        if (!json.atObject()) {
            json.skip();
            tally.recordNotUnderstood();
            tally.alarmOnce(
                    ReadingCode.TYPE_UNEXPECTED, "element of messages", "an element of messages is no object", start);
            return;
        }
        message.read(json, tally);
        SourcePointer source = tally.pointer(start, json.position() - start);
        if (message.type == null && message.date == null && message.dateUnix == null && message.id == null) {
            tally.recordNotUnderstood();
            tally.alarmOnce(
                    ReadingCode.RECORD_INCOMPLETE,
                    "message",
                    "a record under messages has neither type, nor id, nor date",
                    start);
            return;
        }
        emit(source);
        tally.recordRead();
    }

    private void emit(SourcePointer source) {
        boolean service = "service".equals(message.type);
        if (!service && message.type != null && !message.type.equals("message")) {
            tally.alarmOnce(
                    ReadingCode.VALUE_UNKNOWN,
                    "type",
                    "a message has a type other than message and service; it was read as a message",
                    source.offset());
        }
        SourceTime time =
                TelegramTime.of(message.date, message.dateUnix, context.assumedZone(), source.offset(), tally);
        AccountRef sender = service ? account(message.actor, message.actorId) : account(message.from, message.fromId);
        tally.emit(new Observation.Message(
                conversation,
                message.id,
                sender,
                time,
                service ? serviceKind() : MessageKind.CONTENT,
                service ? serviceText() : text(),
                null,
                TelegramAttachments.of(message),
                message.replyTo,
                order++,
                source));
        if (service) {
            emitMovement(sender, time, source);
        }
        emitReactions(source);
        emitContact(sender, source);
    }

    private String text() {
        return message.hasText ? message.text.toString() : message.entityText.toString();
    }

    private MessageKind serviceKind() {
        return "phone_call".equals(message.action) || "group_call".equals(message.action)
                ? MessageKind.CALL
                : MessageKind.SYSTEM;
    }

    /** The action's own word; with the title that a group was given, where there is one. */
    private String serviceText() {
        String action = message.action == null ? "" : message.action;
        return message.title == null ? action : action + ": " + message.title;
    }

    private void emitMovement(@Nullable AccountRef actor, SourceTime time, SourcePointer source) {
        String action = message.action == null ? "" : message.action;
        switch (action) {
            case "invite_members" -> emitInvited(actor, time, source);
            case "join_group_by_link" -> {
                // Exports write the word Group where the link's maker is not named.
                boolean named = message.inviter != null && !message.inviter.equals("Group");
                AccountRef inviter = named ? account(message.inviter, null) : null;
                if (actor != null) {
                    tally.emit(new Observation.Invitation(inviter, actor, conversation, time, source));
                }
                emitMembership(actor, MembershipRole.MEMBER, time, source);
            }
            case "migrate_to_supergroup", "migrate_from_group" ->
                tally.alarmOnce(
                        ReadingCode.GROUP_MIGRATED,
                        conversation.id(),
                        "a group was moved and has a second id, which the export does not name; both are kept apart",
                        source.offset());
            case "join_group_by_request" -> emitMembership(actor, MembershipRole.MEMBER, time, source);
            case "create_group", "create_channel" -> {
                emitMembership(actor, MembershipRole.CREATOR, time, source);
                for (String member : message.members) {
                    emitMembership(account(member, null), MembershipRole.MEMBER, time, source);
                }
            }
            case "remove_members" -> {
                for (String member : message.members) {
                    emitMembership(account(member, null), MembershipRole.FORMER, time, source);
                }
            }
            default -> {
                // Other actions move nobody; the message itself keeps the action's word.
            }
        }
    }

    private void emitInvited(@Nullable AccountRef actor, SourceTime time, SourcePointer source) {
        for (String member : message.members) {
            AccountRef invited = account(member, null);
            if (invited != null) {
                tally.emit(new Observation.Invitation(actor, invited, conversation, time, source));
                emitMembership(invited, MembershipRole.MEMBER, time, source);
            }
        }
    }

    private void emitMembership(
            @Nullable AccountRef account, MembershipRole role, SourceTime since, SourcePointer source) {
        if (account != null) {
            tally.emit(new Observation.Membership(account, conversation, role, since, source));
        }
    }

    private void emitReactions(SourcePointer source) {
        for (MessageRecord.ReactionMark mark : message.reactions) {
            AccountRef account = account(mark.name(), mark.id());
            if (account != null) {
                SourcePointer own = tally.pointer(mark.offset(), mark.length());
                tally.emit(new Observation.Reaction(conversation, account, source, mark.symbol(), own));
            }
        }
    }

    private void emitContact(@Nullable AccountRef sender, SourcePointer source) {
        String phone = message.contactPhone;
        if (sender == null || phone == null || phone.isEmpty()) {
            return;
        }
        tally.emit(new Observation.ContactPoint(
                sender,
                ContactPointKind.PHONE,
                ContactRelation.PUBLISHED,
                phone,
                ContactPoints.phone(TelegramAccounts.international(phone), context.defaultCountryCode()),
                source));
    }

    private @Nullable AccountRef account(@Nullable String name, @Nullable String id) {
        String key = (id == null ? "~" : id) + ' ' + name;
        AccountRef kept = accounts.get(key);
        if (kept != null) {
            return kept;
        }
        AccountRef account = TelegramAccounts.account(name, id, conversation.id());
        if (account != null && accounts.size() < MAX_KEPT_ACCOUNTS) {
            accounts.put(key, account);
        }
        return account;
    }
}
