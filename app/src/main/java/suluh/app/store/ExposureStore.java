package suluh.app.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import suluh.core.exposure.ExposureLimit;
import suluh.core.exposure.Look;

/** How much each person looked at, and the limits of their agencies; figures without case or content. */
public final class ExposureStore {
    /** Days that the supervisors' page goes back. */
    private static final int DAYS = 31;

    /** Where the agencies work: a day of theirs, and not one that begins at eight in the morning. */
    private static final ZoneId DAY = ZoneId.of("Asia/Kuala_Lumpur");

    private final Database database;

    public ExposureStore(Database database) {
        this.database = database;
    }

    /**
     * A person's looks of one day.
     *
     * @param seconds how long pictures were shown
     */
    public record PersonDay(String person, LocalDate day, long looks, long seconds) {}

    /** Lets one transaction at a time count and begin the looks of a person; call inside one. */
    public void lock(String person) {
        database.jdbc()
                .sql("SELECT count(*) FROM (SELECT pg_advisory_xact_lock(hashtextextended(?, 0))) AS held")
                .param("exposure " + person)
                .query(Long.class)
                .single();
    }

    /** Records a look that closes by itself at {@code endsAt}; gives its number. Call inside the scope of exposure. */
    public long begin(String person, String agency, Instant at, Instant endsAt) {
        return database.jdbc()
                .sql("INSERT INTO exposure_look (person, agency, at, ends_at) VALUES (?, ?, ?, ?) RETURNING id")
                .param(person)
                .param(agency)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(endsAt.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Closes the person's look, unless it was closed before. */
    public void close(long look, String person, Instant at) {
        database.inScope(
                Scope.EXPOSURE,
                () -> database.jdbc()
                        .sql(
                                "UPDATE exposure_look SET closed_at = least(ends_at, ?) WHERE id = ? AND person = ? AND closed_at IS NULL")
                        .param(at.atOffset(ZoneOffset.UTC))
                        .param(look)
                        .param(person)
                        .update());
    }

    /** True while the look is open and this person's. */
    public boolean isOpen(long look, String person, Instant now) {
        return database.inScope(
                Scope.EXPOSURE,
                () -> database.jdbc()
                                .sql(
                                        "SELECT count(*) FROM exposure_look WHERE id = ? AND person = ? AND closed_at IS NULL AND ends_at > ?")
                                .param(look)
                                .param(person)
                                .param(now.atOffset(ZoneOffset.UTC))
                                .query(Long.class)
                                .single()
                        > 0);
    }

    /** The person's looks of the day of this instant, oldest first. */
    public List<Look> today(String person, Instant now) {
        Instant midnight = LocalDate.ofInstant(now, DAY).atStartOfDay(DAY).toInstant();
        return database.inScope(
                Scope.EXPOSURE,
                () -> database.jdbc()
                        .sql(
                                "SELECT at, coalesce(closed_at, ends_at) FROM exposure_look WHERE person = ? AND at >= ? ORDER BY at, id")
                        .param(person)
                        .param(midnight.atOffset(ZoneOffset.UTC))
                        .query((row, number) -> new Look(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getObject(2, OffsetDateTime.class).toInstant()))
                        .list());
    }

    /** Looks of the agency's people in the last {@value #DAYS} days, newest day first. */
    public List<PersonDay> ofAgency(String agency, Instant now) {
        return database.inScope(
                Scope.EXPOSURE,
                () -> database.jdbc()
                        .sql("SELECT l.person, (l.at AT TIME ZONE 'Asia/Kuala_Lumpur')::date AS day, count(*),"
                                + " sum(extract(epoch FROM coalesce(l.closed_at, l.ends_at) - l.at))::bigint"
                                + " FROM exposure_look l WHERE l.agency = ? AND l.at >= ?"
                                + " GROUP BY 1, 2 ORDER BY 2 DESC, 3 DESC, 1")
                        .param(agency)
                        .param(now.minusSeconds(DAYS * 86_400L).atOffset(ZoneOffset.UTC))
                        .query((row, number) -> new PersonDay(
                                row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3), row.getLong(4)))
                        .list());
    }

    /** The limit that the agency set last. */
    public Optional<ExposureLimit> limit(String agency) {
        return database.inScope(
                Scope.EXPOSURE,
                () -> database.jdbc()
                        .sql("SELECT looks_a_day, minutes_a_day, looks_before_pause, pause_minutes FROM exposure_limit"
                                + " WHERE agency = ? ORDER BY sequence DESC LIMIT 1")
                        .param(agency)
                        .query((row, number) ->
                                new ExposureLimit(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                        .optional());
    }

    /** Sets the agency's limit; call inside the scope of exposure. */
    public void setLimit(String agency, ExposureLimit limit, String person, Instant at) {
        database.jdbc()
                .sql(
                        "INSERT INTO exposure_limit (agency, looks_a_day, minutes_a_day, looks_before_pause, pause_minutes,"
                                + " set_by, set_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(agency)
                .param(limit.looksADay())
                .param(limit.minutesADay())
                .param(limit.looksBeforePause())
                .param(limit.pauseMinutes())
                .param(person)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
