package suluh.core.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import suluh.core.ledger.SignedNote.NoteSignature;

/**
 * A private key with its name: signs as a log, or cosigns as a witness.
 *
 * @param key what others verify with
 * @param privateKey of the same kind
 */
public record NoteSigner(NoteKey key, PrivateKey privateKey) {
    /** The checkpoint as a note with this log's signature. */
    public SignedNote sign(Checkpoint checkpoint) {
        if (key.kind().isCosigner()) {
            throw new IllegalArgumentException("a witness's key cannot sign as a log");
        }
        String text = checkpoint.text();
        byte[] signature = signature(text.getBytes(StandardCharsets.UTF_8));
        return new SignedNote(text, java.util.List.of(NoteSignature.of(key, signature)));
    }

    /** This witness's cosignature on a checkpoint, of this second. */
    public NoteSignature cosign(Checkpoint checkpoint, Instant at) {
        byte[] signature = signature(Cosignature.message(key, checkpoint, at.getEpochSecond()));
        return NoteSignature.of(key, Cosignature.stamped(at.getEpochSecond(), signature));
    }

    private byte[] signature(byte[] message) {
        try {
            Signature signer = Signature.getInstance(key.kind().algorithm());
            signer.initSign(privateKey);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the private key of " + key.name() + " cannot sign: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "signer " + key.name();
    }
}
