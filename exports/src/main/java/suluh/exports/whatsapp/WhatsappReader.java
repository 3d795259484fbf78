package suluh.exports.whatsapp;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;
import suluh.core.observation.SourceTime;
import suluh.core.observation.ZoneKnowledge;
import suluh.exports.ExportFile;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.text.ByteLines;

/**
 * Reads the text of one chat in two passes: {@link Survey}, then the messages.
 *
 * <p>A line begins a message when it has a head in the form that the file's heads have. A head in another form is kept
 * as text of the message it stands in, and told; so is a head whose time goes back. Format page:
 * docs/formats/whatsapp-text.md.
 */
public final class WhatsappReader {
    public static final String FORMAT = "whatsapp-text";

    private final ExportFile file;
    private final ReadingContext context;
    private final ReadingTally tally;
    private final String chatName;
    private final HeadScan heads = new HeadScan();
    private final Senders senders = new Senders();
    private Header.@Nullable Form form;
    private Header.@Nullable DateOrder order;
    private CalendarSystem calendar = CalendarSystem.GREGORIAN;
    private @Nullable MessageWriter writer;
    private @Nullable Draft draft;
    private @Nullable LocalDateTime latest;
    private boolean joinNext;

    private WhatsappReader(ExportFile file, ReadingContext context, ReadingTally tally) {
        this.file = file;
        this.context = context;
        this.tally = tally;
        this.chatName = ChatName.of(file);
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ReadingContext context, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        WhatsappReader reader = new WhatsappReader(file, context, tally);
        Survey survey = Survey.of(file);
        Header.Form form = survey.form();
        if (form == null) {
            return tally.finish(FileFate.NOT_UNDERSTOOD, "no line begins like a message");
        }
        reader.begin(form, survey);
        try (InputStream in = file.open()) {
            reader.readLines(new ByteLines(in));
        }
        return tally.finish();
    }

    private void begin(Header.Form mainForm, Survey survey) {
        form = mainForm;
        Survey.Dates dates = survey.dates(mainForm);
        order = dates.order();
        calendar = dates.calendar();
        if (calendar != CalendarSystem.GREGORIAN) {
            tally.alarm(
                    ReadingCode.CALENDAR_CONVERTED,
                    "dates are of the " + calendar.name().toLowerCase(Locale.ROOT)
                            + " calendar and were converted to the Gregorian; their text was kept",
                    -1);
        }
        if (dates.isContradictory()) {
            tally.alarm(
                    ReadingCode.DAY_MONTH_CONTRADICTORY,
                    "some dates fit day before month only and others month before day only; no time was concluded",
                    -1);
        } else if (order == null) {
            tally.alarm(
                    ReadingCode.DAY_MONTH_AMBIGUOUS,
                    "no date of the file tells day and month apart; times stay open but where both are equal",
                    -1);
        }
        ConversationRef conversation = new ConversationRef(
                Platform.WHATSAPP, file.fullPath(), chatName.isEmpty() ? null : chatName, conversationType(survey));
        writer = new MessageWriter(conversation, context, tally);
    }

    private ConversationType conversationType(Survey survey) {
        if (survey.isGroup()) {
            return ConversationType.GROUP;
        }
        return survey.hasSender(chatName) ? ConversationType.DIRECT : ConversationType.UNKNOWN;
    }

    private void readLines(ByteLines lines) throws IOException {
        while (lines.next()) {
            boolean mayBeHead = !joinNext && Survey.mayBeHead(lines.firstByte());
            Header header = mayBeHead ? heads.parse(lines) : null;
            tellFaults(lines);
            if (header != null && header.form().equals(form)) {
                finishDraft();
                draft = open(header, lines);
            } else {
                continueDraft(header, lines);
            }
            joinNext = lines.isPiece();
        }
        finishDraft();
    }

    private void tellFaults(ByteLines lines) {
        if (!lines.isValid()) {
            tally.alarmOnce(
                    ReadingCode.ENCODING_INVALID,
                    "",
                    "some bytes are not UTF-8; U+FFFD stands in their place",
                    lines.start());
        }
        if (lines.isPiece()) {
            tally.alarmOnce(
                    ReadingCode.LINE_LIMIT,
                    "line",
                    "a line is longer than " + ByteLines.MAX_LINE_BYTES + " bytes and was read in pieces",
                    lines.start());
        }
    }

    private Draft open(Header header, ByteLines line) {
        SourceTime time = time(header, header.stamp(line), line.start());
        Body body = senders.body(line, header.bodyStart(), chatName);
        if (body.doubtful()) {
            tally.alarmOnce(
                    ReadingCode.HEADER_SUSPECT,
                    "sender",
                    "a colon stands behind a head and not as a sender's; the line was attributed to nobody",
                    line.start());
        }
        return new Draft(time, body, line.start(), line.start() + line.length());
    }

    private void continueDraft(@Nullable Header other, ByteLines line) {
        Draft open = draft;
        String text = line.text();
        long start = line.start();
        if (open == null) {
            if (!VisibleText.of(text).isBlank()) {
                tally.recordNotUnderstood();
                tally.alarmOnce(ReadingCode.RECORD_INCOMPLETE, "start", "text stands before the first message", start);
            }
            return;
        }
        if (other != null || isIndentedHead(line, text)) {
            tally.alarm(
                    ReadingCode.HEADER_SUSPECT,
                    "a line inside a message looks like the head of another, and is not written as this file's heads are;"
                            + " it was kept as text of the message around it",
                    start);
        }
        open.add(text, joinNext, start + line.length());
    }

    private boolean isIndentedHead(ByteLines line, String text) {
        boolean indented = line.firstByte() == ' ' || line.firstByte() == '\t';
        return indented && !joinNext && heads.parse(text.strip()) != null;
    }

    private void finishDraft() {
        Draft done = draft;
        draft = null;
        if (done == null || writer == null) {
            return;
        }
        if (done.isCut()) {
            tally.alarmOnce(
                    ReadingCode.LINE_LIMIT,
                    "body",
                    "a message is too long to be kept whole; its source pointer covers all of it",
                    done.start);
        }
        writer.write(done);
        tally.recordRead();
    }

    private SourceTime time(Header header, String stamp, long offset) {
        if (order == null && !header.isSymmetric()) {
            return SourceTime.ambiguous(stamp);
        }
        LocalDateTime local = header.local(order == null ? Header.DateOrder.DAY_MONTH_YEAR : order, calendar);
        if (local == null) {
            tally.alarmOnce(
                    ReadingCode.TIME_UNREADABLE,
                    "",
                    "a date or hour does not exist in the calendar of this file; its text was kept",
                    offset);
            return new SourceTime(stamp, null, null, ZoneKnowledge.UNKNOWN, false);
        }
        if (latest != null && local.isBefore(latest)) {
            tally.alarm(
                    ReadingCode.HEADER_SUSPECT,
                    "the time of a head goes back; this head, or one before it, may have been typed into a message, or"
                            + " the device's clock was set",
                    offset);
        }
        latest = local;
        return context.assumedZone() == null
                ? SourceTime.local(stamp, local)
                : SourceTime.assumed(stamp, local, context.assumedZone());
    }
}
