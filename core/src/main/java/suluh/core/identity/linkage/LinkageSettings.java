package suluh.core.identity.linkage;

import suluh.core.kernel.Workers;

/**
 * How a linkage is run.
 *
 * @param threshold probability from which a pair is a link, above 0 and below 1
 * @param seed of the samples drawn; the same seed gives the same result
 * @param workers who runs the tasks
 */
public record LinkageSettings(double threshold, long seed, Workers workers) {
    public LinkageSettings {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("a threshold lies above 0 and below 1, not at " + threshold);
        }
    }
}
