package suluh.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.ledger.TrustPolicy.Standing;

class TrustPolicyTest {
    private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);
    private static final NoteSigner LOG = TestSigners.fresh("log.test", KeyKind.LOG_ED25519);
    private static final List<NoteSigner> WITNESSES = witnesses();
    private static final Checkpoint CHECKPOINT = new Checkpoint("log.test", 0, MerkleHash.EMPTY_ROOT);

    private static List<NoteSigner> witnesses() {
        List<NoteSigner> signers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            KeyKind kind = i % 2 == 0 ? KeyKind.COSIGNER_ED25519 : KeyKind.COSIGNER_ML_DSA_44;
            signers.add(TestSigners.fresh("witness.test/" + i, kind));
        }
        return signers;
    }

    /** The specification's example: two of the X, any of the Y. */
    private static String example() {
        StringBuilder text = new StringBuilder("# an example\nlog " + LOG.key().line() + " https://log.test/\n\n");
        for (int i = 0; i < 6; i++) {
            text.append("  witness\t")
                    .append(i < 3 ? "X" : "Y")
                    .append(i % 3 + 1)
                    .append(' ');
            text.append(WITNESSES.get(i).key().line()).append('\n');
            if (i == 2) {
                text.append("group X-witnesses 2 X1 X2 X3\n");
            }
        }
        return text + "group Y-witnesses any Y1 Y2 Y3\ngroup X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n";
    }

    @ParameterizedTest
    @CsvSource({"'',false", "'0,1',false", "'0,1,4',true", "'0,2,3,5',true", "'0,3,4,5',false", "'1,2,3',true"})
    void meetsTheQuorumOfTheSpecificationsExample(String present, boolean met) throws LedgerFormatException {
        TrustPolicy policy = parse(example());
        List<SignedNote.NoteSignature> cosignatures = new ArrayList<>();
        for (String index : present.isEmpty() ? new String[0] : present.split(",")) {
            cosignatures.add(WITNESSES.get(Integer.parseInt(index)).cosign(CHECKPOINT, AT));
        }

        Standing standing = policy.standingOf(LOG.sign(CHECKPOINT).with(cosignatures));

        assertThat(standing.quorumMet()).isEqualTo(met);
        assertThat(standing.log()).isPresent();
        assertThat(standing.cosigned()).hasSize(cosignatures.size());
        assertThat(standing.missing()).hasSize(6 - cosignatures.size());
    }

    @Test
    void writesAFormThatReadsAsTheSamePolicy() throws LedgerFormatException {
        TrustPolicy policy = parse(example());

        TrustPolicy again = parse(policy.render());

        assertThat(again.render()).isEqualTo(policy.render());
        assertThat(again.quorum()).isEqualTo("X-and-Y");
        assertThat(again.groups()).isEqualTo(policy.groups());
    }

    @Test
    void refusesALogWhoseOriginIsNotTheNameOfItsKey() throws LedgerFormatException {
        SignedNote foreign = LOG.sign(new Checkpoint("another.test", 0, MerkleHash.EMPTY_ROOT));

        assertThat(TrustPolicy.ofLog(LOG.key()).standingOf(foreign).log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log %L\n",
                "quorum none\n",
                "log %L\nlog %L\nquorum none\n",
                "log %L\nquorum none\nquorum none\n",
                "log %L\nquorum X\n",
                "log %L\nwitness none %0\nquorum none\n",
                "log %L\nwitness A %0\nwitness B %0\nquorum A\n",
                "log %L\nwitness A %0\nwitness A %1\nquorum A\n",
                "log %0\nquorum none\n",
                "log %L\nwitness A %L\nquorum A\n",
                "log %L\nwitness A %0\ngroup G 2 A\nquorum G\n",
                "log %L\nwitness A %0\ngroup G 0 A\nquorum G\n",
                "log %L\nwitness A %0\ngroup G all\nquorum G\n",
                "log %L\nwitness A %0\ngroup G all A\ngroup H all A\nquorum H\n",
                "log %L\ngroup G all A\nwitness A %0\nquorum G\n",
                "log %L\nwitness A %0\ngroup G all A A\nquorum G\n",
                "log %L\nwitness A %0\r\nquorum A\n",
                "log %L\nwitnesses A %0\nquorum A\n",
                "log %L\nwitness A %0 url more\nquorum A\n"
            })
    void refusesWhatTheSpecificationForbids(String text) {
        String filled = text.replace("%L", LOG.key().line())
                .replace("%0", WITNESSES.get(0).key().line())
                .replace("%1", WITNESSES.get(1).key().line());

        assertThatThrownBy(() -> parse(filled)).isInstanceOf(LedgerFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void refusesOrReadsAnyMutation(long seed) {
        Random random = new Random(seed);
        byte[] good = example().getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = good.clone();
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(TrustPolicy.parse(bytes).logs()).isNotEmpty();
            } catch (LedgerFormatException refused) {
                assertThat(refused).hasMessageContaining("policy");
            }
        }
    }

    private static TrustPolicy parse(String text) throws LedgerFormatException {
        return TrustPolicy.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
