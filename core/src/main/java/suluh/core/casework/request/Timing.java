package suluh.core.casework.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a request that was sent began to count, and until when it holds.
 *
 * @param sentAt when it was sent
 * @param acknowledgedAt when the provider said that it has it, or null
 * @param renewals how often it was renewed
 * @param lapsesAt when it lapses, or null while its clock does not run
 */
public record Timing(
        Instant sentAt,
        @Nullable Instant acknowledgedAt,
        int renewals,
        @Nullable Instant lapsesAt) {}
