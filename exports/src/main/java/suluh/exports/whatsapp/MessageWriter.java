package suluh.exports.whatsapp;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Attachment;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactPoints;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;

/** Turns the messages of one chat into observations. */
final class MessageWriter {
    /** Accounts kept for reuse; a group has at most 1,024 members, and names change. */
    private static final int MAX_KEPT_ACCOUNTS = 100_000;

    private final ConversationRef conversation;
    private final ReadingContext context;
    private final ReadingTally tally;
    private final Map<String, AccountRef> accounts = new HashMap<>();
    private boolean groupTold;
    private long order;

    MessageWriter(ConversationRef conversation, ReadingContext context, ReadingTally tally) {
        this.conversation = conversation;
        this.context = context;
        this.tally = tally;
    }

    void write(Draft draft) {
        SourcePointer source = tally.pointer(draft.start, draft.length());
        if (!groupTold) {
            groupTold = true;
            tally.emit(new Observation.Group(conversation, null, null, -1, SourceTime.absent(), source));
        }
        String sender = draft.head.sender();
        if (sender == null) {
            emit(null, draft, MessageKind.SYSTEM, draft.text(), List.of(), source);
            emitMovement(draft, source);
            return;
        }
        AccountRef account = account(sender, source);
        String firstLine = VisibleText.of(draft.head.text());
        String phrase = Phrases.phrase(firstLine);
        Attachment.Kind omitted = Phrases.omitted(phrase);
        if (omitted != null) {
            Attachment left = new Attachment(omitted, null, firstLine.strip(), Attachment.Presence.OMITTED);
            emit(account, draft, MessageKind.CONTENT, caption(draft), List.of(left), source);
            return;
        }
        String attached = Phrases.attachedName(firstLine);
        if (attached != null) {
            emit(account, draft, MessageKind.CONTENT, caption(draft), List.of(attached(attached)), source);
            return;
        }
        emit(account, draft, kind(phrase), draft.text(), List.of(), source);
    }

    private void emit(
            @Nullable AccountRef sender,
            Draft draft,
            MessageKind kind,
            String text,
            List<Attachment> attachments,
            SourcePointer source) {
        tally.emit(new Observation.Message(
                conversation, null, sender, draft.time, kind, text, null, attachments, null, order++, source));
    }

    private static MessageKind kind(String phrase) {
        if (Phrases.isRemoved(phrase)) {
            return MessageKind.REMOVED;
        }
        return Phrases.isCall(phrase) ? MessageKind.CALL : MessageKind.CONTENT;
    }

    /** What was written with a file: before its marker on iOS, on the lines behind it on Android. */
    private static String caption(Draft draft) {
        String before = draft.head.text().substring(0, Phrases.attachedStart(draft.head.text()));
        String caption = VisibleText.of(before).isBlank() ? "" : before;
        String behind = draft.moreLines();
        return caption.isEmpty() && !behind.isEmpty() ? behind.substring(1) : caption + behind;
    }

    private static Attachment attached(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Attachment.Kind kind = switch (extension) {
            case "jpg", "jpeg", "png", "heic" -> Attachment.Kind.PHOTO;
            case "mp4", "mov", "3gp" -> Attachment.Kind.VIDEO;
            case "opus", "m4a", "mp3", "aac", "amr", "ogg" -> Attachment.Kind.AUDIO;
            case "webp" -> Attachment.Kind.STICKER;
            case "vcf" -> Attachment.Kind.CONTACT;
            default -> Attachment.Kind.FILE;
        };
        return new Attachment(kind, name, name, Attachment.Presence.REFERENCED);
    }

    private void emitMovement(Draft draft, SourcePointer source) {
        Movement movement = Movement.of(VisibleText.of(draft.head.text()).strip());
        if (movement == null) {
            return;
        }
        AccountRef subject = account(movement.subject(), source);
        if (movement.invited()) {
            AccountRef inviter = movement.actor() == null ? null : account(movement.actor(), source);
            tally.emit(new Observation.Invitation(inviter, subject, conversation, draft.time, source));
        }
        tally.emit(new Observation.Membership(subject, conversation, movement.role(), draft.time, source));
    }

    /** The account of a name; a number that the device shows in the place of a name is the account's own. */
    private AccountRef account(String name, SourcePointer source) {
        AccountRef kept = accounts.get(name);
        if (kept != null) {
            return kept;
        }
        String phone = name.startsWith("+") ? ContactPoints.phone(name, context.defaultCountryCode()) : "";
        AccountRef account = phone.isEmpty()
                ? AccountRef.named(Platform.WHATSAPP, name, conversation.id())
                : AccountRef.identified(Platform.WHATSAPP, phone, name);
        if (!phone.isEmpty()) {
            tally.emit(new Observation.ContactPoint(
                    account, ContactPointKind.PHONE, ContactRelation.OWNED, name, phone, source));
        }
        if (accounts.size() < MAX_KEPT_ACCOUNTS) {
            accounts.put(name, account);
        }
        return account;
    }
}
