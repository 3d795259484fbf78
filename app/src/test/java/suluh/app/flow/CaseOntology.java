package suluh.app.flow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The ontology of CASE/UCO 1.4.0 with its SHACL shapes, as Jena can work with it.
 *
 * <p>Patched in memory, meaning kept: two queries group by {@code ?value} though they select {@code $this} as well, and one
 * uses {@code rdfs:} without declaring it.
 */
final class CaseOntology {
    private final Graph ontology;
    private final Graph subclasses;
    private final Shapes shapes;

    CaseOntology(Path folder) throws IOException {
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

    /** Messages of what a JSON-LD document violates. */
    List<String> violations(Path jsonld) throws IOException {
        Graph data = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new ByteArrayInputStream(Files.readAllBytes(jsonld)))
                .lang(Lang.JSONLD)
                .parse(data);
        return ShaclValidator.get().validate(shapes, new Union(data, subclasses)).getEntries().stream()
                .filter(entry -> entry.severity().equals(Severity.Violation))
                .map(ReportEntry::toString)
                .toList();
    }

    /** IRIs of the ontology's namespaces in a document that the ontology does not know. */
    List<String> unknownTerms(Path jsonld) throws IOException {
        Graph data = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new ByteArrayInputStream(Files.readAllBytes(jsonld)))
                .lang(Lang.JSONLD)
                .parse(data);
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
