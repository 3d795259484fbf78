package suluh.exports.meta.returned;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourceTime;
import suluh.core.observation.ZoneKnowledge;
import suluh.exports.ReadingTally;
import suluh.exports.StatedTime;

/** Reads the times of a return: {@code 2024-01-15 13:30:00 UTC}, ISO 8601 with an offset, or Unix seconds. */
final class ReturnTime {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private ReturnTime() {}

    static SourceTime of(@Nullable String text, long offset, ReadingTally tally) {
        if (text == null) {
            return SourceTime.absent();
        }
        if (text.matches("\\d{9,11}")) {
            return SourceTime.unixMillis(text, Long.parseLong(text) * 1_000);
        }
        SourceTime iso = StatedTime.iso(text);
        if (iso != null) {
            return iso;
        }
        try {
            LocalDateTime local = LocalDateTime.parse(text, UTC);
            return new SourceTime(text, local, local.toInstant(ZoneOffset.UTC), ZoneKnowledge.STATED, false);
        } catch (DateTimeException e) {
            return StatedTime.unreadable(text, offset, tally);
        }
    }
}
