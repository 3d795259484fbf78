package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.PlanDisclosure.Wish;
import suluh.core.casework.Act;
import suluh.core.disclosure.DisclosureLayout;
import suluh.core.disclosure.selection.Edition;
import suluh.core.disclosure.selection.Selection;

/** The graphs of a disclosure against the shapes of CASE/UCO 1.4.0; apart from those of a bundle, to run beside them. */
@Tag("conformance")
class DisclosureGraphConformanceTest {
    @Test
    void writesBothEditionsOfADisclosureThatConform(@TempDir Path folder) throws Exception {
        CaseOntology ontology = CaseOntology.ofTheSharedData();
        Path out = folder.resolve("out");
        try (House house = SmallHouse.open(folder.resolve("data"))) {
            OpenedCase opened = SmallHouse.probe(house, SmallHouse.synthetic(folder.resolve("synthetic"), 200), null)
                    .opened();
            SmallHouse.done(new ProtectChild(house).mark(opened, 1));
            String plan = SmallHouse.done(new PlanDisclosure(house)
                            .plan(
                                    opened,
                                    new Wish(Selection.WHOLE_CASE, new TreeSet<>(), List.of(), "a test", "a court")))
                    .id();
            SmallHouse.approve(house, opened, Act.DISCLOSE, plan);
            SmallHouse.done(new ReleaseDisclosure(house).run(opened, plan, out, Progress.SILENT));
        }

        for (Edition edition : Edition.values()) {
            Graph graph = CaseOntology.read(out.resolve(edition.wire()).resolve(DisclosureLayout.CASE_GRAPH));
            assertThat(ontology.unknownTerms(graph)).as(edition.wire()).isEmpty();
            assertThat(ontology.violations(graph)).as(edition.wire()).isEmpty();
        }
    }
}
