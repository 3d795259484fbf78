package suluh.exports.mapped;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourceTime;
import suluh.core.observation.ZoneKnowledge;
import suluh.exports.StatedTime;

/**
 * How the times of one column are written.
 *
 * @param column column
 * @param form {@code iso}, {@code unix-seconds}, {@code unix-millis}, or a pattern of {@link DateTimeFormatter}
 * @param zone zone that the person who wrote the mapping knows the times to be in, or null
 */
record TimeRule(String column, String form, @Nullable ZoneId zone) {
    static final String ISO = "iso";
    static final String UNIX_SECONDS = "unix-seconds";
    static final String UNIX_MILLIS = "unix-millis";

    /** Furthest Unix time taken: year 9999. */
    private static final long MAX_SECONDS = 253_402_300_799L;

    TimeRule {
        if (!form.equals(ISO) && !form.equals(UNIX_SECONDS) && !form.equals(UNIX_MILLIS)) {
            formatter(form);
        }
    }

    /** The time of this text; empty when it is not in the form. */
    Optional<SourceTime> read(String text, @Nullable ZoneId assumed) {
        ZoneId known = zone == null ? assumed : zone;
        return switch (form) {
            case ISO -> iso(text, known);
            case UNIX_SECONDS -> unix(text, 1_000);
            case UNIX_MILLIS -> unix(text, 1);
            default -> pattern(text, known);
        };
    }

    private static Optional<SourceTime> iso(String text, @Nullable ZoneId known) {
        SourceTime stated = StatedTime.iso(text);
        if (stated != null) {
            return Optional.of(stated);
        }
        try {
            return Optional.of(local(text, LocalDateTime.parse(text.replace(' ', 'T')), known));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Decimal seconds keep their thousandths. */
    private static Optional<SourceTime> unix(String text, long millisPerUnit) {
        if (!text.matches("-?[0-9]{1,15}(?:\\.[0-9]{1,12})?")) {
            return Optional.empty();
        }
        long millis = new java.math.BigDecimal(text)
                .multiply(java.math.BigDecimal.valueOf(millisPerUnit))
                .longValue();
        return Math.abs(millis / 1_000) > MAX_SECONDS
                ? Optional.empty()
                : Optional.of(SourceTime.unixMillis(text, millis));
    }

    private Optional<SourceTime> pattern(String text, @Nullable ZoneId known) {
        try {
            TemporalAccessor parsed = formatter(form).parse(text);
            LocalDateTime local = LocalDateTime.from(parsed);
            ZoneId stated = parsed.query(TemporalQueries.zone());
            if (stated == null) {
                return Optional.of(local(text, local, known));
            }
            Instant instant = stated instanceof ZoneOffset offset
                    ? OffsetDateTime.of(local, offset).toInstant()
                    : ZonedDateTime.of(local, stated).toInstant();
            return Optional.of(new SourceTime(text, local, instant, ZoneKnowledge.STATED, false));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static SourceTime local(String text, LocalDateTime local, @Nullable ZoneId known) {
        return known == null ? SourceTime.local(text, local) : SourceTime.assumed(text, local, known);
    }

    /** The pattern's formatter; what the pattern leaves out of the clock is zero. */
    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                .toFormatter(Locale.ENGLISH);
    }
}
