package suluh.app.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts small secrets for the database (AES-256-GCM) under a key that lies in a file, mode 0600. */
public final class SecretBox {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    private SecretBox(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The box whose key lies in this file; made on first use. */
    public static SecretBox kept(Path file) throws IOException {
        return new SecretBox(Secrets.kept(file, () -> Secrets.bytes(KEY_BYTES)));
    }

    /** The secret, encrypted, in Base64; bound to its owner, so that it opens in nobody else's row. */
    public String seal(String owner, byte[] secret) {
        byte[] nonce = Secrets.bytes(NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, owner, nonce, secret);
        byte[] box = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getEncoder().encodeToString(box);
    }

    /**
     * The secret that was sealed for this owner.
     *
     * @throws IllegalStateException when it was changed, or sealed for another or under another key
     */
    public byte[] open(String owner, String text) {
        byte[] box = Base64.getDecoder().decode(text);
        byte[] nonce = java.util.Arrays.copyOf(box, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, owner, nonce, java.util.Arrays.copyOfRange(box, NONCE_BYTES, box.length));
    }

    private byte[] run(int mode, String owner, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A secret of the database does not open with keys/people.key; restore the key that belongs to it.",
                    e);
        }
    }
}
