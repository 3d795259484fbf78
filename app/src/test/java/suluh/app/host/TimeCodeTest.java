package suluh.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodeTest {
    /** RFC 6238, appendix B; its seeds are the digits 1 to 0 repeated to the length of the digest. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void givesTheCodesOfTheStandard(long second, String sha1, String sha256, String sha512) {
        long step = TimeCode.step(Instant.ofEpochSecond(second));

        assertThat(TimeCode.code(seed(20), step, "HmacSHA1", 8)).isEqualTo(sha1);
        assertThat(TimeCode.code(seed(32), step, "HmacSHA256", 8)).isEqualTo(sha256);
        assertThat(TimeCode.code(seed(64), step, "HmacSHA512", 8)).isEqualTo(sha512);
    }

    /** RFC 4648, section 10, without its padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesBase32(String text, String base32) {
        assertThat(TimeCode.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }

    @Test
    void opensASecretForItsOwnerOnly(@TempDir Path folder) throws Exception {
        SecretBox box = SecretBox.kept(folder.resolve("people.key"));
        String sealed = box.seal("p-1", seed(20));

        assertThat(SecretBox.kept(folder.resolve("people.key")).open("p-1", sealed))
                .isEqualTo(seed(20));
        assertThatThrownBy(() -> box.open("p-2", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SecretBox.kept(folder.resolve("other.key")).open("p-1", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    private static byte[] seed(int length) {
        return "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }
}
