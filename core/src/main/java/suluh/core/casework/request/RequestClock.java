package suluh.core.casework.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.casework.ClockRule;
import suluh.core.casework.StartEvent;

/**
 * The clock that runs for one request.
 *
 * @param code code of the rule in the register
 * @param period how long one term is
 * @param starts what sets it going
 * @param renewals how often it may be renewed
 * @param warning how long before its end it is about to lapse
 */
public record RequestClock(String code, Duration period, StartEvent starts, int renewals, Duration warning) {
    public RequestClock {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("a clock needs a period, " + code + " has " + period);
        }
    }

    /** How a clock stands. */
    public enum Reading {
        NOT_RUNNING,
        RUNNING,
        WARNING,
        LAPSED;

        /** Name in answers: {@code not-running}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The clock of this rule.
     *
     * @param stated what the notice states, which counts where the rule leaves the period to it
     */
    public static RequestClock of(ClockRule rule, Duration stated) {
        return new RequestClock(
                rule.code(),
                rule.isStatedByNotice() ? stated : rule.period(),
                rule.starts(),
                rule.renewals(),
                rule.warning());
    }

    /** The end of the term that this event begins, or the one before when it begins none. */
    @Nullable
    Instant endAfter(StartEvent event, Instant at, @Nullable Instant before) {
        return event == starts ? at.plus(period) : before;
    }

    /** How it stands at an instant. */
    public Reading read(@Nullable Instant lapsesAt, Instant now) {
        if (lapsesAt == null) {
            return Reading.NOT_RUNNING;
        }
        if (!now.isBefore(lapsesAt)) {
            return Reading.LAPSED;
        }
        return now.plus(warning).isBefore(lapsesAt) ? Reading.RUNNING : Reading.WARNING;
    }
}
