package suluh.core.observation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.core.kernel.EvidenceId;

/**
 * Account of one file: what was in it, and what became of each record.
 *
 * <p>The sums must hold: {@code recordsSeen = recordsRead + skipped + recordsNotUnderstood}; a reader that loses a
 * record cannot construct this value.
 *
 * @param item evidence item
 * @param name name of the item as received, for people
 * @param path path inside the item; empty when the item is the file
 * @param fate what became of the file
 * @param format reader's name, for example {@code telegram-json}; empty when no reader knew the file
 * @param reason why it was skipped or not understood; empty when it was read
 * @param recordsSeen records in the file
 * @param recordsRead records turned into observations
 * @param skipped records left aside on purpose, counted by reason
 * @param recordsNotUnderstood records that could not be read
 * @param observations observations given out
 * @param alarms in the order noticed
 */
public record FileReading(
        EvidenceId item,
        String name,
        String path,
        FileFate fate,
        String format,
        String reason,
        long recordsSeen,
        long recordsRead,
        SortedMap<String, Long> skipped,
        long recordsNotUnderstood,
        long observations,
        List<ReadingAlarm> alarms) {
    public FileReading {
        skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
        alarms = List.copyOf(alarms);
        long skippedCount = skipped.values().stream().mapToLong(Long::longValue).sum();
        if (recordsSeen != recordsRead + skippedCount + recordsNotUnderstood) {
            throw new IllegalArgumentException("records do not add up: seen " + recordsSeen + ", read " + recordsRead
                    + ", skipped " + skippedCount + ", not understood " + recordsNotUnderstood);
        }
        if (fate == FileFate.READ && recordsNotUnderstood > 0) {
            throw new IllegalArgumentException("a file with records not understood is at most partly read");
        }
    }
}
