package suluh.core.observation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time as the source gives it, with what can be concluded from it and no more.
 *
 * @param text the original characters
 * @param local wall-clock reading, or null when day and month cannot be told apart
 * @param instant point in time, or null while the zone is unknown
 * @param zone how the zone is known
 * @param dayMonthAmbiguous true when day and month could be exchanged; then {@code local} and {@code instant} are null
 */
public record SourceTime(
        String text,
        @Nullable LocalDateTime local,
        @Nullable Instant instant,
        ZoneKnowledge zone,
        boolean dayMonthAmbiguous) {
    public SourceTime {
        if (dayMonthAmbiguous && (local != null || instant != null)) {
            throw new IllegalArgumentException("an ambiguous date has no local time and no instant: " + text);
        }
        if (zone == ZoneKnowledge.UNKNOWN && instant != null) {
            throw new IllegalArgumentException("an instant needs a zone: " + text);
        }
    }

    /** Time counted from the Unix epoch. */
    public static SourceTime unixMillis(String text, long millis) {
        Instant instant = Instant.ofEpochMilli(millis);
        return new SourceTime(
                text, LocalDateTime.ofInstant(instant, ZoneOffset.UTC), instant, ZoneKnowledge.UNIX, false);
    }

    /** Wall-clock time whose zone nobody stated. */
    public static SourceTime local(String text, LocalDateTime local) {
        return new SourceTime(text, local, null, ZoneKnowledge.UNKNOWN, false);
    }

    /** Wall-clock time in a zone that the person handing in the item named. */
    public static SourceTime assumed(String text, LocalDateTime local, ZoneId zone) {
        return new SourceTime(text, local, local.atZone(zone).toInstant(), ZoneKnowledge.ASSUMED, false);
    }

    /** Date whose day and month cannot be told apart. */
    public static SourceTime ambiguous(String text) {
        return new SourceTime(text, null, null, ZoneKnowledge.UNKNOWN, true);
    }

    /** Record that carries no time at all. */
    public static SourceTime absent() {
        return new SourceTime("", null, null, ZoneKnowledge.UNKNOWN, false);
    }

    /**
     * Value to order the records of one conversation by: the instant, else the local reading taken as UTC, else null.
     * Good only among records of one source, which share their zone.
     */
    public @Nullable Instant sortInstant() {
        if (instant != null) {
            return instant;
        }
        return local == null ? null : local.toInstant(ZoneOffset.UTC);
    }
}
