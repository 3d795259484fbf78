package suluh.core.casework;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Legal power under which material is received and examined.
 *
 * @param reference stable reference, for example {@code MY-593-116B}
 * @param title what it permits
 * @param inForceFrom first day in force
 * @param inForceUntil last day in force, or null while open-ended
 * @param source where that stands
 * @param opens what it opens; a request for anything else is refused
 * @param forbidsTelling true when whoever receives a notice under it must not disclose that there is one
 */
public record Authority(
        String reference,
        Wording title,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceUntil,
        LegalSource source,
        Set<Opening> opens,
        boolean forbidsTelling) {
    public Authority {
        if (inForceUntil != null && inForceUntil.isBefore(inForceFrom)) {
            throw new IllegalArgumentException(
                    "authority " + reference + " ends on " + inForceUntil + " before it begins on " + inForceFrom);
        }
        opens = Set.copyOf(opens);
    }

    /** An authority to receive and examine what was handed in, which binds no provider to anything. */
    public Authority(
            String reference,
            Wording title,
            LocalDate inForceFrom,
            @Nullable LocalDate inForceUntil,
            LegalSource source) {
        this(reference, title, inForceFrom, inForceUntil, source, Set.of(), false);
    }

    /** True on a day between its first and its last, both included. */
    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom) && (inForceUntil == null || !day.isAfter(inForceUntil));
    }
}
