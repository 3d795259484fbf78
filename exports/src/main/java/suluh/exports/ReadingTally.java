package suluh.exports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.ReadingAlarm;
import suluh.core.observation.SourcePointer;

/**
 * Keeps the account of one file while it is read: each record is read, skipped or not understood, exactly once.
 *
 * <p>Not thread-safe; one for each file.
 */
public final class ReadingTally {
    /** Alarms listed for one file; a hostile file could raise one for each byte. */
    public static final int MAX_ALARMS = 500;

    /** Alarms that say why a record was not understood. */
    private static final Set<ReadingCode> LOST_RECORD = EnumSet.of(
            ReadingCode.RECORD_INCOMPLETE,
            ReadingCode.TYPE_UNEXPECTED,
            ReadingCode.SECTION_UNKNOWN,
            ReadingCode.ROW_UNEVEN,
            ReadingCode.JSON_INVALID,
            ReadingCode.CAPTURE_INVALID,
            ReadingCode.CAPTURE_CUT);

    private final ExportFile file;
    private final String format;
    private final ObservationSink sink;
    private final SortedMap<String, Long> skipped = new TreeMap<>();
    private final List<ReadingAlarm> alarms = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private long read;
    private long notUnderstood;
    private long observations;
    private boolean damaged;

    /** @param format reader's name, for example {@code telegram-json}; empty when no reader knows the file */
    public ReadingTally(ExportFile file, String format, ObservationSink sink) {
        this.file = file;
        this.format = format;
        this.sink = sink;
    }

    /** Passes an observation on. */
    public void emit(Observation observation) {
        observations++;
        sink.accept(observation);
    }

    /** Counts a record as read. */
    public void recordRead() {
        read++;
    }

    /** Counts a record as left aside on purpose. */
    public void recordSkipped(String reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    /** Counts a record as not understood. */
    public void recordNotUnderstood() {
        notUnderstood++;
    }

    /** Raises an alarm. */
    public void alarm(ReadingCode code, String message, long offset) {
        if (alarms.size() < MAX_ALARMS) {
            alarms.add(new ReadingAlarm(code, message, offset));
        } else if (alarms.size() == MAX_ALARMS) {
            alarms.add(new ReadingAlarm(
                    ReadingCode.ALARMS_SUPPRESSED, "further alarms of this file are not listed", offset));
        }
    }

    /** Raises an alarm unless one of this code and subject was raised before. */
    public void alarmOnce(ReadingCode code, String subject, String message, long offset) {
        if (told.size() <= MAX_ALARMS && told.add(code.name() + ' ' + subject)) {
            alarm(code, message, offset);
        }
    }

    /** A key that the reader does not know, told once for each key. */
    public void unknownKey(String where, String key, long offset) {
        alarmOnce(
                ReadingCode.KEY_UNKNOWN,
                where + ' ' + key,
                "unknown key " + KeyNames.shown(key) + " in " + where + "; its value was not read",
                offset);
    }

    /** A key whose value has an unexpected type, told once for each key. */
    public void unexpectedType(String where, String key, long offset) {
        alarmOnce(
                ReadingCode.TYPE_UNEXPECTED,
                where + ' ' + key,
                "key " + KeyNames.shown(key) + " in " + where + " holds an unexpected type; it was not read",
                offset);
    }

    /** The rest of the file could not be read. */
    public void damaged(ReadingCode code, String message, long offset) {
        damaged = true;
        alarm(code, message, offset);
    }

    /** Pointer to bytes of this file. */
    public SourcePointer pointer(long offset, long length) {
        return new SourcePointer(file.item(), file.path(), offset, length);
    }

    /** Closes the account: read, partly read, or not understood when nothing could be. */
    public FileReading finish() {
        if (!damaged && notUnderstood == 0) {
            return reading(FileFate.READ, "");
        }
        String reason = damaged ? alarms.getLast().message() : notUnderstoodBecause();
        return reading(read > 0 ? FileFate.PARTLY_READ : FileFate.NOT_UNDERSTOOD, reason);
    }

    /** Closes the account of a file that was left aside, or that nobody understood. */
    public FileReading finish(FileFate fate, String reason) {
        return reading(fate, reason);
    }

    private String notUnderstoodBecause() {
        String count = notUnderstood == 1 ? "1 record was" : notUnderstood + " records were";
        return alarms.stream()
                .filter(alarm -> LOST_RECORD.contains(alarm.code()))
                .findFirst()
                .or(() -> alarms.stream().findFirst())
                .map(alarm -> count + " not understood: " + alarm.message())
                .orElse(count + " not understood");
    }

    private FileReading reading(FileFate fate, String reason) {
        long skippedCount = skipped.values().stream().mapToLong(Long::longValue).sum();
        return new FileReading(
                file.item(),
                file.itemName(),
                file.path(),
                fate,
                format,
                reason,
                read + skippedCount + notUnderstood,
                read,
                skipped,
                notUnderstood,
                observations,
                alarms);
    }
}
