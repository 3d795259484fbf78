package suluh.exports;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a reader is told besides the bytes.
 *
 * @param assumedZone zone of the device as the person handing in the item stated it, or null when nobody did
 * @param defaultCountryCode digits that complete a national telephone number, for example {@code 60}
 * @param limits bounds on archives
 * @param spools where a large archive entry may wait between two passes
 */
public record ReadingContext(
        @Nullable ZoneId assumedZone, String defaultCountryCode, ArchiveLimits limits, SpoolSpace spools) {
    /** Country code of Malaysia. */
    public static final String MALAYSIA = "60";

    /** No zone, numbers of Malaysia, usual limits. */
    public static ReadingContext usual(SpoolSpace spools) {
        return new ReadingContext(null, MALAYSIA, ArchiveLimits.USUAL, spools);
    }
}
