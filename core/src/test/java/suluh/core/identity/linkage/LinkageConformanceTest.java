package suluh.core.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import suluh.core.identity.field.CsvReader;
import suluh.core.identity.field.Field;
import suluh.core.identity.field.FieldGuess;
import suluh.core.kernel.Workers;

/** Links published data sets with guessed fields and no labels, and holds the quality that the docs state. */
@Tag("conformance")
class LinkageConformanceTest {
    private static final Path SETS = Path.of(System.getProperty("suluh.shared.data", ""), "resolution");

    @BeforeEach
    void needsTheDataSets() {
        assumeTrue(Files.isDirectory(SETS), "did not run: no folder of third-party data sets at " + SETS);
    }

    @Test
    void linksFebrlsThirdDataSet() throws Exception {
        PairMetrics metrics =
                linked("febrl-dataset3.csv", "rec_id", "", row -> row.get(0).split("-")[1]);

        assertThat(metrics.truePairs()).isEqualTo(6_538);
        assertThat(metrics.f1()).isGreaterThan(0.995);
        assertThat(metrics.calibrationError()).isLessThan(0.01);
    }

    @Test
    void linksFakeOneThousand() throws Exception {
        PairMetrics metrics = linked("fake_1000.csv", "unique_id", "cluster", row -> row.get(6));

        assertThat(metrics.truePairs()).isEqualTo(2_031);
        assertThat(metrics.precision()).isGreaterThan(0.98);
        assertThat(metrics.f1()).isGreaterThan(0.96);
        assertThat(metrics.calibrationError()).isLessThan(0.05);
    }

    private static PairMetrics linked(String name, String id, String truth, Function<List<String>, String> groupOf)
            throws IOException, CsvReader.CsvException {
        List<List<String>> rows = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(SETS.resolve(name), StandardCharsets.UTF_8)) {
            CsvReader csv = new CsvReader(in);
            for (Optional<List<String>> row = csv.row(); row.isPresent(); row = csv.row()) {
                rows.add(row.get());
            }
        }
        List<String> header = rows.removeFirst();
        List<Field> fields = FieldGuess.of(header, rows, RecordTable.MAX_COLUMNS, Set.of(id, truth));
        RecordTable.Builder builder = RecordTable.builder(fields);
        Map<String, String> groups = new HashMap<>();
        for (List<String> row : rows) {
            builder.add(
                    row.get(header.indexOf(id)),
                    fields.stream()
                            .map(field -> row.get(header.indexOf(field.column())))
                            .toList());
            groups.put(row.get(header.indexOf(id)), groupOf.apply(row));
        }
        Linkage linkage = Linkage.of(builder.build(), new LinkageSettings(0.5, 1, Workers.ONE));
        String[] inOrder = new String[linkage.table().size()];
        for (int record = 0; record < inOrder.length; record++) {
            inOrder[record] = groups.getOrDefault(linkage.table().id(record), "");
        }
        return PairMetrics.of(linkage, inOrder);
    }
}
