package suluh.core.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Legal power under which material is received and examined.
 *
 * @param reference stable reference, for example {@code MY-593-116B}
 * @param title what it permits
 * @param inForceFrom first day in force
 * @param inForceUntil last day in force, or null while open-ended
 * @param source where that stands
 */
public record Authority(
        String reference,
        String title,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceUntil,
        LegalSource source) {
    public Authority {
        if (inForceUntil != null && inForceUntil.isBefore(inForceFrom)) {
            throw new IllegalArgumentException(
                    "authority " + reference + " ends on " + inForceUntil + " before it begins on " + inForceFrom);
        }
    }
}
