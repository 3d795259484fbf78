package suluh.core.network;

import suluh.core.graph.Leiden.Quality;
import suluh.core.kernel.Workers;

/**
 * How a network is measured.
 *
 * @param quality what communities are judged by
 * @param resolution of the search for communities, above 0: by modularity 1 is usual and more gives smaller ones; by CPM the
 *     density that a community has at least, so that it means something below 1 only where ties weigh 1
 * @param seed of searches and samples; the same seed gives the same figures
 * @param workers who runs searches that do not depend on one another; the figures do not depend on how many there are
 */
public record MeasureSettings(Quality quality, double resolution, long seed, Workers workers) {
    public MeasureSettings {
        if (!(resolution > 0) || Double.isInfinite(resolution)) {
            throw new IllegalArgumentException("a resolution is a number above 0, found " + resolution);
        }
    }

    /** Communities by modularity, resolution 1, on one thread. */
    public static MeasureSettings of(long seed) {
        return new MeasureSettings(Quality.MODULARITY, 1, seed, Workers.ONE);
    }

    /** The same with these workers. */
    public MeasureSettings with(Workers others) {
        return new MeasureSettings(quality, resolution, seed, others);
    }
}
