package suluh.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import suluh.core.kernel.Outcome;

/** Published covert networks (networkdata, MIT): read from outside the repository, never copied into it. */
@Tag("conformance")
class PublishedNetworksTest {
    @Test
    void findsTheCentreThatThePoliceKnewInCaviar() throws IOException {
        CaseNetwork network = network("caviar.csv");
        NetworkMeasures measures = NetworkMeasures.of(network, 1);
        int centre = network.place("1");

        assertThat(measures.degree(centre)).isEqualTo(60);
        assertThat(measures.betweenness(centre))
                .isEqualTo(IntStream.range(0, network.nodeCount())
                        .mapToDouble(measures::betweenness)
                        .max()
                        .orElse(0));
        assertThat(measures.degree(centre))
                .isEqualTo(IntStream.range(0, network.nodeCount())
                        .map(measures::degree)
                        .max()
                        .orElse(0));
    }

    @Test
    void measuresTheSecondNetworkWithConnectedParts() throws IOException {
        NetworkMeasures measures = NetworkMeasures.of(network("september-11.csv"), 1);

        assertThat(measures.modularity()).isGreaterThan(0.3);
        assertThat(measures.keyPlayers()).isNotEmpty();
    }

    private static CaseNetwork network(String name) throws IOException {
        Path file = Path.of(System.getProperty("suluh.shared.data", ""))
                .resolve("networks")
                .resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "did not run: no third-party data at " + file);
        return switch (EdgeList.parse(Files.readAllLines(file).iterator())) {
            case Outcome.Done<EdgeList> done -> done.value().network();
            case Outcome.Refused<EdgeList> refused ->
                throw new AssertionError(refused.refusal().message());
        };
    }
}
