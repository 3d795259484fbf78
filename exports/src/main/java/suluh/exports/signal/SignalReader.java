package suluh.exports.signal;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.FileReading;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.core.observation.ZoneKnowledge;
import suluh.exports.ExportFile;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.text.ByteLines;

/** Reads the text of one chat, line by line. Format page: docs/formats/signal-text.md. */
public final class SignalReader {
    public static final String FORMAT = "signal-text";

    /** Longest sender: profile names end at 128 bytes in each of their two parts. */
    private static final int MAX_SENDER_CHARS = 260;
    /** Longest body kept: the service ends messages at 64 KiB. */
    private static final int MAX_BODY_CHARS = 4 << 20;
    /** Senders that tell a group from a chat of two. */
    private static final int MANY_SENDERS = 3;

    private final ReadingContext context;
    private final ReadingTally tally;
    private final ConversationRef conversation;
    private final StringBuilder body = new StringBuilder();
    private @Nullable SignalHead head;
    private @Nullable String sender;
    private @Nullable LocalDateTime latest;
    private long start;
    private long end;
    private boolean bodyCut;
    private long order;

    private SignalReader(ConversationRef conversation, ReadingContext context, ReadingTally tally) {
        this.conversation = conversation;
        this.context = context;
        this.tally = tally;
    }

    /** True when a text begins with the head of a message. */
    public static boolean opens(String text) {
        int line = text.indexOf('\n');
        return SignalHead.of(line < 0 ? text : text.substring(0, line)) != null;
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ReadingContext context, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        SignalReader reader = new SignalReader(conversation(file), context, tally);
        try (InputStream in = file.open()) {
            reader.readLines(new ByteLines(in));
        }
        return tally.finish();
    }

    private static ConversationRef conversation(ExportFile file) throws IOException {
        String name = file.fileName();
        int dot = name.lastIndexOf('.');
        String title = dot > 0 ? name.substring(0, dot) : name;
        return new ConversationRef(Platform.SIGNAL, file.fullPath(), title, type(file));
    }

    /** A first pass over the senders; the file says nowhere whether it is a group's. */
    private static ConversationType type(ExportFile file) throws IOException {
        Set<String> senders = new HashSet<>();
        try (InputStream in = file.open()) {
            ByteLines lines = new ByteLines(in);
            while (lines.next() && senders.size() < MANY_SENDERS) {
                String line = lines.firstByte() == '[' ? lines.text() : "";
                SignalHead head = SignalHead.of(line);
                int colon = head == null ? -1 : colon(line, head.bodyStart());
                if (head != null && colon >= 0) {
                    senders.add(line.substring(head.bodyStart(), colon));
                }
            }
        }
        return senders.size() >= MANY_SENDERS ? ConversationType.GROUP : ConversationType.UNKNOWN;
    }

    private void readLines(ByteLines lines) throws IOException {
        boolean joined = false;
        while (lines.next()) {
            String text = lines.text();
            if (text.indexOf('\uFFFD') >= 0 && !lines.isValid()) {
                tally.alarmOnce(
                        ReadingCode.ENCODING_INVALID,
                        "",
                        "some bytes are not UTF-8; U+FFFD stands in their place",
                        lines.start());
            }
            SignalHead found = joined ? null : SignalHead.of(text);
            long lineEnd = lines.start() + lines.length();
            if (found != null) {
                finish();
                begin(found, text, lines.start(), lineEnd);
            } else {
                proceed(text, joined, lines.start(), lineEnd);
            }
            joined = lines.isPiece();
            if (joined) {
                tally.alarmOnce(
                        ReadingCode.LINE_LIMIT,
                        "line",
                        "a line is longer than " + ByteLines.MAX_LINE_BYTES + " bytes and was read in pieces",
                        lines.start());
            }
        }
        finish();
    }

    private void begin(SignalHead found, String line, long lineStart, long lineEnd) {
        head = found;
        start = lineStart;
        end = lineEnd;
        body.setLength(0);
        bodyCut = false;
        int colon = colon(line, found.bodyStart());
        sender = colon < 0 ? null : line.substring(found.bodyStart(), colon);
        int from = colon < 0 ? found.bodyStart() : Math.min(line.length(), colon + 2);
        body.append(line, from, line.length());
    }

    /** Index of the colon behind the sender, or -1 when the line names none. */
    private static int colon(String line, int from) {
        int colon = line.indexOf(": ", from);
        colon = colon < 0 && line.endsWith(":") && line.length() > from ? line.length() - 1 : colon;
        return colon > from && colon - from <= MAX_SENDER_CHARS ? colon : -1;
    }

    private void proceed(String text, boolean joined, long lineStart, long lineEnd) {
        if (head == null) {
            if (!text.isBlank()) {
                tally.recordNotUnderstood();
                tally.alarmOnce(
                        ReadingCode.RECORD_INCOMPLETE, "start", "text stands before the first message", lineStart);
            }
            return;
        }
        if (text.isEmpty()) {
            body.append('\n');
            return;
        }
        end = lineEnd;
        if (body.length() + text.length() > MAX_BODY_CHARS) {
            bodyCut = true;
            return;
        }
        body.append(joined ? "" : "\n").append(text);
    }

    private void finish() {
        SignalHead done = head;
        if (done == null) {
            return;
        }
        SourcePointer source = tally.pointer(start, end - start);
        if (order == 0) {
            tally.emit(new Observation.Group(conversation, null, null, -1, SourceTime.absent(), source));
        }
        if (bodyCut) {
            tally.alarmOnce(
                    ReadingCode.LINE_LIMIT,
                    "body",
                    "a message is too long to be kept whole; its source pointer covers all of it",
                    start);
        }
        AccountRef account = sender == null ? null : AccountRef.named(Platform.SIGNAL, sender, conversation.id());
        tally.emit(new Observation.Message(
                conversation,
                null,
                account,
                time(done),
                account == null ? MessageKind.SYSTEM : MessageKind.CONTENT,
                body.toString().stripTrailing(),
                null,
                List.of(),
                null,
                order++,
                source));
        tally.recordRead();
    }

    private SourceTime time(SignalHead done) {
        LocalDateTime local = done.local();
        if (local == null) {
            tally.alarmOnce(ReadingCode.TIME_UNREADABLE, "", "a date or hour does not exist; its text was kept", start);
            return new SourceTime(done.stamp(), null, null, ZoneKnowledge.UNKNOWN, false);
        }
        if (latest != null && local.isBefore(latest)) {
            tally.alarm(
                    ReadingCode.HEADER_SUSPECT,
                    "the time of a head goes back; this head, or one before it, may have been typed into a message, or"
                            + " the device's clock was set",
                    start);
        }
        latest = local;
        return context.assumedZone() == null
                ? SourceTime.local(done.stamp(), local)
                : SourceTime.assumed(done.stamp(), local, context.assumedZone());
    }
}
