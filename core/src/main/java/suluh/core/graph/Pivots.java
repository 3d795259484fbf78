package suluh.core.graph;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Sources drawn without replacement, for measures that add up over all sources and are estimated from some. */
final class Pivots {
    private Pivots() {}

    /** {@code wanted} different numbers below {@code nodes}, all of them in order when there are no more. */
    static int[] draw(int nodes, int wanted, long seed) {
        int count = Math.min(nodes, wanted);
        int[] all = new int[nodes];
        for (int v = 0; v < nodes; v++) {
            all[v] = v;
        }
        if (count == nodes) {
            return all;
        }
        RandomGenerator random = seeded(seed);
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(nodes - i);
            drawn[i] = all[j];
            all[j] = all[i];
        }
        return drawn;
    }

    /**
     * Standard error of {@code nodes × mean} for a sample without replacement (Cochran 1977, 2.6).
     *
     * @param sum sum of the sampled terms
     * @param squares sum of their squares
     */
    static double standardError(int nodes, int sampled, double sum, double squares) {
        if (sampled < 2 || sampled >= nodes) {
            return 0;
        }
        double mean = sum / sampled;
        double variance = Math.max(0, (squares - sampled * mean * mean) / (sampled - 1));
        return nodes * Math.sqrt(variance / sampled * (1 - sampled / (double) nodes));
    }

    static RandomGenerator seeded(long seed) {
        return RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
    }
}
