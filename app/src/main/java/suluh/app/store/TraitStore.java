package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import suluh.core.observation.SourcePointer;

/** What identity compares and accounts and contacts do not hold: hours of writing, passages, sign-ins, statements. */
public final class TraitStore {
    private static final int FETCH_ROWS = 4_000;
    /** Shorter texts are greetings; longer ones than the index of a digest is worth reading are cut off by the source. */
    private static final int MIN_PASSAGE_CHARS = 60;

    private static final int MAX_HOLDERS_OF_A_PASSAGE = 5;

    private final Database database;

    public TraitStore(Database database) {
        this.database = database;
    }

    /** Messages of an account in one hour of the day (UTC), on working days or on the weekend. */
    public record HourCount(int account, int hour, boolean onWeekend, long messages) {}

    /** Hours of writing of every account, of messages whose instant is known. */
    public void forEachHour(int caseId, Consumer<HourCount> sink) {
        database.inCase(caseId, () -> {
            database.jdbc()
                    .sql("SELECT sender, extract(hour FROM sent_at AT TIME ZONE 'UTC')::integer,"
                            + " extract(isodow FROM sent_at AT TIME ZONE 'UTC') >= 6, count(*) FROM message"
                            + " WHERE sender IS NOT NULL AND sent_at IS NOT NULL AND kind = 'content'"
                            + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3")
                    .withFetchSize(FETCH_ROWS)
                    .query((RowCallbackHandler) row -> sink.accept(
                            new HourCount(row.getInt(1), row.getInt(2), row.getBoolean(3), row.getLong(4))));
            return true;
        });
    }

    /**
     * Something stated of an account.
     *
     * @param kind {@code login}, {@code attribute} or {@code passage}
     * @param detail address of a sign-in, {@code kind: value} of an attribute, digest of a passage
     * @param at when, or null
     */
    public record Statement(
            int account,
            String kind,
            String detail,
            @Nullable Instant at,
            SourcePointer source) {}

    /** Sign-ins and attributes of every account, in order of account. */
    public void forEachStatement(int caseId, Consumer<Statement> sink) {
        database.inCase(caseId, () -> {
            database.jdbc()
                    .sql("SELECT o.account, o.kind, o.detail, o.at, p.item, p.path, o.source_offset, o.source_length"
                            + " FROM other_observation o JOIN place p ON p.id = o.place"
                            + " WHERE o.account IS NOT NULL AND o.kind IN ('login', 'attribute')"
                            + " ORDER BY o.account, o.kind, o.place, o.source_offset")
                    .withFetchSize(FETCH_ROWS)
                    .query((RowCallbackHandler) row -> sink.accept(statement(row)));
            return true;
        });
    }

    /** Long texts that from two to five accounts wrote word for word, once for each account. */
    public void forEachSharedPassage(int caseId, Consumer<Statement> sink) {
        database.inCase(caseId, () -> {
            database.jdbc()
                    .sql("WITH passage AS (SELECT sender, md5(body) AS digest, place, source_offset, source_length,"
                            + " row_number() OVER (PARTITION BY sender, md5(body) ORDER BY place, source_offset) AS nth"
                            + " FROM message WHERE sender IS NOT NULL AND length(body) >= " + MIN_PASSAGE_CHARS + "),"
                            + " shared AS (SELECT digest FROM passage WHERE nth = 1 GROUP BY digest"
                            + " HAVING count(*) BETWEEN 2 AND " + MAX_HOLDERS_OF_A_PASSAGE + ")"
                            + " SELECT w.sender, 'passage', w.digest, NULL::timestamptz, p.item, p.path, w.source_offset,"
                            + " w.source_length FROM passage w JOIN shared USING (digest) JOIN place p ON p.id = w.place"
                            + " WHERE w.nth = 1 ORDER BY w.sender, w.digest")
                    .withFetchSize(FETCH_ROWS)
                    .query((RowCallbackHandler) row -> sink.accept(statement(row)));
            return true;
        });
    }

    private static Statement statement(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject(4, OffsetDateTime.class);
        return new Statement(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                at == null ? null : at.toInstant(),
                SourceRow.pointer(row, 5));
    }
}
