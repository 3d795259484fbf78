package suluh.exports.telegramhtml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import suluh.exports.KeyNames;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;

/** Turns the messages of one page, in their order, into observations. */
final class PageMessages {
    /** What the writer puts in the place of every deleted account's name; two of them are not one account. */
    static final String DELETED = "Deleted Account";

    private static final Pattern REPLY = Pattern.compile("go_to_message(\\d{1,20})");
    private static final Set<String> KNOWN = Set.of(
            "",
            "message",
            "default",
            "service",
            "clearfix",
            "joined",
            "body",
            "details",
            "date",
            "pull_left",
            "pull_right",
            "userpic_wrap",
            "from_name",
            "reply_to",
            "text",
            "bold",
            "forwarded",
            "media_wrap",
            "reactions",
            "signature",
            "userpic",
            "bot_buttons_table",
            "bot_button",
            "bot_button_row",
            "via",
            "spoiler",
            "emoji",
            "userpics",
            "count",
            "reaction",
            "active",
            "initials",
            "nowrap",
            "bot_button_column",
            "bot_button_column_separator",
            "tgme_inline",
            "hidden",
            "selected");

    private final ReadingContext context;
    private final ReadingTally tally;
    private @Nullable AccountRef latestSender;
    private boolean hasSender;
    private long order;

    PageMessages(ReadingContext context, ReadingTally tally) {
        this.context = context;
        this.tally = tally;
    }

    /** Reads one message and counts it. */
    void read(Element message, ConversationRef conversation, SourcePointer source) {
        String id = message.attribute("id");
        String number = id != null && id.startsWith("message") ? id.substring("message".length()) : "";
        if (message.is("service")) {
            readService(message, number, conversation, source);
            return;
        }
        Element body = message.child("body");
        if (!message.is("default") || body == null) {
            tally.recordNotUnderstood();
            tally.alarmOnce(
                    ReadingCode.RECORD_INCOMPLETE,
                    "message",
                    "a message is neither default nor service, or has no body",
                    source.offset());
            return;
        }
        tellUnknown(body, source.offset());
        readDefault(message, body, number, conversation, source);
    }

    private void readService(Element message, String number, ConversationRef conversation, SourcePointer source) {
        String text = message.all("details").isEmpty()
                ? message.text().strip()
                : message.all("details").getFirst().text().strip();
        if (number.startsWith("-")) {
            tally.recordSkipped("date between messages");
            return;
        }
        hasSender = false;
        tally.emit(new Observation.Message(
                conversation,
                number.isEmpty() ? null : number,
                null,
                SourceTime.absent(),
                MessageKind.SYSTEM,
                text,
                null,
                List.of(),
                null,
                order++,
                source));
        ServiceLine.emit(text, conversation, source, tally);
        tally.recordRead();
    }

    private void readDefault(
            Element message, Element body, String number, ConversationRef conversation, SourcePointer source) {
        AccountRef sender = sender(message, body, conversation, source);
        Element date = body.child("date");
        String stamp = date == null ? null : date.attribute("title");
        SourceTime time =
                stamp == null ? SourceTime.absent() : PageTime.of(stamp, context.assumedZone(), source.offset(), tally);
        Element forwarded = body.child("forwarded");
        List<Attachment> attachments = new ArrayList<>();
        String text = content(body, attachments);
        if (forwarded != null) {
            String inner = content(forwarded, attachments);
            text = text.isEmpty() ? inner : text + "\n" + inner;
        }
        boolean call = !body.all("media_call").isEmpty();
        tally.emit(new Observation.Message(
                conversation,
                number.isEmpty() ? null : number,
                sender,
                time,
                call ? MessageKind.CALL : MessageKind.CONTENT,
                text,
                null,
                attachments,
                replyTo(body),
                order++,
                source));
        contacts(body, sender, source);
        reactions(body, conversation, source);
        tally.recordRead();
    }

    /** The writer names a sender once for a run of messages; those that follow are marked as joined. */
    private @Nullable AccountRef sender(
            Element message, Element body, ConversationRef conversation, SourcePointer source) {
        Element name = body.child("from_name");
        if (name != null) {
            String shown = name.ownText().strip();
            latestSender = shown.isEmpty() || shown.equals(DELETED)
                    ? null
                    : AccountRef.named(Platform.TELEGRAM, shown, conversation.id());
            hasSender = true;
            return latestSender;
        }
        if (message.is("joined") && hasSender) {
            return latestSender;
        }
        tally.alarmOnce(
                ReadingCode.RECORD_INCOMPLETE,
                "from_name",
                "a message names no sender and does not follow one that does; it was attributed to nobody",
                source.offset());
        return null;
    }

    /** Text of a body, with its media and hidden links added to the attachments. */
    private static String content(Element body, List<Attachment> attachments) {
        for (Element media : body.children()) {
            if (media.is("media_wrap")) {
                media.children().forEach(inner -> attachments.add(PageMedia.attachment(inner)));
            }
        }
        Element text = body.child("text");
        if (text == null) {
            return "";
        }
        links(text, attachments);
        return text.text().strip();
    }

    // Recursion is bounded by TelegramHtmlReader.MAX_DEPTH.
    private static void links(Element element, List<Attachment> attachments) {
        for (Element child : element.children()) {
            String href = child.attribute("href");
            boolean hidden = href != null && !href.isEmpty() && !child.text().contains(href);
            if (hidden && child.name().equals("a")) {
                attachments.add(new Attachment(Attachment.Kind.LINK, href, null, Attachment.Presence.REFERENCED));
            }
            links(child, attachments);
        }
    }

    private static @Nullable String replyTo(Element body) {
        Element reply = body.child("reply_to");
        if (reply == null) {
            return null;
        }
        for (Element link : reply.children()) {
            String href = link.attribute("href");
            Matcher matcher = REPLY.matcher(href == null ? "" : href);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return null;
    }

    private void contacts(Element body, @Nullable AccountRef sender, SourcePointer source) {
        for (Element contact : body.all("media_contact")) {
            List<Element> status = contact.all("status");
            String phone = status.isEmpty() ? "" : status.getFirst().text().strip();
            String international = phone.startsWith("+") ? phone : "+" + phone;
            String normalised = ContactPoints.phone(international, context.defaultCountryCode());
            if (sender != null && !normalised.isEmpty()) {
                tally.emit(new Observation.ContactPoint(
                        sender, ContactPointKind.PHONE, ContactRelation.PUBLISHED, phone, normalised, source));
            }
        }
    }

    /** Only reactions that show who reacted say anything of an account. */
    private void reactions(Element body, ConversationRef conversation, SourcePointer source) {
        for (Element reaction : body.all("reaction")) {
            List<Element> emoji = reaction.all("emoji");
            String symbol = emoji.isEmpty() ? "" : emoji.getFirst().text().strip();
            for (Element initials : reaction.all("initials")) {
                String name = initials.attribute("title");
                if (name != null && !name.isBlank() && !name.equals(DELETED)) {
                    AccountRef account = AccountRef.named(Platform.TELEGRAM, name.strip(), conversation.id());
                    tally.emit(new Observation.Reaction(conversation, account, source, symbol, source));
                }
            }
        }
    }

    /** Elements directly in a body whose classes this reader does not know are drift. */
    private void tellUnknown(Element body, long offset) {
        for (Element child : body.children()) {
            for (String name : child.classes()) {
                if (!KNOWN.contains(name)) {
                    tally.alarmOnce(
                            ReadingCode.KEY_UNKNOWN,
                            name,
                            "an element of unknown class stands in a message; it was not read: " + KeyNames.shown(name),
                            offset);
                }
            }
        }
    }
}
