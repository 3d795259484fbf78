package suluh.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.kernel.Sha256Digest;
import suluh.core.timestamp.TimestampCheck;
import suluh.core.timestamp.TimestampFormatException;
import suluh.core.timestamp.TimestampToken;
import suluh.core.timestamp.TimestampVerdict;
import suluh.core.timestamp.TimestampVerdict.Broken;
import suluh.core.timestamp.TimestampVerdict.Stamped;
import suluh.core.timestamp.TimestampVerdict.Standing;

/** Tokens made by Bouncy Castle and checked by the verifier's own reader. */
class TestTimestampAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final byte[] STAMPED = "a checkpoint".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private TestTimestampAuthority authority(Instant now) throws IOException {
        return TestTimestampAuthority.kept(folder.resolve("tsa.key"), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static byte[] request() throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator
                .generate(TSPAlgorithms.SHA256, Sha256Digest.of(STAMPED).raw(), BigInteger.TEN)
                .getEncoded();
    }

    private static TimestampVerdict check(byte[] answer, byte[] stamped) throws TimestampFormatException {
        return TimestampCheck.check(TimestampToken.parse(answer), stamped, List.of());
    }

    @Test
    void stampsWithANameThatSaysWhatItIsWorth() throws Exception {
        byte[] answer = authority(NOW).answer(request());

        assertThat(check(answer, STAMPED)).isInstanceOfSatisfying(Stamped.class, stamped -> {
            assertThat(stamped.at()).isEqualTo(NOW);
            assertThat(stamped.authority()).contains("TEST").contains("prove nothing");
            assertThat(stamped.standing()).isEqualTo(Standing.SELF_SIGNED);
        });
    }

    @Test
    void isAnchoredForWhoeverTrustsItsCertificate() throws Exception {
        TestTimestampAuthority authority = authority(NOW);
        TimestampToken token = TimestampToken.parse(authority.answer(request()));

        assertThat(TimestampCheck.check(token, STAMPED, List.of(authority.certificate())))
                .isInstanceOfSatisfying(
                        Stamped.class, s -> assertThat(s.standing()).isEqualTo(Standing.ANCHORED));
    }

    @Test
    void doesNotStampOtherBytes() throws Exception {
        byte[] answer = authority(NOW).answer(request());

        assertThat(check(answer, "another".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Broken.class, b -> assertThat(b.reason()).contains("it stamps SHA-256"));
    }

    @Test
    void isNotBelievedBeyondTheLifeOfItsCertificate() throws Exception {
        authority(NOW);
        byte[] late = authority(NOW.plus(Duration.ofDays(4000))).answer(request());

        assertThat(check(late, STAMPED))
                .isInstanceOfSatisfying(
                        Broken.class, b -> assertThat(b.reason()).contains("not valid at"));
    }

    @Test
    void neverStatesAnotherTimeAfterAChangeOfOneByte() throws Exception {
        byte[] good = authority(NOW).answer(request());
        int broken = 0;
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            try {
                TimestampVerdict verdict = check(bad, STAMPED);
                if (verdict instanceof Stamped stamped) {
                    assertThat(stamped.at()).as("byte %d", at).isEqualTo(NOW);
                } else {
                    broken++;
                }
            } catch (TimestampFormatException refused) {
                broken++;
            }
        }
        assertThat(broken).isGreaterThan(good.length * 3 / 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void refusesRandomBytesAndCutTokensWithASentence(long seed) throws Exception {
        Random random = new Random(seed);
        byte[] good = authority(NOW).answer(request());
        for (int round = 0; round < 500; round++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            byte[] cut = Arrays.copyOf(good, random.nextInt(good.length));
            assertThatThrownBy(() -> TimestampToken.parse(noise)).isInstanceOf(TimestampFormatException.class);
            assertThatThrownBy(() -> TimestampToken.parse(cut)).isInstanceOf(TimestampFormatException.class);
        }
    }
}
