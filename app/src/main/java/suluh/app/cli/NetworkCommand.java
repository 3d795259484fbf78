package suluh.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.host.Processors;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.disclosure.NetworkJson;
import suluh.core.graph.Leiden.Quality;
import suluh.core.kernel.Outcome;
import suluh.core.network.CaseNetwork;
import suluh.core.network.EdgeList;
import suluh.core.network.GraphMl;
import suluh.core.network.MeasureSettings;
import suluh.core.network.NetworkMeasures;
import suluh.core.network.RoleAssessor;
import suluh.core.network.WhatIf;

/** {@code suluh network}: measures of any edge list. */
@Command(
        name = "network",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Measures the network of an edge list in CSV: communities, degree, betweenness, cores, key players.")
final class NetworkCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EDGES.csv", description = "Two columns of ids, optionally weights, times and a header.")
    private Path file = Path.of("");

    /** Text held before it is printed. */
    private static final int CHUNK_CHARS = 1 << 16;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the community search.")
    private long seed = 1;

    @Option(
            names = "--quality",
            paramLabel = "NAME",
            defaultValue = "modularity",
            description = "What communities are judged by: modularity or cpm.")
    private String quality = "modularity";

    @Option(
            names = "--resolution",
            paramLabel = "G",
            description =
                    "Above 0. By modularity 1 is usual, and more gives smaller communities; by cpm the density that a "
                            + "community has at least, which must be said.")
    private @Nullable Double resolution;

    @Option(names = "--graphml", paramLabel = "FILE", description = "Writes the measured network as GraphML too.")
    private @Nullable Path graphMl;

    /** What the flags say of the measures. */
    private MeasureSettings settings() {
        Quality judged = switch (quality) {
            case "modularity" -> Quality.MODULARITY;
            case "cpm" -> Quality.CPM;
            default -> throw new CommandFailure("No such quality: " + quality + ". Say modularity or cpm.");
        };
        if (judged == Quality.CPM && resolution == null) {
            throw new CommandFailure(
                    "With cpm say --resolution: the density that a community has at least, such as 0.05.");
        }
        double asked = resolution == null ? 1 : resolution;
        if (!(asked > 0) || Double.isInfinite(asked)) {
            throw new CommandFailure("The resolution is a number above 0.");
        }
        return new MeasureSettings(judged, asked, seed, Processors.ALL);
    }

    @Override
    public Integer call() throws IOException {
        MeasureSettings settings = settings();
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("There is no file at " + file + ".");
        }
        try (Stream<String> lines = Files.lines(file)) {
            return switch (EdgeList.parse(lines.iterator())) {
                case Outcome.Refused<EdgeList> refused ->
                    throw new CommandFailure(file + ": " + refused.refusal().message());
                case Outcome.Done<EdgeList> done -> {
                    CaseNetwork network = done.value().network();
                    NetworkMeasures measures = NetworkMeasures.of(network, settings);
                    if (graphMl != null) {
                        try (Writer out = Files.newBufferedWriter(graphMl)) {
                            GraphMl.write(network, measures, out);
                        }
                    }
                    print(network, measures, settings);
                    yield ExitCode.DONE;
                }
            };
        } catch (UncheckedIOException e) {
            throw new CommandFailure(file + " is no text in UTF-8.", e);
        }
    }

    /** Nodes one by one: as one value, the answer for a million would not fit into the heap. */
    private static void print(CaseNetwork network, NetworkMeasures measures, MeasureSettings settings) {
        StringBuilder out = new StringBuilder("{\n  \"nodes\": [");
        for (int node = 0; node < network.nodeCount(); node++) {
            String role = RoleAssessor.role(network, measures, node).wire();
            String text =
                    CanonicalJson.indented(node(network, measures, node, role)).stripTrailing();
            out.append(node == 0 ? "\n    " : ",\n    ").append(text.replace("\n", "\n    "));
            if (out.length() > CHUNK_CHARS) {
                System.out.print(out);
                out.setLength(0);
            }
        }
        System.out.print(out.append(network.nodeCount() == 0 ? "],\n" : "\n  ],\n"));
        // The rest is an object of its own; its brace was opened before the nodes.
        System.out.print(
                CanonicalJson.indented(rest(network, measures, settings)).substring("{\n".length()));
    }

    private static JsonObject node(CaseNetwork network, NetworkMeasures measures, int node, String role) {
        return JsonObject.builder()
                .put("id", network.key(node))
                .put("community", measures.community(node))
                .put("degree", measures.degree(node))
                .put("betweenness", measures.betweenness(node))
                .put("core", measures.core(node))
                .put("role", role)
                .put("strength", measures.strength(node))
                .put("closeness", measures.closeness(node))
                .put("pageRank", measures.pageRank(node))
                .put("clustering", measures.clustering(node))
                .put("cutPoint", measures.isCutPoint(node))
                .put("component", measures.component(node))
                .put("betweennessError", measures.betweennessError(node))
                .build();
    }

    private static JsonObject rest(CaseNetwork network, NetworkMeasures measures, MeasureSettings settings) {
        List<List<JsonString>> communities = new ArrayList<>();
        measures.communitySizes().forEach(size -> communities.add(new ArrayList<>()));
        for (int node = 0; node < network.nodeCount(); node++) {
            communities.get(measures.community(node)).add(new JsonString(network.key(node)));
        }
        JsonObject.Builder robustness = JsonObject.builder();
        measures.robustness().forEach(robustness::put);
        return JsonObject.builder()
                .put("modularity", new JsonNumber(measures.modularity()))
                .put(
                        "communitiesBy",
                        JsonObject.builder()
                                .put("quality", settings.quality() == Quality.CPM ? "cpm" : "modularity")
                                .put("resolution", settings.resolution())
                                .build())
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
                .put("communityStability", numbers(measures.communityStability()))
                .put("reciprocity", measures.reciprocity())
                .put("transitivity", measures.transitivity())
                .put("closenessExact", measures.isClosenessExact())
                .put(
                        "rankIntervals",
                        JsonArray.of(measures.rankIntervals().stream()
                                .map(NetworkJson::interval)
                                .toList()))
                .put("whatIf", NetworkJson.whatIf(WhatIf.of(network, measures)))
                .build();
    }

    private static JsonArray numbers(List<Double> values) {
        return JsonArray.of(values.stream().map(JsonNumber::new).toList());
    }
}
