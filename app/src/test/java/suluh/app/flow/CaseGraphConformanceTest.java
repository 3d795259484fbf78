package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.disclosure.BundleLayout;
import suluh.core.disclosure.uco.Term;

/** The graph of a bundle against the shapes of CASE/UCO 1.4.0 (Apache-2.0), read from outside the repository. */
@Tag("conformance")
class CaseGraphConformanceTest {
    private static final int PART_OBJECTS = 20_000;
    private static final int LAST_LINES = 300;

    private static CaseOntology ontology;

    @BeforeAll
    static void load() throws IOException {
        ontology = CaseOntology.ofTheSharedData();
    }

    @ParameterizedTest
    @EnumSource(Term.class)
    void usesOnlyTermsThatTheOntologyOrOursHas(Term term) throws IOException {
        boolean isOurs = term.compact().startsWith("suluh:");
        String ours =
                Files.readString(Path.of(System.getProperty("suluh.home", ".."), "docs/formats/suluh-ontology.ttl"));

        assertThat(isOurs ? ours.contains(term.compact() + " a owl:DatatypeProperty") : ontology.knows(term.iri()))
                .as(term.iri())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "investigative_action_PASS.json",
                "example-message.json",
                "example-accounts.json",
                "example-forensic_lifecycle.json"
            })
    void agreesWithTheOntologysOwnVerdicts(String file) throws IOException {
        assertThat(ontology.violations(CaseOntology.FOLDER.resolve(file))).isEmpty();
    }

    @Test
    void findsExactlyTheTwoViolationsOfTheFailingFile() throws IOException {
        assertThat(ontology.violations(CaseOntology.FOLDER.resolve("investigative_action_XFAIL.json")))
                .hasSize(2);
    }

    @Test
    void writesACaseThatConforms(@TempDir Path folder) throws Exception {
        Path bundle = folder.resolve("bundle");
        try (House house = SmallHouse.open(folder.resolve("data"))) {
            SmallHouse.probe(house, SmallHouse.synthetic(folder.resolve("synthetic"), 200), bundle);
        }
        Path graph = bundle.resolve(BundleLayout.CASE_GRAPH);

        assertThat(ontology.unknownTerms(CaseOntology.read(graph))).isEmpty();
        assertThat(ontology.violationsInParts(graph, PART_OBJECTS)).isEmpty();
        assertThat(ontology.violationsInParts(broken(graph), PART_OBJECTS))
                .anyMatch(violation -> violation.contains("sentTime"));
    }

    /** The last objects of the graph, messages among them, with times that are no times. */
    private static Path broken(Path graph) throws IOException {
        List<String> lines = Files.readAllLines(graph);
        List<String> kept = new ArrayList<>(lines.subList(Math.max(1, lines.size() - LAST_LINES), lines.size()));
        kept.addFirst(lines.getFirst());
        return Files.writeString(
                graph.resolveSibling("broken.jsonld"),
                String.join("\n", kept).replace("{\"@type\":\"xsd:dateTime\",", "{\"@type\":\"xsd:string\","));
    }
}
