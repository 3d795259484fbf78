package suluh.app.flow;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Assumptions;

/**
 * The ontology of CASE/UCO 1.4.0 with its SHACL shapes, as Jena can work with it.
 *
 * <p>Patched in memory, meaning kept: two queries group by {@code ?value} though they select {@code $this} as well, and one
 * uses {@code rdfs:} without declaring it.
 */
final class CaseOntology {
    static final Path FOLDER =
            Path.of(System.getProperty("suluh.shared.data", "")).resolve("case");

    private static final Pattern OBJECT = Pattern.compile("^\\{\"@id\":\"([^\"]+)\",\"@type\":\"([^\"]+)\"");
    private static final Pattern NAMED = Pattern.compile("\"@id\":\"([^\"]+)\"");
    private static final Set<String> STREAMED =
            Set.of("uco-observable:Message", "uco-observable:ObservableRelationship", "uco-core:Relationship");

    private final Graph ontology;
    private final Graph subclasses;
    private final Shapes shapes;

    /** The ontology beside the checkout; the test that asks is skipped, and says so, where there is none. */
    static CaseOntology ofTheSharedData() throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(FOLDER),
                () -> "did not run: there are no third-party data at " + FOLDER.toAbsolutePath());
        return new CaseOntology(FOLDER);
    }

    private CaseOntology(Path folder) throws IOException {
        String text = Files.readString(folder.resolve("case-1.4.0.ttl"))
                .replace("GROUP BY ?value", "GROUP BY $this ?value")
                .replace("$this a rdfs:Datatype", "$this a <http://www.w3.org/2000/01/rdf-schema#Datatype>");
        this.ontology = RDFParser.create()
                .source(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .lang(Lang.TURTLE)
                .toGraph();
        this.subclasses =
                RDFDataMgr.loadGraph(folder.resolve("case-1.4.0-subclasses.ttl").toString());
        this.shapes = Shapes.parse(ontology);
    }

    /** True when the ontology says something of this IRI. */
    boolean knows(String iri) {
        return ontology.contains(NodeFactory.createURI(iri), Node.ANY, Node.ANY);
    }

    /** A JSON-LD document as a graph. */
    static Graph read(Path jsonld) throws IOException {
        return read(Files.readAllBytes(jsonld));
    }

    private static Graph read(byte[] jsonld) {
        Graph data = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new ByteArrayInputStream(jsonld))
                .lang(Lang.JSONLD)
                .parse(data);
        return data;
    }

    /** Messages of what a JSON-LD document violates. */
    List<String> violations(Path jsonld) throws IOException {
        return violations(read(jsonld));
    }

    /** Messages of what a graph violates; the graph is given the ontology's subclasses for it. */
    List<String> violations(Graph data) {
        // Not a union of both, which looks for what it has found before at each step.
        GraphUtil.addInto(data, subclasses);
        return ShaclValidator.get().validate(shapes, data).getEntries().stream()
                .filter(entry -> entry.severity().equals(Severity.Violation))
                .map(ReportEntry::toString)
                .toList();
    }

    /**
     * The same for a graph that is read in parts of about this many objects, in bounded memory.
     *
     * <p>A part ends before a message, since what follows a message refers to it. Objects that are no message and no
     * relationship are few; a part gets the class of those that it refers to, so that references hold.
     */
    List<String> violationsInParts(Path jsonld, int objects) throws IOException {
        Map<String, String> classes = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(jsonld)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher object = OBJECT.matcher(line);
                if (object.find() && !STREAMED.contains(object.group(2))) {
                    classes.put(object.group(1), object.group(2));
                }
            }
        }
        List<String> found = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(jsonld)) {
            String head = lines.readLine();
            List<String> part = new ArrayList<>();
            for (String line = lines.readLine(); line != null && !line.equals("]}"); line = lines.readLine()) {
                if (part.size() >= objects && line.contains("\"@type\":\"uco-observable:Message\"")) {
                    found.addAll(violations(head, classes, part));
                    part.clear();
                }
                part.add(line.endsWith(",") ? line.substring(0, line.length() - 1) : line);
            }
            found.addAll(violations(head, classes, part));
        }
        return found;
    }

    private List<String> violations(String head, Map<String, String> classes, List<String> part) {
        Set<String> named = new LinkedHashSet<>();
        for (String line : part) {
            Matcher id = NAMED.matcher(line);
            while (id.find()) {
                String type = classes.get(id.group(1));
                if (type != null) {
                    named.add("{\"@id\":\"" + id.group(1) + "\",\"@type\":\"" + type + "\"}");
                }
            }
        }
        named.addAll(part);
        return violations(read((head + "\n" + String.join(",\n", named) + "\n]}").getBytes(StandardCharsets.UTF_8)));
    }

    /** IRIs of the ontology's namespaces in a graph that the ontology does not know. */
    List<String> unknownTerms(Graph data) {
        return data.stream()
                .flatMap(triple -> List.of(triple.getPredicate(), triple.getObject()).stream())
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> iri.startsWith("https://ontology.unifiedcyberontology.org/uco/")
                        || iri.startsWith("https://ontology.caseontology.org/case/"))
                .distinct()
                .filter(iri -> !knows(iri))
                .toList();
    }
}
