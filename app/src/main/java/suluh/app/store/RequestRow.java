package suluh.app.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import suluh.core.casework.request.Asked;
import suluh.core.casework.request.RequestKind;
import suluh.core.casework.request.RequestState;
import suluh.core.casework.request.SixItems;

/**
 * A request as stored.
 *
 * @param sequence number within the case
 * @param items the six items, or null
 * @param clock code of its clock in the register, or empty
 * @param period term of that clock
 * @param unpreserved why content to be taken down was not preserved; empty when it was, or is not to be taken down
 */
public record RequestRow(
        int sequence,
        RequestKind kind,
        String provider,
        String authority,
        @Nullable SixItems items,
        Asked asked,
        String clock,
        Duration period,
        String unpreserved,
        Instant draftedAt,
        String draftedBy,
        RequestState state) {
    /** This request in another state. */
    public RequestRow in(RequestState next) {
        return new RequestRow(
                sequence,
                kind,
                provider,
                authority,
                items,
                asked,
                clock,
                period,
                unpreserved,
                draftedAt,
                draftedBy,
                next);
    }

    /** Number that people use: {@code R-3}. */
    public String number() {
        return "R-" + sequence;
    }
}
