package suluh.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cosines of all pairs are those that each pair gives by itself, to the last digit. */
class WordCosinesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void multipliesAsWordByWordLookUpsDo(long seed) {
        Random random = new Random(seed);
        List<Map<String, Double>> vectors = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Map<String, Double> vector = new HashMap<>();
            for (int word = random.nextInt(400); word > 0; word--) {
                vector.put("w" + random.nextInt(600), random.nextDouble() * 9);
            }
            vectors.add(vector);
        }
        vectors.add(new HashMap<>());

        double[][] cosines = WordCosines.of(vectors);

        for (int i = 0; i < cosines.length; i++) {
            for (int j = 0; j < cosines.length; j++) {
                assertThat(cosines[i][j])
                        .as("seed %d, %d and %d", seed, i, j)
                        .isEqualTo(plain(vectors.get(i), vectors.get(j)));
            }
        }
    }

    private static double plain(Map<String, Double> a, Map<String, Double> b) {
        double product = 0;
        for (Map.Entry<String, Double> entry : a.entrySet()) {
            product += entry.getValue() * b.getOrDefault(entry.getKey(), 0.0);
        }
        double lengths = length(a) * length(b);
        return lengths == 0 ? 0 : product / lengths;
    }

    private static double length(Map<String, Double> vector) {
        return Math.sqrt(vector.values().stream().mapToDouble(x -> x * x).sum());
    }
}
