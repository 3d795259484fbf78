package suluh.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.kernel.Outcome;
import suluh.core.network.CaseNetwork;
import suluh.core.network.EdgeList;
import suluh.core.network.NetworkMeasures;

/** {@code suluh network}: measures of any edge list. */
@Command(
        name = "network",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Measures the network of an edge list in CSV: communities, degree, betweenness, cores, key players.")
final class NetworkCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EDGES.csv", description = "Two columns of ids, optionally weights and a header.")
    private Path file = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the community search.")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("There is no file at " + file + ".");
        }
        try (Stream<String> lines = Files.lines(file)) {
            return switch (EdgeList.parse(lines.iterator())) {
                case Outcome.Refused<EdgeList> refused ->
                    throw new CommandFailure(file + ": " + refused.refusal().message());
                case Outcome.Done<EdgeList> done -> {
                    CaseNetwork network = done.value().network();
                    System.out.print(CanonicalJson.indented(json(network, NetworkMeasures.of(network, seed))));
                    yield ExitCode.DONE;
                }
            };
        } catch (UncheckedIOException e) {
            throw new CommandFailure(file + " is no text in UTF-8.", e);
        }
    }

    private static JsonObject json(CaseNetwork network, NetworkMeasures measures) {
        List<JsonObject> nodes = new ArrayList<>();
        List<List<JsonString>> communities = new ArrayList<>();
        measures.communitySizes().forEach(size -> communities.add(new ArrayList<>()));
        for (int node = 0; node < network.nodeCount(); node++) {
            nodes.add(JsonObject.builder()
                    .put("id", network.key(node))
                    .put("community", measures.community(node))
                    .put("degree", measures.degree(node))
                    .put("betweenness", measures.betweenness(node))
                    .put("core", measures.core(node))
                    .put("role", measures.role(node).wire())
                    .build());
            communities.get(measures.community(node)).add(new JsonString(network.key(node)));
        }
        JsonObject.Builder robustness = JsonObject.builder();
        measures.robustness().forEach(robustness::put);
        return JsonObject.builder()
                .put("nodes", JsonArray.of(nodes))
                .put("modularity", new JsonNumber(measures.modularity()))
                .put("betweennessExact", measures.isBetweennessExact())
                .put(
                        "communities",
                        JsonArray.of(communities.stream().map(JsonArray::of).toList()))
                .put(
                        "keyPlayers",
                        JsonArray.of(measures.keyPlayers().stream()
                                .map(JsonString::new)
                                .toList()))
                .put("robustness", robustness.build())
                .build();
    }
}
