package suluh.exports.warc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedDigestTest {
    /** Digests of {@code abc}: FIPS 180-2, RFC 1321. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sha1:a9993e364706816aba3e25717850c26c9cd0d89d, true",
        "SHA-1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5, true",
        "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE4, false",
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad, true",
        "sha-256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====, true",
        "md5:900150983cd24fb0d6963f7d28e17f72, true",
        "md5:, false",
        "sha1:!, false",
    })
    void comparesHexadecimalDigitsAndBase32(String stated, boolean expected) {
        StatedDigest digest = StatedDigest.of(stated).orElseThrow();

        byte[] found = digest.computation().digest("abc".getBytes(StandardCharsets.US_ASCII));

        assertThat(digest.matches(found)).isEqualTo(expected);
    }
}
