package suluh.app.store;

import java.util.List;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.FileReading;

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

    /** Stores the readings of a case; call inside its transaction, once. */
    public void addAll(int caseId, List<FileReading> readings) {
        int sequence = 0;
        for (FileReading reading : readings) {
            sequence++;
            List<String> alarms = reading.alarms().stream()
                    .map(alarm -> alarm.code().name() + ": " + alarm.message())
                    .toList();
            database.jdbc()
                    .sql("INSERT INTO file_reading (case_id, sequence, item, path, fate, format, reason, records_seen,"
                            + " records_read, records_skipped, records_not_understood, observations, alarms)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
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
                            StorableText.of(String.join("\n", alarms)))
                    .update();
        }
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
