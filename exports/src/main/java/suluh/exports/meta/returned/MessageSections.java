package suluh.exports.meta.returned;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Attachment;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MembershipRole;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;

/** Reads threads: who takes part, and each message with its author, time, body and media. */
final class MessageSections {
    private static final Set<String> SECTIONS = Set.of(
            "unified_messages",
            "threads_unified_messages",
            "messages",
            "reported_conversations",
            "reported_disappearing_messages");
    private static final Set<String> LABELS = Set.of(
            "Author",
            "Sent",
            "Body",
            "Attachments",
            "Type",
            "Size",
            "URL",
            "Url",
            "Product Type",
            "Date Created",
            "Text",
            "Linked Media File:",
            "Subscription Event",
            "Summary",
            "Title",
            "Share",
            "Users",
            "Missed",
            "Duration",
            "Call Record",
            "Removed by Sender",
            "Current Participants",
            "Past Participants",
            "Thread",
            "AI",
            "Photo ID",
            "Sticker",
            "Reactions",
            "Thread Name",
            "Read Receipts");
    private static final Pattern NUMBER = Pattern.compile("\\(?\\s*(\\d{3,30})\\s*\\)?");

    private final ReturnScope scope;
    private final ReadingTally tally;
    private final LabelCoverage coverage;
    private String section = "";
    private long order;

    MessageSections(ReturnScope scope, ReadingTally tally, LabelCoverage coverage) {
        this.scope = scope;
        this.tally = tally;
        this.coverage = coverage;
    }

    void beginSection(String name) {
        section = name;
    }

    void endSection() {
        section = "";
    }

    /** True for records of threads, and for what has an author and a time wherever it stands. */
    boolean takes(String name, List<String> list, ReturnRecord record) {
        boolean inThread = !list.isEmpty() && list.getLast().startsWith("Thread");
        boolean message = record.value("Author") != null && record.value("Sent") != null;
        return inThread || message || SECTIONS.contains(name);
    }

    void take(List<String> list, String loose, ReturnRecord record) {
        count(record);
        ConversationRef thread = thread(list, loose, record);
        boolean found = takeParticipants(record, thread, "Current Participants", MembershipRole.MEMBER);
        found |= takeParticipants(record, thread, "Past Participants", MembershipRole.FORMER);
        String author = record.value("Author");
        String sent = record.value("Sent");
        if (author != null || sent != null) {
            emit(thread, author, sent, record);
        } else if (!found) {
            tally.recordNotUnderstood();
            tally.alarmOnce(
                    ReadingCode.RECORD_INCOMPLETE,
                    section,
                    "a record of a thread has neither an author nor a time nor participants",
                    record.start());
            return;
        }
        tally.recordRead();
    }

    private void count(ReturnRecord record) {
        for (ReturnRecord.Field field : record.fields()) {
            coverage.saw(section, field.label(), LABELS.contains(field.label()), record.start());
        }
        for (ReturnRecord.Nested nested : record.nested()) {
            coverage.saw(section, nested.label(), LABELS.contains(nested.label()), record.start());
            count(nested.record());
        }
    }

    private ConversationRef thread(List<String> list, String loose, ReturnRecord record) {
        String label = list.isEmpty() ? "" : list.getLast();
        String number = number(label.startsWith("Thread") ? loose.isEmpty() ? label : loose : record.value("Thread"));
        String id = number == null ? scope.root() + "|" + section : "thread/" + number;
        return new ConversationRef(scope.threadPlatform(), id, record.value("Thread Name"), ConversationType.UNKNOWN);
    }

    private static @Nullable String number(@Nullable String text) {
        Matcher match = NUMBER.matcher(text == null ? "" : text);
        return match.find() ? match.group(1) : null;
    }

    private boolean takeParticipants(ReturnRecord record, ConversationRef thread, String label, MembershipRole role) {
        String names = record.value(label);
        if (names == null) {
            return false;
        }
        for (String line : names.lines().map(String::strip).toList()) {
            // The first line may be the time of the list.
            if (!line.isEmpty() && !line.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
                tally.emit(new Observation.Membership(
                        account(line, thread), thread, role, SourceTime.absent(), scope.pointer(record)));
            }
        }
        return true;
    }

    private void emit(ConversationRef thread, @Nullable String author, @Nullable String sent, ReturnRecord record) {
        SourcePointer source = scope.pointer(record);
        if (author == null) {
            tally.alarmOnce(
                    ReadingCode.RECORD_INCOMPLETE,
                    "author",
                    "a message names no author; it was attributed to nobody",
                    source.offset());
        }
        String body = record.value("Body");
        boolean call = record.nested().stream().anyMatch(inner -> inner.label().equals("Call Record"))
                || record.value("Call Record") != null;
        tally.emit(new Observation.Message(
                thread,
                null,
                author == null ? null : account(author, thread),
                scope.time(sent, record),
                kind(record, call),
                body == null ? "" : body,
                null,
                attachments(record),
                null,
                order++,
                source));
    }

    private static MessageKind kind(ReturnRecord record, boolean call) {
        if (call) {
            return MessageKind.CALL;
        }
        if ("true".equalsIgnoreCase(record.value("Removed by Sender"))) {
            return MessageKind.REMOVED;
        }
        return record.value("Subscription Event") == null ? MessageKind.CONTENT : MessageKind.SYSTEM;
    }

    private static List<Attachment> attachments(ReturnRecord record) {
        List<Attachment> found = new ArrayList<>();
        gather(record, found);
        return found;
    }

    // Recursion is bounded by the depth of blocks that ReturnPage opens.
    private static void gather(ReturnRecord record, List<Attachment> found) {
        for (ReturnRecord.Field field : record.fields()) {
            String value = field.value();
            Attachment.Kind kind = switch (field.label()) {
                case "Linked Media File:" -> Attachment.Kind.FILE;
                case "URL", "Url" -> Attachment.Kind.LINK;
                default -> Attachment.Kind.UNSTATED;
            };
            if (kind != Attachment.Kind.UNSTATED && !value.isEmpty()) {
                found.add(new Attachment(kind, value, record.value("Title"), Attachment.Presence.REFERENCED));
            }
        }
        record.nested().forEach(nested -> gather(nested.record(), found));
    }

    private AccountRef account(String text, ConversationRef thread) {
        return ReturnAccount.of(text, scope.platform(), thread.id());
    }
}
