package suluh.core.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.timestamp.TimestampVerdict.Stamped;
import suluh.core.timestamp.TimestampVerdict.Standing;

/** Tokens of real authorities, checked offline against the JDK's own list of roots. */
@Tag("conformance")
class TimestampConformanceTest {
    private static final Path TOKENS = Path.of(System.getProperty("suluh.shared.data", ""), "timestamps");

    @BeforeEach
    void needsTheSharedData() {
        Assumptions.assumeTrue(Files.isDirectory(TOKENS), "not run: no third-party data at " + TOKENS);
    }

    @ParameterizedTest
    @CsvSource({
        "digicert.tsr, DigiCert, ANCHORED",
        "valid_timestamp.tsr, IdenTrust, ANCHORED",
        "timestamp_token_http-timestamp-identrust-com, IdenTrust, ANCHORED",
        "rfc3161-client-issue-104.tsr, IdenTrust, ANCHORED",
        "self_signed.tsr, BANCO CENTRAL, NOT_ANCHORED"
    })
    void tellsAnchoredTokensFromPrivateOnes(String file, String authority, Standing standing) throws Exception {
        TimestampToken token = TimestampToken.parse(Files.readAllBytes(TOKENS.resolve(file)));

        assertThat(TimestampCheck.check(token, roots())).isInstanceOfSatisfying(Stamped.class, stamped -> {
            assertThat(stamped.authority()).contains(authority);
            assertThat(stamped.standing()).isEqualTo(standing);
        });
        assertThat(TimestampCheck.check(token, new byte[] {1}, roots())).isInstanceOf(TimestampVerdict.Broken.class);
    }

    /** A changed byte breaks the token, or lies where nothing is signed; the stated time can never change. */
    @ParameterizedTest
    @ValueSource(strings = {"digicert.tsr", "self_signed.tsr"})
    void neverStatesAnotherTimeAfterAChangeOfOneByte(String file) throws Exception {
        byte[] good = Files.readAllBytes(TOKENS.resolve(file));
        TimestampToken token = TimestampToken.parse(good);
        int broken = 0;
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            try {
                if (TimestampCheck.check(TimestampToken.parse(bad), List.of()) instanceof Stamped stamped) {
                    assertThat(stamped.at()).as("byte %d", at).isEqualTo(token.at());
                } else {
                    broken++;
                }
            } catch (TimestampFormatException refused) {
                broken++;
            }
        }
        assertThat(broken).isGreaterThan(1000);
    }

    private static List<X509Certificate> roots() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try (InputStream in = new FileInputStream(
                Path.of(System.getProperty("java.home"), "lib/security/cacerts").toFile())) {
            store.load(in, null);
        }
        List<X509Certificate> roots = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                roots.add(certificate);
            }
        }
        return roots;
    }
}
