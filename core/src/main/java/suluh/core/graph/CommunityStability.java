package suluh.core.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How firmly a graph holds its communities: the same search repeated with other seeds, compared with the first.
 *
 * <p>For each community of the first run the mean, over the other runs, of the best Jaccard coefficient with any of their
 * communities (Hennig 2007): above 0.85 firm, below 0.6 not to be relied on. And the mean normalised mutual information
 * with the other runs. Time: nodes times runs, beside the searches.
 */
public final class CommunityStability {
    private final double[] stability;
    private final double agreement;

    private CommunityStability(double[] stability, double agreement) {
        this.stability = stability;
        this.agreement = agreement;
    }

    /**
     * Compares a partition that {@link Leiden#communities} gave with those of further searches.
     *
     * @param others at least one; the same search with other seeds
     */
    public static CommunityStability of(int[] community, List<int[]> others) {
        int runs = others.size();
        int[] size = Partitions.sizes(community);
        double[] stability = new double[size.length];
        double agreement = 0;
        for (int[] other : others) {
            int[] otherSize = Partitions.sizes(other);
            double[] best = new double[size.length];
            for (Map.Entry<Long, Integer> entry :
                    Partitions.overlaps(community, other).entrySet()) {
                int c = (int) (entry.getKey() >> 32);
                int shared = entry.getValue();
                int either = size[c] + otherSize[entry.getKey().intValue()] - shared;
                best[c] = Math.max(best[c], shared / (double) either);
            }
            for (int c = 0; c < size.length; c++) {
                stability[c] += best[c] / runs;
            }
            agreement += Partitions.mutualInformation(community, other) / runs;
        }
        return new CommunityStability(stability, agreement);
    }

    /** Stability of community c, 0 to 1. */
    public double of(int c) {
        return stability[c];
    }

    /** Stability of each community, by its number. */
    public double[] toArray() {
        return Arrays.copyOf(stability, stability.length);
    }

    /** Mean normalised mutual information with the other runs, 0 to 1. */
    public double agreement() {
        return agreement;
    }
}
