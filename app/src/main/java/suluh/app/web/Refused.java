package suluh.app.web;

import suluh.core.kernel.Outcome;
import suluh.core.kernel.Refusal;

/** A flow declined; the page says why. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    Refused(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /** What the flow gave; a refusal becomes the page that tells it. */
    static <T> T orValue(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused -> throw new Refused(refused.refusal());
        };
    }

    Refusal refusal() {
        return refusal;
    }
}
