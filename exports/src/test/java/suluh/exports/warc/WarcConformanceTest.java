package suluh.exports.warc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import suluh.core.observation.FileFate;
import suluh.core.observation.Observation;
import suluh.core.observation.PageStanding;
import suluh.exports.BytesFile;
import suluh.exports.Read;

/** Reads a third-party capture; its block and payload digests are those that a crawler wrote. */
@Tag("conformance")
class WarcConformanceTest {
    private static final Path FOLDER = Path.of(System.getProperty("suluh.shared.data", ""), "warc");

    @Test
    void readsAndVerifiesACaptureOfACrawler() {
        assumeTrue(Files.isDirectory(FOLDER), "did not run: no folder of third-party samples at " + FOLDER);

        Read read = Read.of(BytesFile.under(FOLDER, FOLDER.resolve("cc.warc.gz")));

        assertThat(read.readings()).allMatch(reading -> reading.fate() == FileFate.READ);
        assertThat(read.alarms()).isEmpty();
        Observation.Page page = read.all(Observation.Page.class).getFirst();
        assertThat(page.standing()).isEqualTo(PageStanding.CONTENT);
        assertThat(page.title()).isEqualTo("Common Crawl");
        assertThat(read.all(Observation.Link.class)).hasSizeGreaterThan(30);
        assertThat(read.all(Observation.Hash.class).getFirst().value()).isEqualTo("CIBK2YFSVPNDFLXUHSKZG2SPN7UNN65W");
    }
}
