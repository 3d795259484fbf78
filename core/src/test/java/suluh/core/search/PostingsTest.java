package suluh.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingsTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void givesBackWhatWasAdded(long seed) {
        Random random = new Random(seed);
        BitSet expected = new BitSet();
        Postings postings = new Postings();
        int number = 0;
        for (int i = 0; i < 3_000; i++) {
            number += random.nextInt(4) < 3 ? 1 : 1 + random.nextInt(1 << random.nextInt(18));
            expected.set(number);
            postings.add(number);
            postings.add(number);
        }

        byte[] list = postings.toBytes();
        BitSet given = new BitSet();
        Postings.addTo(given, list);
        BitSet inRuns = new BitSet();
        Postings.forEachRun(list, (start, end) -> {
            assertThat(inRuns.get(start - 1)).as("a run begins where none ends").isFalse();
            inRuns.set(start, end + 1);
        });

        assertThat(given).isEqualTo(expected);
        assertThat(postings.count()).isEqualTo(expected.cardinality());
        assertThat(inRuns).isEqualTo(expected);
    }

    @Test
    void aRunTakesFewBytes() {
        Postings postings = new Postings();
        for (int number = 1; number <= 1_000_000; number++) {
            postings.add(number);
        }

        assertThat(postings.toBytes()).hasSizeLessThan(8);
    }

    @Test
    void refusesNumbersThatDescend() {
        Postings postings = new Postings();
        postings.add(5);

        assertThatThrownBy(() -> postings.add(4)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void refusesAListThatIsDamaged(int length) {
        byte[] list = new byte[length + 1];
        java.util.Arrays.fill(list, (byte) 0xFF);

        assertThatThrownBy(() -> Postings.addTo(new BitSet(), list)).isInstanceOf(IllegalArgumentException.class);
    }
}
