package suluh.core.casework;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A period of the register: what sets it going, how often it may be renewed, and what its end means.
 *
 * @param code stable code, for example {@code META-90}
 * @param title what runs, in plain words
 * @param use what it measures
 * @param period length; zero when each notice states its own
 * @param starts what sets it going
 * @param renewals how often it may be renewed; {@link #UNLIMITED} when nothing limits it
 * @param warning how long before its end it is shown as about to lapse
 * @param lapse what its end means
 * @param authority reference of the authority it belongs to, or null for any
 * @param provider id of the provider it belongs to, or null for any
 * @param source where that stands
 */
public record ClockRule(
        String code,
        Wording title,
        ClockUse use,
        Duration period,
        StartEvent starts,
        int renewals,
        Duration warning,
        Wording lapse,
        @Nullable String authority,
        @Nullable String provider,
        LegalSource source) {
    public static final int UNLIMITED = Integer.MAX_VALUE;

    public ClockRule {
        if (period.isNegative() || warning.isNegative() || renewals < 0) {
            throw new IllegalArgumentException("clock " + code + " has a negative period, warning or count");
        }
    }

    /** True when the length is whatever the notice states. */
    public boolean isStatedByNotice() {
        return period.isZero();
    }

    /** True when it runs for a request under this authority to this provider. */
    boolean runsFor(String authorityReference, String providerId) {
        return (authority == null || authority.equals(authorityReference))
                && (provider == null || provider.equals(providerId));
    }

    /** How exactly it names what it runs for: 0, 1 or 2. */
    int exactness() {
        return (authority == null ? 0 : 1) + (provider == null ? 0 : 1);
    }
}
