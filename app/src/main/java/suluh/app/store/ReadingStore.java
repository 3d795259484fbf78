package suluh.app.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.ErrorCode;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.ReadingAlarm;

/** What became of each file of a case. */
public final class ReadingStore {
    private final Database database;

    public ReadingStore(Database database) {
        this.database = database;
    }

    /**
     * The account of one file, for a page.
     *
     * @param alarms one line for each, {@code CODE: sentence}
     */
    public record StoredReading(
            EvidenceId item,
            String path,
            String fate,
            String format,
            String reason,
            long recordsSeen,
            long recordsRead,
            long observations,
            List<String> alarms) {}

    /** Stores the readings of items that were not read before; call inside the case's transaction. */
    public void addAll(int caseId, List<FileReading> readings) {
        int sequence = database.jdbc()
                .sql("SELECT coalesce(max(sequence), 0) FROM file_reading")
                .query(Integer.class)
                .single();
        for (FileReading reading : readings) {
            sequence++;
            List<String> alarms = reading.alarms().stream()
                    .map(alarm -> alarm.code().name() + ": " + alarm.message())
                    .toList();
            database.jdbc()
                    .sql("INSERT INTO file_reading (case_id, sequence, item, path, fate, format, reason, records_seen,"
                            + " records_read, records_skipped, records_not_understood, observations, alarms, skipped_why)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            caseId,
                            sequence,
                            reading.item().value(),
                            StorableText.of(reading.path()),
                            reading.fate().wire(),
                            reading.format(),
                            StorableText.of(reading.reason()),
                            reading.recordsSeen(),
                            reading.recordsRead(),
                            reading.skipped().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum(),
                            reading.recordsNotUnderstood(),
                            reading.observations(),
                            StorableText.of(String.join("\n", alarms)),
                            StorableText.of(skipped(reading)))
                    .update();
        }
    }

    private static String skipped(FileReading reading) {
        return reading.skipped().entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey().replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }

    /** Items of the case that were read. */
    public Set<EvidenceId> items(int caseId) {
        return database.inCase(
                caseId,
                () -> new HashSet<>(database.jdbc()
                        .sql("SELECT DISTINCT item FROM file_reading")
                        .query((row, number) -> new EvidenceId(row.getString(1)))
                        .list()));
    }

    /** A code of an alarm as it was stored. */
    private record StoredCode(String name) implements ErrorCode {}

    /** All readings of the case in their order, as the analyses take them; {@code items} give the names. */
    public List<FileReading> all(int caseId, List<ReceivedItem> items) {
        Map<EvidenceId, String> names = new HashMap<>();
        items.forEach(item -> names.put(item.id(), item.name()));
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT item, path, fate, format, reason, records_seen, records_read, records_skipped,"
                                + " records_not_understood, observations, alarms, skipped_why FROM file_reading"
                                + " ORDER BY sequence")
                        .query((row, number) -> {
                            EvidenceId item = new EvidenceId(row.getString(1));
                            return new FileReading(
                                    item,
                                    names.getOrDefault(item, ""),
                                    row.getString(2),
                                    FileFate.valueOf(row.getString(3)
                                            .toUpperCase(Locale.ROOT)
                                            .replace('-', '_')),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getLong(6),
                                    row.getLong(7),
                                    skipped(row.getString(12), row.getLong(8)),
                                    row.getLong(9),
                                    row.getLong(10),
                                    alarms(row.getString(11)));
                        })
                        .list());
    }

    private static SortedMap<String, Long> skipped(String lines, long records) {
        SortedMap<String, Long> skipped = new TreeMap<>();
        lines.lines().forEach(line -> {
            int space = line.indexOf(' ');
            skipped.merge(line.substring(space + 1), Long.parseLong(line.substring(0, space)), Long::sum);
        });
        if (skipped.isEmpty() && records > 0) {
            skipped.put("left aside", records);
        }
        return skipped;
    }

    private static List<ReadingAlarm> alarms(String lines) {
        return lines.lines()
                .map(line -> {
                    int colon = line.indexOf(": ");
                    return colon < 0
                            ? new ReadingAlarm(new StoredCode("ALARM"), line, -1)
                            : new ReadingAlarm(new StoredCode(line.substring(0, colon)), line.substring(colon + 2), -1);
                })
                .toList();
    }

    /** Files that were not wholly read, and files with alarms. */
    public record Unread(long files, long withAlarms) {}

    /** How many files of the case need a look; inside its transaction. */
    public Unread unread() {
        return database.jdbc()
                .sql("SELECT count(*) FILTER (WHERE fate IN ('partly-read', 'not-understood')),"
                        + " count(*) FILTER (WHERE alarms <> '') FROM file_reading")
                .query((row, number) -> new Unread(row.getLong(1), row.getLong(2)))
                .single();
    }

    /**
     * An item as its readings tell of it.
     *
     * @param formats formats of all files in it
     * @param own format of the item itself, empty for one that nobody understood
     * @param leavesOut true when records of it were left out for that reason
     */
    public record ReadItem(EvidenceId item, Set<String> formats, String own, boolean leavesOut) {
        public ReadItem {
            formats = Set.copyOf(formats);
        }
    }

    /** Items that were read, and which of them leave records out for this reason; inside the case's transaction. */
    public List<ReadItem> readItems(String reason) {
        return database.jdbc()
                .sql(
                        "SELECT item, string_agg(DISTINCT format, ' '), coalesce(max(format) FILTER (WHERE path = ''), ''),"
                                + " bool_or(position(? IN skipped_why) > 0) FROM file_reading GROUP BY item ORDER BY item")
                .param(reason)
                .query((row, number) -> new ReadItem(
                        new EvidenceId(row.getString(1)),
                        Set.of(row.getString(2).split(" ")),
                        row.getString(3),
                        row.getBoolean(4)))
                .list();
    }

    /** The readings of one item, in the order of reading. */
    public List<StoredReading> ofItem(int caseId, EvidenceId item) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT item, path, fate, format, reason, records_seen, records_read, observations, alarms"
                                + " FROM file_reading WHERE item = ? ORDER BY sequence")
                        .param(item.value())
                        .query((row, number) -> {
                            String alarms = row.getString(9);
                            return new StoredReading(
                                    new EvidenceId(row.getString(1)),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getLong(6),
                                    row.getLong(7),
                                    row.getLong(8),
                                    alarms.isEmpty() ? List.of() : List.of(alarms.split("\n")));
                        })
                        .list());
    }
}
