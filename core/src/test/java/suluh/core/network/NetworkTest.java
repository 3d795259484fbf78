package suluh.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.kernel.Outcome;

class NetworkTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void doesNotDependOnTheOrderOfTies(long seed) {
        Random random = new Random(seed);
        List<String> edges = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            edges.add("a" + random.nextInt(60) + ",a" + random.nextInt(60) + "," + (1 + random.nextInt(3)));
        }
        CaseNetwork network = list(edges).network();
        String picture = picture(network, key -> key);
        Collections.shuffle(edges, random);
        CaseNetwork again = list(edges).network();

        assertThat(picture(again, key -> key)).isEqualTo(picture);
        assertThat(NetworkMeasures.of(again, 1).keyPlayers())
                .isEqualTo(NetworkMeasures.of(network, 1).keyPlayers());
    }

    @Test
    void showsHostileLabelsAsText() {
        CaseNetwork network = list(List.of("a,b")).network();

        String svg = picture(network, key -> "<script>\u202E");

        assertThat(svg).doesNotContain("<script").doesNotContain("\u202E").contains("&lt;script&gt;");
    }

    @Test
    void readsEdgeListsWithAndWithoutHeaderWeightAndTime() {
        Instant day = Instant.parse("2024-03-01T00:00:00Z");

        assertThat(edges("from,to", "a,b", "b,c")).hasSize(2);
        assertThat(edges("a,b", "b,c")).hasSize(2);
        assertThat(edges("x,y,weight", "a,b,2.5")).containsExactly(new EdgeList.Edge("a", "b", 2.5, null));
        assertThat(edges("time;target;source", "2024-03-01;b;a")).containsExactly(new EdgeList.Edge("a", "b", 1, day));
        assertThat(edges("a,b,2,2024-03-01T00:00:00Z")).containsExactly(new EdgeList.Edge("a", "b", 2, day));
        assertThat(edges("a,b,2024-03-01", "a,b,"))
                .extracting(EdgeList.Edge::at)
                .containsExactly(day, null);
        assertThat(edges("source,target,time", "a,b,1709251200"))
                .extracting(EdgeList.Edge::at)
                .containsExactly(day);
        assertThat(edges("\"a, with comma\",\"say \"\"b\"\"\""))
                .containsExactly(new EdgeList.Edge("a, with comma", "say \"b\"", 1, null));
        assertThat(edges("007,7")).containsExactly(new EdgeList.Edge("007", "7", 1, null));
        assertThat(edges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a,", ",b", "a,b,-1", "a,b,x", "a,b,1,yesterday", "a,b,Infinity"})
    void namesTheLineThatIsNoEdge(String line) {
        Outcome<EdgeList> outcome = EdgeList.parse(
                List.of("from,to,weight,time", "a,b,1,2024-01-01", line).iterator());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().message()).startsWith("Line 3"));
    }

    @Test
    void saysHowFarARankCanBeReliedOn() {
        List<String> edges = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            edges.add("hub,m" + i);
            edges.add("m" + i + ",m" + (i + 1) % 60);
        }
        NetworkMeasures measures = NetworkMeasures.of(list(edges).network(), 1);

        assertThat(measures.rankIntervals()).first().satisfies(interval -> {
            assertThat(interval.key()).isEqualTo("hub");
            assertThat(interval.missing())
                    .extracting(RankInterval.Missing::share)
                    .containsExactly(0.05, 0.1, 0.2);
            assertThat(interval.missing()).allMatch(missing -> missing.best() == 1 && missing.worst() == 1);
        });
        assertThat(measures.rankIntervals().stream().map(RankInterval::measure).distinct())
                .containsExactly("betweenness", "degree", "closeness", "core", "pageRank", "strength");
        // No arc leads to the hub.
        assertThat(measures.rankIntervals())
                .filteredOn(interval -> interval.key().equals("hub"))
                .extracting(RankInterval::measure)
                .containsExactly("betweenness", "degree", "closeness", "core", "strength");
        assertThat(measures.rankIntervals().get(3).missing().getLast().worst()).isGreaterThan(1);
    }

    @Test
    void writesGraphMlThatShowsHostileIdsAsText() throws Exception {
        StringBuilder out = new StringBuilder();
        CaseNetwork network = list(List.of("<&>\u0001,b")).network();
        GraphMl.write(network, NetworkMeasures.of(network, 1), out);

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("node").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("edge").getLength()).isEqualTo(1);
        assertThat(out).contains("&lt;&amp;&gt;\uFFFD");
    }

    private static String picture(CaseNetwork network, UnaryOperator<String> name) {
        NetworkMeasures measures = NetworkMeasures.of(network, 1);
        NetworkMap map = NetworkMap.of(
                network,
                measures,
                RoleAssessor.roles(network, measures, List.of()),
                key -> new NetworkMap.Label(name.apply(key), new TreeSet<>()),
                NetworkPicture.MAX_NODES);
        return NetworkPicture.svg(map, node -> "");
    }

    private static List<EdgeList.Edge> edges(String... lines) {
        EdgeList list = list(List.of(lines));
        return IntStream.range(0, list.size()).mapToObj(list::edge).toList();
    }

    private static EdgeList list(List<String> lines) {
        return switch (EdgeList.parse(lines.iterator())) {
            case Outcome.Done<EdgeList> done -> done.value();
            case Outcome.Refused<EdgeList> refused ->
                throw new AssertionError(refused.refusal().message());
        };
    }
}
