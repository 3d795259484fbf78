package suluh.exports.cybertip;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingTally;
import suluh.exports.StatedTime;

/** Reads the times of reports: ISO 8601, most with an offset. */
final class ReportTime {
    private ReportTime() {}

    /** The time; absent for an empty text. */
    static SourceTime of(String text, @Nullable ZoneId zone, long offset, ReadingTally tally) {
        if (text.isEmpty()) {
            return SourceTime.absent();
        }
        SourceTime stated = StatedTime.iso(text);
        if (stated != null) {
            return stated;
        }
        try {
            LocalDateTime local = LocalDateTime.parse(text);
            return zone == null ? SourceTime.local(text, local) : SourceTime.assumed(text, local, zone);
        } catch (DateTimeException e) {
            return StatedTime.unreadable(text, offset, tally);
        }
    }
}
