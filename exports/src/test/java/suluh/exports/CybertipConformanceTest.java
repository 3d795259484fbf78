package suluh.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import suluh.core.observation.FileFate;
import suluh.core.observation.Observation;

/** Reads the reports that the tests of an open client build, out of its snapshots. */
@Tag("conformance")
class CybertipConformanceTest {
    private static final Path SAMPLES = Path.of(System.getProperty("suluh.shared.data", ""), "cybertip/samples");
    private static final Pattern QUOTED = Pattern.compile("\"(<\\?xml.*?>)\"\\R", Pattern.DOTALL);

    @Test
    void readsEveryReportWithoutAnUnknownElement() throws IOException {
        List<Read> reads = reads("buildReport.snapshot");

        assertThat(reads).hasSize(4);
        for (Read read : reads) {
            assertThat(read.reading().fate()).isEqualTo(FileFate.READ);
            assertThat(read.alarms()).doesNotContain("KEY_UNKNOWN", "SECTION_UNKNOWN");
        }
        assertThat(reads.getFirst().all(Observation.Login.class))
                .extracting(Observation.Login::address)
                .containsExactly("192.168.1.100");
    }

    @Test
    void readsEveryFileDetails() throws IOException {
        List<Read> reads = reads("buildSubmitFileDetails.snapshot");

        assertThat(reads).hasSize(4);
        assertThat(reads).allMatch(read -> read.reading().fate() == FileFate.READ);
        assertThat(reads.getFirst().all(Observation.Hash.class)).hasSize(3);
    }

    private static List<Read> reads(String name) throws IOException {
        Path file = SAMPLES.resolve(name);
        assumeTrue(Files.exists(file), "did not run: no third-party samples at " + SAMPLES);
        List<Read> reads = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(Files.readString(file));
        while (matcher.find()) {
            String xml = matcher.group(1).replace("\\\\\"", "\"").replace("\\\"", "\"");
            reads.add(Read.of(BytesFile.of("report.xml", xml)));
        }
        return reads;
    }
}
