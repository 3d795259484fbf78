package suluh.core.exposure;

import java.time.Duration;
import java.time.Instant;

/**
 * A clear picture was shown.
 *
 * @param from when
 * @param until when it was closed, or when it closes by itself
 */
public record Look(Instant from, Instant until) {
    public Look {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a look ends after it began");
        }
    }

    /** How long it was shown. */
    public Duration length() {
        return Duration.between(from, until);
    }
}
