package suluh.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The index against a linear scan: the same neighbours on random, clustered and adversarial sets; recall is 1. */
class PdqIndexTest {
    private static final PdqHash ZERO = new PdqHash(0, 0, 0, 0);

    @ParameterizedTest(name = "{0} chunks, seed {1}")
    @CsvSource({"0, 1", "16, 2", "16, 3", "16, 4", "11, 5"})
    void findsWhatALinearScanFindsAmongRandomAndClusteredHashes(int chunks, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PdqHash> hashes = new ArrayList<>();
        for (int cluster = 0; cluster < 200; cluster++) {
            PdqHash centre = Patterns.randomHash(random);
            int size = 1 + random.nextInt(60);
            for (int i = 0; i < size; i++) {
                hashes.add(Patterns.changed(centre, random.nextInt(60), random));
            }
        }
        PdqIndex index = PdqIndex.of(SortedRecords.of(column(hashes)), chunks);

        for (int question = 0; question < 400; question++) {
            PdqHash asked = Patterns.changed(hashes.get(random.nextInt(hashes.size())), random.nextInt(45), random);
            assertSameAsScan(index, hashes, asked, question % (PdqIndex.MAX_DISTANCE + 1));
            assertSameAsScan(index, hashes, asked, PdqIndex.MAX_DISTANCE);
        }
    }

    /** Differences dealt out so that each chunk has as many as it may have: the hardest neighbours there are. */
    @ParameterizedTest(name = "{0} chunks")
    @CsvSource({"16", "11"})
    void findsNeighboursWhoseDifferencesAreSpreadOverAllChunks(int chunks) {
        SplittableRandom random = new SplittableRandom(9);
        PdqHash centre = Patterns.randomHash(random);
        List<PdqHash> hashes = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            long[] words = {centre.w0(), centre.w1(), centre.w2(), centre.w3()};
            int step = random.nextInt(PdqHash.BITS);
            for (int bit = 0; bit < PdqIndex.MAX_DISTANCE + i % 2; bit++) {
                int place = (step + bit + chunks * random.nextInt(PdqHash.BITS / chunks)) % PdqHash.BITS;
                words[place / 64] ^= 1L << (place % 64);
            }
            hashes.add(new PdqHash(words[0], words[1], words[2], words[3]));
        }
        PdqIndex index = PdqIndex.of(SortedRecords.of(column(hashes)), chunks);

        assertSameAsScan(index, hashes, centre, PdqIndex.MAX_DISTANCE);
        assertThat(index.near(centre, PdqIndex.MAX_DISTANCE)).hasSizeGreaterThan(500);
    }

    /** All hashes share ten of eleven keys, so that nearly every key leads to all of them: the sweep takes over. */
    @Test
    void staysExactWhenEveryKeyLeadsToEveryHash() {
        SplittableRandom random = new SplittableRandom(10);
        List<PdqHash> hashes = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            hashes.add(Patterns.changed(ZERO, 1 + random.nextInt(4), random));
        }
        PdqIndex index = PdqIndex.of(column(hashes));

        for (int bits = 0; bits < 40; bits++) {
            assertSameAsScan(index, hashes, Patterns.changed(ZERO, bits, random), PdqIndex.MAX_DISTANCE);
        }
    }

    @Test
    void answersNothingFromAnEmptyListAndFindsTheOnlyHash() {
        SplittableRandom random = new SplittableRandom(11);
        PdqHash only = Patterns.randomHash(random);

        assertThat(PdqIndex.of(column(List.of())).near(only, 31)).isEmpty();
        assertThat(PdqIndex.of(column(List.of(only))).near(Patterns.changed(only, 31, random), 31))
                .containsExactly(new Neighbour(only, 31, 0, 1));
        assertThat(PdqIndex.of(column(List.of(only))).near(Patterns.changed(only, 32, random), 31))
                .isEmpty();
    }

    @Test
    void keepsAMillionCopiesOfOneHashAsOne() {
        PdqHash copied = Patterns.randomHash(new SplittableRandom(12));
        RecordColumn column = RecordColumn.ofHashes();
        for (int i = 0; i < 1_000_000; i++) {
            column.add(copied);
        }

        PdqIndex index = PdqIndex.of(column);

        assertThat(index.size()).isEqualTo(1_000_000);
        assertThat(index.differentHashes()).isEqualTo(1);
        assertThat(index.near(copied, 0)).containsExactly(new Neighbour(copied, 0, 0, 1_000_000));
        assertThat(index.entry(0, 999_999)).isEqualTo(999_999);
    }

    @Test
    void refusesADistanceThatItCannotAnswerExactly() {
        PdqIndex index = PdqIndex.of(column(List.of(ZERO)));

        assertThatThrownBy(() -> index.near(ZERO, 32)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.near(ZERO, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertSameAsScan(PdqIndex index, List<PdqHash> hashes, PdqHash asked, int distance) {
        TreeMap<Integer, Integer> scanned = new TreeMap<>();
        for (int i = 0; i < hashes.size(); i++) {
            if (hashes.get(i).distance(asked) <= distance) {
                scanned.put(i, hashes.get(i).distance(asked));
            }
        }
        TreeMap<Integer, Integer> found = new TreeMap<>();
        for (Neighbour near : index.near(asked, distance)) {
            for (int k = 0; k < near.copies(); k++) {
                found.put(index.entry(near.record(), k), near.distance());
            }
        }
        assertThat(found).isEqualTo(scanned);
    }

    private static RecordColumn column(List<PdqHash> hashes) {
        RecordColumn column = RecordColumn.ofHashes();
        hashes.forEach(column::add);
        return column;
    }
}
