package suluh.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.kernel.Outcome;

class NetworkTest {
    @Test
    void readsRolesFromTiesAndNotFromScores() {
        NetworkBuilder builder = new NetworkBuilder();
        builder.node("g1", NodeKind.GROUP);
        builder.node("admin", NodeKind.ACCOUNT);
        builder.node("recruiter", NodeKind.ACCOUNT);
        builder.node("lone", NodeKind.ACCOUNT);
        builder.tie("admin", "g1", TieKind.ADMINISTRATION, 1);
        for (int i = 0; i < 5; i++) {
            builder.node("m" + i, NodeKind.ACCOUNT);
            builder.tie("m" + i, "g1", TieKind.MEMBERSHIP, 1);
            builder.tie("recruiter", "m" + i, TieKind.MESSAGES, 3);
            builder.invitationSent("recruiter");
        }
        builder.tie("lone", "g1", TieKind.MEMBERSHIP, 1);
        CaseNetwork network = builder.build();
        NetworkMeasures measures = NetworkMeasures.of(network, 1);

        assertThat(measures.role(network.place("admin"))).isEqualTo(NetworkMeasures.Role.ADMINISTRATOR);
        assertThat(measures.role(network.place("recruiter"))).isEqualTo(NetworkMeasures.Role.RECRUITER);
        assertThat(measures.role(network.place("lone"))).isEqualTo(NetworkMeasures.Role.PERIPHERAL);
        assertThat(measures.role(network.place("g1"))).isEqualTo(NetworkMeasures.Role.GROUP);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void doesNotDependOnTheOrderOfTies(long seed) {
        Random random = new Random(seed);
        List<EdgeList.Edge> edges = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            edges.add(new EdgeList.Edge("a" + random.nextInt(60), "a" + random.nextInt(60), 1 + random.nextInt(3)));
        }
        CaseNetwork network = new EdgeList(edges).network();
        String picture = NetworkPicture.svg(network, NetworkMeasures.of(network, 1), key -> key);
        Collections.shuffle(edges, random);
        CaseNetwork again = new EdgeList(edges).network();

        assertThat(NetworkPicture.svg(again, NetworkMeasures.of(again, 1), key -> key))
                .isEqualTo(picture);
        assertThat(NetworkMeasures.of(again, 1).keyPlayers())
                .isEqualTo(NetworkMeasures.of(network, 1).keyPlayers());
    }

    @Test
    void showsHostileLabelsAsText() {
        CaseNetwork network = new EdgeList(List.of(new EdgeList.Edge("a", "b", 1))).network();

        String svg = NetworkPicture.svg(network, NetworkMeasures.of(network, 1), key -> "<script>\u202E");

        assertThat(svg).doesNotContain("<script").doesNotContain("\u202E").contains("&lt;script&gt;");
    }

    @Test
    void readsEdgeListsWithAndWithoutHeaderAndWeight() {
        assertThat(edges("from,to", "a,b", "b,c")).hasSize(2);
        assertThat(edges("a,b", "b,c")).hasSize(2);
        assertThat(edges("x,y,weight", "a,b,2.5")).containsExactly(new EdgeList.Edge("a", "b", 2.5));
        assertThat(edges("\"a, with comma\",\"say \"\"b\"\"\""))
                .containsExactly(new EdgeList.Edge("a, with comma", "say \"b\"", 1));
        assertThat(edges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a,", ",b", "a,b,-1", "a,b,x"})
    void namesTheLineThatIsNoEdge(String line) {
        Outcome<EdgeList> outcome =
                EdgeList.parse(List.of("from,to,weight", "a,b,1", line).iterator());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().message()).startsWith("Line 3"));
    }

    private static List<EdgeList.Edge> edges(String... lines) {
        return switch (EdgeList.parse(List.of(lines).iterator())) {
            case Outcome.Done<EdgeList> done -> done.value().edges();
            case Outcome.Refused<EdgeList> refused ->
                throw new AssertionError(refused.refusal().message());
        };
    }
}
