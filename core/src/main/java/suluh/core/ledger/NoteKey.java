package suluh.core.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import suluh.core.kernel.Sha256Digest;

/**
 * Public key of a log or a witness, with its name: the verifier key of C2SP signed-note.
 *
 * @param name without space or plus sign, at most 255 bytes of UTF-8
 * @param kind what it signs and how
 * @param rawHex the raw key in lower-case hexadecimal digits: 32 bytes for Ed25519, 1,312 for ML-DSA-44
 */
public record NoteKey(String name, KeyKind kind, String rawHex) {
    private static final int ID_BYTES = 4;
    private static final int MAX_NAME_BYTES = 255;

    public NoteKey {
        if (name.isEmpty() || name.indexOf('+') >= 0 || name.chars().anyMatch(NoteKey::isSpaceOrControl)) {
            throw new IllegalArgumentException("a key's name has no space and no plus sign");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw new IllegalArgumentException("a key's name has at most " + MAX_NAME_BYTES + " bytes");
        }
        if (HexFormat.of().parseHex(rawHex).length != kind.keyBytes()) {
            throw new IllegalArgumentException("a key of this kind has " + kind.keyBytes() + " bytes");
        }
    }

    private static boolean isSpaceOrControl(int c) {
        return Character.isWhitespace(c) || Character.isISOControl(c);
    }

    /** Key of a signer from the JDK's form of it. */
    public static NoteKey of(String name, KeyKind kind, PublicKey key) {
        byte[] prefix = kind.encodingPrefix();
        byte[] encoded = key.getEncoded();
        if (encoded.length != prefix.length + kind.keyBytes()
                || !Arrays.equals(Arrays.copyOf(encoded, prefix.length), prefix)) {
            throw new IllegalArgumentException("not a key of " + kind.algorithm() + ": " + key.getAlgorithm());
        }
        return new NoteKey(name, kind, HexFormat.of().formatHex(encoded, prefix.length, encoded.length));
    }

    /** Key from its verifier line {@code name+hex id+base64}. */
    public static NoteKey parse(String line) throws LedgerFormatException {
        String[] parts = line.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new LedgerFormatException("expected a key line of the form name+id+base64");
        }
        byte[] typed;
        try {
            typed = Base64.getDecoder().decode(parts[2]);
        } catch (IllegalArgumentException e) {
            throw new LedgerFormatException("a key line whose last part is no base64", e);
        }
        KeyKind kind = KeyKind.ofType(typed.length == 0 ? 0 : typed[0])
                .orElseThrow(() -> new LedgerFormatException("a key line of another kind than Ed25519 or ML-DSA-44"));
        NoteKey key;
        try {
            key = new NoteKey(parts[0], kind, HexFormat.of().formatHex(typed, 1, typed.length));
        } catch (IllegalArgumentException e) {
            throw new LedgerFormatException("a key line that cannot be read: " + e.getMessage(), e);
        }
        if (!key.idHex().equals(parts[1])) {
            throw new LedgerFormatException("a key line whose id is " + parts[1] + "; its key has " + key.idHex());
        }
        return key;
    }

    /** The verifier line {@code name+hex id+base64}. */
    public String line() {
        return name + "+" + idHex() + "+" + Base64.getEncoder().encodeToString(typed());
    }

    /** First four bytes of SHA-256 over name, line feed, type and key. */
    byte[] id() {
        MessageDigest digest = Sha256Digest.newMessageDigest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return Arrays.copyOf(digest.digest(typed()), ID_BYTES);
    }

    private String idHex() {
        return HexFormat.of().formatHex(id());
    }

    private byte[] typed() {
        byte[] typed = new byte[1 + kind.keyBytes()];
        typed[0] = kind.type();
        System.arraycopy(HexFormat.of().parseHex(rawHex), 0, typed, 1, kind.keyBytes());
        return typed;
    }

    /** True when the signature over the message is by this key; bytes that are no signature at all are not. */
    boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != kind.signatureBytes()) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(kind.algorithm());
            verifier.initVerify(publicKey());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK since 24 has " + kind.algorithm(), e);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] prefix = kind.encodingPrefix();
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + kind.keyBytes());
        System.arraycopy(HexFormat.of().parseHex(rawHex), 0, encoded, prefix.length, kind.keyBytes());
        return KeyFactory.getInstance(kind.algorithm()).generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Override
    public String toString() {
        return line();
    }
}
