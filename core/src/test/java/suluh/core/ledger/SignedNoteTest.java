package suluh.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    /** The example of the note format's first implementation, sumdb/note. */
    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String NOTE = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n\n"
            + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void acceptsThePublishedExample() throws LedgerFormatException {
        SignedNote note = SignedNote.parse(bytes(NOTE));

        assertThat(note.isSignedBy(NoteKey.parse(KEY))).isTrue();
        assertThat(note.render()).isEqualTo(NOTE);
        assertThat(NoteKey.parse(KEY).line()).isEqualTo(KEY);
    }

    @Test
    void refusesAChangedText() throws LedgerFormatException {
        SignedNote note = SignedNote.parse(bytes(NOTE.replace("answer", "Answer")));

        assertThat(note.isSignedBy(NoteKey.parse(KEY))).isFalse();
    }

    @Test
    void refusesAKeyWhoseIdIsNotItsOwn() {
        assertThatThrownBy(() -> NoteKey.parse(KEY.replace("c74f20a3", "c74f20a4")))
                .isInstanceOf(LedgerFormatException.class);
    }

    @Test
    void verifiesWhatItSigned() throws NoSuchAlgorithmException, LedgerFormatException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey key = NoteKey.of("suluh.example/log", KeyKind.LOG_ED25519, pair.getPublic());
        Checkpoint checkpoint = new Checkpoint("suluh.example/log", 42, MerkleHash.EMPTY_ROOT);

        SignedNote signed = new NoteSigner(key, pair.getPrivate()).sign(checkpoint);

        SignedNote read = SignedNote.parse(bytes(signed.render()));
        assertThat(read.isSignedBy(NoteKey.parse(key.line()))).isTrue();
        assertThat(Checkpoint.parse(read.text())).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "o",
                "o\n1\n",
                "o\n01\nAA==\n",
                "o\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n1\nAA==\n",
                "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nextension\n"
            })
    void refusesWhatIsNoCheckpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(LedgerFormatException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void neverTakesAMutatedNoteForTheSame(long seed) throws LedgerFormatException {
        Random random = new Random(seed);
        NoteKey key = NoteKey.parse(KEY);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = bytes(NOTE);
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 + random.nextInt(255));
            boolean accepted;
            try {
                accepted = SignedNote.parse(bytes).isSignedBy(key);
            } catch (LedgerFormatException refused) {
                accepted = false;
            }
            assertThat(accepted).as("byte %d changed to %d", at, bytes[at]).isFalse();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
