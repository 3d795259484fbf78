package suluh.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256DigestTest {
    /** FIPS 180-4 example "abc". */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void matchesTheStandardsExample() {
        Sha256Digest digest = Sha256Digest.of("abc".getBytes(StandardCharsets.US_ASCII));

        assertThat(digest.hex()).isEqualTo(ABC);
        assertThat(Sha256Digest.ofRaw(digest.raw())).isEqualTo(digest);
    }

    @Test
    void refusesUpperCaseSoThatNoTwoTextsNameOneDigest() {
        assertThatThrownBy(() -> new Sha256Digest(ABC.toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sameBytesUnderTwoNamesAreTwoItems() {
        Sha256Digest content = new Sha256Digest(ABC);

        assertThat(EvidenceId.of(content, "a/x.json")).isNotEqualTo(EvidenceId.of(content, "b/x.json"));
        assertThat(EvidenceId.of(content, "a/x.json")).isEqualTo(EvidenceId.of(content, "a/x.json"));
    }
}
