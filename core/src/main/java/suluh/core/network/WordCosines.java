package suluh.core.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cosines of all pairs of weighted words.
 *
 * <p>Words are numbered once; each vector is laid out as an array by number in its turn, and the others are multiplied with
 * it. Time: the square of the vectors by the words of each. Memory: twelve bytes for each word of each vector.
 */
final class WordCosines {
    private final Map<String, Integer> numbers = new HashMap<>();

    /** A vector's words by number, in the order of its map, which fixes the order of adding. */
    private static final class Sparse {
        private final int[] words;
        private final double[] weights;
        private final double length;

        private Sparse(int[] words, double[] weights) {
            this.words = words;
            this.weights = weights;
            this.length = Math.sqrt(
                    Arrays.stream(weights).map(weight -> weight * weight).sum());
        }
    }

    private WordCosines() {}

    /** Cosine of the vectors i and j at {@code [i][j]}; 0 where one of them is empty. */
    static double[][] of(List<Map<String, Double>> vectors) {
        WordCosines flow = new WordCosines();
        List<Sparse> sparse = vectors.stream().map(flow::sparse).toList();
        double[][] cosines = new double[vectors.size()][vectors.size()];
        double[] laidOut = new double[flow.numbers.size()];
        for (int j = 0; j < cosines.length; j++) {
            Sparse one = sparse.get(j);
            for (int k = 0; k < one.words.length; k++) {
                laidOut[one.words[k]] = one.weights[k];
            }
            for (int i = 0; i < cosines.length; i++) {
                cosines[i][j] = cosine(sparse.get(i), one, laidOut);
            }
            for (int word : one.words) {
                laidOut[word] = 0;
            }
        }
        return cosines;
    }

    private Sparse sparse(Map<String, Double> vector) {
        int[] words = new int[vector.size()];
        double[] weights = new double[vector.size()];
        int size = 0;
        for (Map.Entry<String, Double> entry : vector.entrySet()) {
            words[size] = numbers.computeIfAbsent(entry.getKey(), ignored -> numbers.size());
            weights[size++] = entry.getValue();
        }
        return new Sparse(words, weights);
    }

    private static double cosine(Sparse a, Sparse b, double[] laidOut) {
        double lengths = a.length * b.length;
        if (lengths == 0) {
            return 0;
        }
        double product = 0;
        for (int k = 0; k < a.words.length; k++) {
            product += a.weights[k] * laidOut[a.words[k]];
        }
        return product / lengths;
    }
}
