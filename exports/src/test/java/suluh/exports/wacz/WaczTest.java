package suluh.exports.wacz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.core.observation.Observation;
import suluh.core.observation.SignatureStanding;
import suluh.exports.BytesFile;
import suluh.exports.GoldenCase;
import suluh.exports.Read;
import suluh.exports.ReadingContext;
import suluh.exports.SpoolSpace;
import suluh.exports.archive.Zips;

/** Captures whose keys, certificates and stamps were made once for these tests and hold for a day: they are long expired. */
class WaczTest {
    private static final Path RESOURCES = Path.of(System.getProperty("suluh.home"), "exports/src/test/resources");
    private static final Path ROOT = RESOURCES.resolve("keys/wacz-test-root.pem");

    @ParameterizedTest(name = "{0}, trusted root: {1}")
    @CsvSource({
        "anonymous, false, VALID_KEY_ONLY, SIGNATURE_WEAK",
        "domain, true, VALID,",
        "domain, false, VALID_KEY_ONLY, SIGNATURE_WEAK",
        "unsigned, true, ABSENT, SIGNATURE_WEAK",
        "altered, false, VALID_KEY_ONLY, DIGEST_DIFFERS",
        "other-domain, true, INVALID, SIGNATURE_INVALID",
        "other-time, true, INVALID, SIGNATURE_INVALID",
        "stamp-of-another, true, INVALID, SIGNATURE_INVALID",
    })
    void givesEachSignatureItsStandingAsOfItsTime(
            String name, boolean trusted, SignatureStanding standing, String alarm) throws Exception {
        Read read = Read.of(Zips.of("x.wacz", files(name)), context(trusted));

        List<Observation.CaptureSignature> signatures = read.all(Observation.CaptureSignature.class);
        assertThat(signatures)
                .extracting(Observation.CaptureSignature::standing)
                .containsExactly(standing);
        if (alarm == null) {
            assertThat(read.alarms()).doesNotContain("SIGNATURE_INVALID", "SIGNATURE_WEAK", "DIGEST_DIFFERS");
        } else {
            assertThat(read.alarms()).contains(alarm);
        }
    }

    @Test
    void noticesEachFileThatWasAddedTakenOrChanged() throws Exception {
        List<BytesFile> added = new ArrayList<>(files("domain"));
        added.add(BytesFile.of("kites/archive/more.warc", "WARC/1.1"));
        List<BytesFile> taken = new ArrayList<>(files("domain"));
        taken.removeIf(file -> file.itemName().endsWith("pages.jsonl"));
        List<BytesFile> relisted = new ArrayList<>(files("domain"));
        relisted.replaceAll(file -> file.itemName().endsWith("datapackage.json")
                ? BytesFile.of(
                        file.itemName(), new String(file.bytes(), StandardCharsets.UTF_8).replace("Kites", "Kite"))
                : file);

        assertThat(Read.of(Zips.of("x.wacz", added), context(true)).alarms()).contains("CAPTURE_UNLISTED");
        assertThat(Read.of(Zips.of("x.wacz", taken), context(true)).alarms()).contains("PART_MISSING");
        assertThat(Read.of(Zips.of("x.wacz", relisted), context(true)).alarms())
                .contains("DIGEST_DIFFERS", "SIGNATURE_INVALID");
    }

    @Test
    void everySingleByteOfTheSignedDataMatters() throws Exception {
        BytesFile signature = files("anonymous").stream()
                .filter(file -> file.itemName().endsWith("datapackage-digest.json"))
                .findFirst()
                .orElseThrow();
        String text = new String(signature.bytes(), StandardCharsets.UTF_8);
        int from = text.indexOf("\"hash\"");
        int value = text.indexOf("\"signature\": \"") + 14;

        for (int at : new int[] {from + 12, from + 40, value, value + 10, value + 60}) {
            StringBuilder changed = new StringBuilder(text);
            changed.setCharAt(at, text.charAt(at) == 'a' ? 'b' : 'a');
            Read read = Read.of(
                    BytesFile.of(signature.itemName(), changed.toString()).among(files("anonymous")), context(false));
            assertThat(read.all(Observation.CaptureSignature.class))
                    .extracting(Observation.CaptureSignature::standing)
                    .containsExactly(SignatureStanding.INVALID);
        }
    }

    private static List<BytesFile> files(String name) {
        Path sound = RESOURCES.resolve("testdata/wacz").resolve(name);
        Path folder = Files.isDirectory(sound)
                ? sound
                : RESOURCES.resolve("wacz-defects").resolve(name);
        return new GoldenCase(folder).files();
    }

    private static ReadingContext context(boolean trusted) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(ROOT)) {
            X509Certificate root =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return ReadingContext.usual(SpoolSpace.none()).trusting(trusted ? List.of(root) : List.of());
        }
    }
}
