package suluh.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import suluh.core.kernel.Sha256Digest;

class CosignatureTest {
    private static final Instant AT = Instant.ofEpochSecond(1_679_315_147);

    /** The checkpoint of the example in C2SP tlog-cosignature. */
    private static final Checkpoint CHECKPOINT = new Checkpoint(
            "example.com/behind-the-sofa",
            20_852_163,
            Sha256Digest.ofRaw(Base64.getDecoder().decode("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")));

    private static final String NOTE = CHECKPOINT.text() + """

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    @Test
    void readsTheSpecificationsExampleWithItsTime() throws LedgerFormatException {
        SignedNote note = SignedNote.parse(NOTE.getBytes(StandardCharsets.UTF_8));

        assertThat(Checkpoint.parse(note.text())).isEqualTo(CHECKPOINT);
        assertThat(note.render()).isEqualTo(NOTE);
        byte[] stamped = Base64.getDecoder().decode(note.signatures().get(1).base64());
        assertThat(HexFormat.of().formatHex(stamped, 4, 12)).isEqualTo("00000000641850cb");
        assertThat(Instant.ofEpochSecond(0x641850cbL)).isEqualTo(AT);
    }

    @Test
    void signsTheMessageThatTheSpecificationShows() {
        NoteKey key = TestSigners.fresh("witness.example.com/w1", KeyKind.COSIGNER_ED25519)
                .key();

        assertThat(new String(Cosignature.message(key, CHECKPOINT, 1_679_315_147), StandardCharsets.UTF_8))
                .isEqualTo("""
                        cosignature/v1
                        time 1679315147
                        example.com/behind-the-sofa
                        20852163
                        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                        """);
    }

    @Test
    void signsTheStructureOfSubtreeV1() {
        NoteKey key = TestSigners.fresh("w", KeyKind.COSIGNER_ML_DSA_44).key();

        assertThat(HexFormat.of()
                        .formatHex(Cosignature.message(key, new Checkpoint("log", 5, MerkleHash.EMPTY_ROOT), 7)))
                .isEqualTo(
                        "737562747265652f76310a00" // label
                                + "0177" // cosigner_name
                                + "0000000000000007" // timestamp
                                + "036c6f67" // log_origin
                                + "0000000000000000" // start
                                + "0000000000000005" // end
                                + MerkleHash.EMPTY_ROOT.hex());
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyKind.class,
            names = {"COSIGNER_ED25519", "COSIGNER_ML_DSA_44"})
    void verifiesItsOwnCosignatureAndNoOther(KeyKind kind) throws LedgerFormatException {
        NoteSigner log = TestSigners.fresh("example.com/behind-the-sofa", KeyKind.LOG_ED25519);
        NoteSigner witness = TestSigners.fresh("witness.example", kind);
        NoteSigner stranger = TestSigners.fresh("witness.example", kind);
        SignedNote note = log.sign(CHECKPOINT).with(List.of(witness.cosign(CHECKPOINT, AT)));

        SignedNote read = SignedNote.parse(note.render().getBytes(StandardCharsets.UTF_8));

        assertThat(read.cosignedBy(NoteKey.parse(witness.key().line()))).contains(AT);
        assertThat(read.cosignedBy(stranger.key())).isEmpty();
        assertThat(read.isSignedBy(witness.key())).isFalse();
        assertThat(read.isSignedBy(log.key())).isTrue();
        Checkpoint other = new Checkpoint(CHECKPOINT.origin(), CHECKPOINT.size() + 1, CHECKPOINT.root());
        SignedNote moved = log.sign(other).with(note.signatures().subList(1, 2));
        assertThat(moved.cosignedBy(witness.key())).isEmpty();
    }

    @Test
    void refusesToSignAsALogWithAWitnessesKey() {
        NoteSigner witness = TestSigners.fresh("w", KeyKind.COSIGNER_ED25519);

        assertThatThrownBy(() -> witness.sign(CHECKPOINT)).isInstanceOf(IllegalArgumentException.class);
    }
}
