package suluh.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import suluh.core.graph.Leiden.Quality;
import suluh.core.graph.Partitions;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Workers;

/** Every measure of networks of known shape: nobody, one, a star, a ring of cliques, and a path of a million. */
class NetworkShapesTest {
    private static final int LONG = 1_000_000;

    @Test
    void measuresNobodyAndOneAlone() {
        NetworkBuilder builder = new NetworkBuilder();
        CaseNetwork nobody = builder.build();
        builder.node("a", NodeKind.ACCOUNT);
        CaseNetwork one = builder.build();

        assertThat(whole(nobody).keyPlayers()).isEmpty();
        NetworkMeasures measures = whole(one);
        assertThat(measures.degree(0)).isZero();
        assertThat(measures.community(0)).isZero();
        assertThat(measures.closeness(0)).isZero();
        assertThat(measures.modularity()).isZero();
        assertThat(measures.componentCount()).isEqualTo(1);
    }

    @Test
    void givesAStarsCentreTheFirstPlaceOfEverything() {
        CaseNetwork star = network(IntStream.range(0, 999).mapToObj(i -> "hub,m" + i));
        NetworkMeasures measures = whole(star);
        int hub = star.place("hub");

        assertThat(measures.betweenness(hub)).isEqualTo(999 * 998 / 2.0);
        assertThat(measures.closeness(hub)).isEqualTo(999);
        assertThat(measures.isCutPoint(hub)).isTrue();
        assertThat(measures.keyPlayers()).startsWith("hub");
        assertThat(measures.robustness().get("0.01")).isEqualTo(1 / 1_000.0);
        assertThat(WhatIf.of(star, measures).reach()).first().satisfies(reach -> {
            assertThat(reach.key()).isEqualTo("hub");
            assertThat(reach.share()).isEqualTo(1);
        });
    }

    @Test
    void findsTheSameWhateverTheOrderInWhichWorkersWork() {
        CaseNetwork ring = ringOfCliques(20, 6);

        NetworkMeasures inOrder = NetworkMeasures.of(ring, MeasureSettings.of(3));
        NetworkMeasures inReverse = NetworkMeasures.of(
                ring, MeasureSettings.of(3).with(tasks -> tasks.reversed().forEach(Runnable::run)));

        assertThat(inReverse.rankIntervals()).isEqualTo(inOrder.rankIntervals()).isNotEmpty();
        assertThat(inReverse.communityStability())
                .isEqualTo(inOrder.communityStability())
                .isNotEmpty();
    }

    /** Fortunato and Barthélemy (2007): modularity joins small cliques of a long ring, CPM keeps them apart. */
    @Test
    void findsCommunitiesByTheQualityThatIsAskedFor() {
        int cliques = 60;
        int size = 5;
        CaseNetwork ring = ringOfCliques(cliques, size);
        int[] truth = IntStream.range(0, ring.nodeCount())
                .map(node -> Integer.parseInt(ring.key(node).substring(0, 2)))
                .toArray();

        NetworkMeasures joined = NetworkMeasures.of(ring, MeasureSettings.of(1));
        NetworkMeasures apart = NetworkMeasures.of(ring, new MeasureSettings(Quality.CPM, 0.3, 1, Workers.ONE));

        assertThat(joined.communitySizes()).hasSizeLessThan(cliques);
        assertThat(apart.communitySizes()).hasSize(cliques).containsOnly(size);
        assertThat(Partitions.mutualInformation(communities(apart, ring), truth))
                .isGreaterThan(0.999);
        assertThat(Partitions.mutualInformation(communities(joined, ring), truth))
                .isLessThan(0.95);
        assertThat(joined.modularity()).isGreaterThan(apart.modularity());
        assertThat(apart.communityStability()).allMatch(stability -> stability > 0.99);
    }

    @Test
    void refusesAResolutionThatIsNone() {
        assertThatThrownBy(() -> new MeasureSettings(Quality.CPM, 0, 1, Workers.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MeasureSettings(Quality.CPM, Double.NaN, 1, Workers.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("long")
    void needsNoDeepStackForALongPath() {
        int[] from = IntStream.range(0, LONG - 1).toArray();
        double[] weight = new double[LONG - 1];
        Arrays.fill(weight, 1);
        String[] keys =
                IntStream.range(0, LONG).mapToObj(i -> String.format("%07d", i)).toArray(String[]::new);
        CaseNetwork path = CaseNetwork.plain(
                keys, from, Arrays.stream(from).map(v -> v + 1).toArray(), weight);

        NetworkMeasures measures = whole(path);

        assertThat(measures.componentCount()).isEqualTo(1);
        assertThat(measures.isCutPoint(LONG / 2)).isTrue();
        assertThat(measures.pairsParted(LONG / 2)).isEqualTo((LONG / 2L) * (LONG / 2 - 1));
        assertThat(measures.isBetweennessExact()).isFalse();
        assertThat(measures.modularity()).isGreaterThan(0.99);
    }

    /** Everything that is asked of a network, so that each is met once. */
    private static NetworkMeasures whole(CaseNetwork network) {
        NetworkMeasures measures = NetworkMeasures.of(network, 1);
        assertThat(measures.rankIntervals()).hasSizeLessThanOrEqualTo(60);
        assertThat(WhatIf.of(network, measures).accounts()).hasSizeLessThanOrEqualTo(5);
        assertThat(NetworkDrawing.of(network, measures, 6_000).size()).isLessThanOrEqualTo(6_000);
        assertThat(measures.robustness()).hasSize(3);
        assertThat(measures.reciprocity()).isBetween(0.0, 1.0);
        return measures;
    }

    private static int[] communities(NetworkMeasures measures, CaseNetwork network) {
        return IntStream.range(0, network.nodeCount()).map(measures::community).toArray();
    }

    private static CaseNetwork ringOfCliques(int cliques, int size) {
        return network(IntStream.range(0, cliques)
                .boxed()
                .flatMap(c -> Stream.concat(
                        IntStream.range(0, size * size)
                                .filter(i -> i / size < i % size)
                                .mapToObj(i -> name(c, i / size) + "," + name(c, i % size)),
                        Stream.of(name(c, 0) + "," + name((c + 1) % cliques, 1)))));
    }

    private static String name(int clique, int member) {
        return String.format("%02d-%d", clique, member);
    }

    private static CaseNetwork network(Stream<String> edges) {
        List<String> lines = edges.toList();
        return switch (EdgeList.parse(lines.iterator())) {
            case Outcome.Done<EdgeList> done -> done.value().network();
            case Outcome.Refused<EdgeList> refused ->
                throw new AssertionError(refused.refusal().message());
        };
    }
}
