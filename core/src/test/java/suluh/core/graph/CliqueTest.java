package suluh.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fifty million edges between ten thousand nodes, in the heap that the launcher gives. */
@Tag("long")
class CliqueTest {
    private static final int NODES = 10_000;

    @Test
    void measuresACliqueOfTenThousand() {
        Graph clique = RandomGraphs.clique(NODES);

        assertThat(Arrays.stream(CoreNumbers.of(clique)).distinct()).containsExactly(NODES - 1);
        assertThat(Components.sizes(Components.of(clique))).containsExactly(NODES);
        assertThat(CutPoints.of(clique).bridges()).isEmpty();
        assertThat(Arrays.stream(Leiden.communities(clique, 1, 1)).distinct()).containsExactly(0);
        assertThat(Betweenness.of(clique, 1).toArray()).containsOnly(0);
        assertThat(Clustering.of(clique).transitivity()).isEqualTo(1);
        assertThat(Closeness.harmonic(clique, 1).value(0)).isCloseTo(NODES - 1, within(0.5));
        assertThat(ReachSet.of(clique, 3, 2, new int[] {5}).shares()).containsExactly(1.0);
    }
}
