package suluh.core.disclosure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;

/**
 * Sums over the readings of all files.
 *
 * @param files files by fate, each fate present
 * @param recordsSeen records in them
 * @param recordsRead records turned into observations
 * @param recordsSkipped records left aside on purpose
 * @param recordsNotUnderstood records that could not be read
 * @param alarms alarms raised
 */
public record ReadingTotals(
        Map<FileFate, Long> files,
        long recordsSeen,
        long recordsRead,
        long recordsSkipped,
        long recordsNotUnderstood,
        long alarms) {
    public ReadingTotals {
        Map<FileFate, Long> copy = new EnumMap<>(FileFate.class);
        for (FileFate fate : FileFate.values()) {
            copy.put(fate, files.getOrDefault(fate, 0L));
        }
        files = Collections.unmodifiableMap(copy);
    }

    /** Totals of these readings. */
    public static ReadingTotals of(List<FileReading> readings) {
        Map<FileFate, Long> files = new EnumMap<>(FileFate.class);
        long seen = 0;
        long read = 0;
        long skipped = 0;
        long notUnderstood = 0;
        long alarms = 0;
        for (FileReading reading : readings) {
            files.merge(reading.fate(), 1L, Long::sum);
            seen += reading.recordsSeen();
            read += reading.recordsRead();
            skipped += reading.skipped().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            notUnderstood += reading.recordsNotUnderstood();
            alarms += reading.alarms().size();
        }
        return new ReadingTotals(files, seen, read, skipped, notUnderstood, alarms);
    }

    /** True when something that was handed in may be evidence that nobody has read. */
    public boolean leavesUnread() {
        return files.entrySet().stream().anyMatch(entry -> entry.getKey().leavesUnread() && entry.getValue() > 0);
    }
}
