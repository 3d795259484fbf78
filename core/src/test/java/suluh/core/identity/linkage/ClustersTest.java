package suluh.core.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClustersTest {
    /** Two triples that are strong inside, and one weak link between them. */
    private static final double[][] TWO_TRIPLES = {
        {0, 9, 9, 1, -9, -9},
        {9, 0, 9, -9, -9, -9},
        {9, 9, 0, -9, -9, -9},
        {1, -9, -9, 0, 9, 9},
        {-9, -9, -9, 9, 0, 9},
        {-9, -9, -9, 9, 9, 0}
    };

    @Test
    void cutsAWeakChainAndShowsIt() {
        Clusters clusters = Clusters.of(6, pairs(TWO_TRIPLES), 0, (a, b) -> TWO_TRIPLES[a][b]);

        assertThat(clusters.members(0)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(clusters.members(3)).containsExactlyInAnyOrder(3, 4, 5);
        assertThat(clusters.cut()).singleElement().satisfies(cut -> {
            assertThat(cut.a()).isZero();
            assertThat(cut.b()).isEqualTo(3);
            assertThat(cut.meanLogOdds()).isNegative();
        });
    }

    @Test
    void followsAChainThatTheRestSpeaksFor() {
        double[][] chain = {{0, 9, 1}, {9, 0, 9}, {1, 9, 0}};

        Clusters clusters = Clusters.of(3, pairs(chain), 0, (a, b) -> chain[a][b]);

        assertThat(clusters.count()).isEqualTo(1);
        assertThat(clusters.cut()).isEmpty();
    }

    @Test
    void neverGrowsBeyondTheLimit() {
        int records = Clusters.MAX_MEMBERS + 20;
        ScoredPairs pairs = new ScoredPairs();
        for (int r = 1; r < records; r++) {
            pairs.add(0, r, 9);
        }

        Clusters clusters = Clusters.of(records, pairs, 0, (a, b) -> 9);

        assertThat(clusters.members(0)).hasSize(Clusters.MAX_MEMBERS);
        assertThat(clusters.cut())
                .hasSize(20)
                .allSatisfy(cut -> assertThat(cut.meanLogOdds()).isNaN());
    }

    private static ScoredPairs pairs(double[][] logOdds) {
        ScoredPairs pairs = new ScoredPairs();
        for (int a = 0; a < logOdds.length; a++) {
            for (int b = a + 1; b < logOdds.length; b++) {
                pairs.add(a, b, logOdds[a][b]);
            }
        }
        return pairs;
    }
}
