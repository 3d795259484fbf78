package suluh.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import suluh.core.graph.TemporalMotifs.Event;
import suluh.core.graph.TemporalMotifs.Step;

class ProjectionAndMotifsTest {
    private static final List<Step> RECRUITMENT = List.of(new Step(0, true), new Step(1, false), new Step(2, false));

    /** Ten groups of twenty members each out of a thousand; only groups 0 and 1 were given the same fifteen. */
    @Test
    void keepsThePairThatChanceDoesNotExplain() {
        Random random = new Random(5);
        List<int[]> edges = new ArrayList<>();
        for (int group = 0; group < 10; group++) {
            for (int i = 0; i < 20; i++) {
                boolean same = group < 2 && i < 15;
                edges.add(new int[] {group, 10 + (same ? i : random.nextInt(1_000))});
            }
        }
        for (int member = 0; member < 1_000; member++) {
            edges.add(new int[] {10 + member, 1_010});
        }
        Graph graph = Graph.simple(
                1_011,
                edges.stream().mapToInt(e -> e[0]).toArray(),
                edges.stream().mapToInt(e -> e[1]).toArray());
        boolean[] groups = new boolean[1_011];
        java.util.Arrays.fill(groups, 0, 10, true);
        groups[1_010] = true;

        ValidatedProjection.Projection projection = ValidatedProjection.of(graph, groups, 0.01);

        assertThat(projection.skippedNeighbours()).isZero();
        assertThat(projection.pairs().stream().filter(ValidatedProjection.Pair::isValidated))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(List.of(pair.a(), pair.b())).containsExactly(0, 1);
                    assertThat(pair.shared()).isGreaterThanOrEqualTo(15);
                    assertThat(pair.survivesBonferroni()).isTrue();
                });
        // The group that everyone is in shares the most members with each, and that says nothing.
        assertThat(projection.pairs().stream().filter(pair -> pair.b() == 1_010))
                .allSatisfy(pair -> assertThat(pair.chance()).isCloseTo(1, within(1e-6)));
    }

    @Test
    void computesTheHypergeometricTail() {
        // Two groups of 2 and 2 out of 4 members share both: 1 of choose(4, 2) = 6 ways.
        Graph graph = Graph.simple(7, new int[] {0, 0, 1, 1, 2, 2}, new int[] {3, 4, 3, 4, 5, 6});
        boolean[] groups = {true, true, true, false, false, false, false};

        assertThat(ValidatedProjection.of(graph, groups, 0.05).pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.chance()).isCloseTo(1 / 6.0, within(1e-12)));
    }

    @Test
    void findsAMotifInItsOrderOnly() {
        List<Event> events = List.of(
                new Event(1, 2, 0, 10),
                new Event(2, 1, 1, 20),
                new Event(1, 2, 2, 30),
                new Event(3, 4, 1, 10),
                new Event(3, 4, 0, 20),
                new Event(3, 4, 2, 30),
                new Event(5, 6, 0, 10),
                new Event(5, 6, 1, 20),
                new Event(5, 6, 2, 3_000));

        assertThat(TemporalMotifs.find(events, RECRUITMENT, 1_000))
                .containsExactly(new TemporalMotifs.Occurrence(1, 2, List.of(0, 1, 2)));
    }

    @Test
    void takesTheLatestBeginningAndNoEventTwice() {
        List<Event> events = List.of(
                new Event(1, 2, 0, 10),
                new Event(1, 2, 0, 50),
                new Event(1, 2, 1, 60),
                new Event(1, 2, 2, 70),
                new Event(1, 2, 2, 80));

        assertThat(TemporalMotifs.find(events, RECRUITMENT, 100))
                .containsExactly(new TemporalMotifs.Occurrence(1, 2, List.of(1, 2, 3)));
        assertThatThrownBy(() -> TemporalMotifs.find(events, List.of(new Step(0, false)), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
