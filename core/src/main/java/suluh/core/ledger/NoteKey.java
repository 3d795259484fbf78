package suluh.core.ledger;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import suluh.core.kernel.Sha256Digest;

/**
 * Public Ed25519 key of a note's signer, with its name (C2SP signed-note).
 *
 * @param name without space or plus sign
 * @param rawHex 32 bytes of the key (RFC 8032) as lower-case hexadecimal digits
 */
public record NoteKey(String name, String rawHex) {
    private static final byte ED25519 = 1;
    private static final int SIZE_BYTES = 32;
    private static final int ID_BYTES = 4;

    public NoteKey {
        if (name.isEmpty() || name.indexOf('+') >= 0 || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("a key's name has no space and no plus sign");
        }
        if (!Sha256Digest.isHex(rawHex)) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes in hexadecimal digits");
        }
    }

    /** Key of a signer from the JDK's form of it. */
    public static NoteKey of(String name, EdECPublicKey key) {
        byte[] bigEnd = key.getPoint().getY().toByteArray();
        byte[] raw = new byte[SIZE_BYTES];
        for (int i = 0; i < bigEnd.length && i < SIZE_BYTES; i++) {
            raw[i] = bigEnd[bigEnd.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            raw[SIZE_BYTES - 1] |= (byte) 0x80;
        }
        return new NoteKey(name, HexFormat.of().formatHex(raw));
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
        if (typed.length != 1 + SIZE_BYTES || typed[0] != ED25519) {
            throw new LedgerFormatException("a key line of another kind than Ed25519");
        }
        NoteKey key;
        try {
            key = new NoteKey(parts[0], HexFormat.of().formatHex(typed, 1, typed.length));
        } catch (IllegalArgumentException e) {
            throw new LedgerFormatException("a key line without a name", e);
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

    /** First four bytes of SHA-256 over name, line feed, kind and key. */
    byte[] id() {
        MessageDigest digest = Sha256Digest.newMessageDigest();
        digest.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return Arrays.copyOf(digest.digest(typed()), ID_BYTES);
    }

    private String idHex() {
        return HexFormat.of().formatHex(id());
    }

    private byte[] typed() {
        byte[] typed = new byte[1 + SIZE_BYTES];
        typed[0] = ED25519;
        System.arraycopy(HexFormat.of().parseHex(rawHex), 0, typed, 1, SIZE_BYTES);
        return typed;
    }

    /** True when the signature over the message is by this key. */
    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        } catch (InvalidKeyException | InvalidKeySpecException | SignatureException e) {
            return false;
        }
    }

    private PublicKey publicKey() throws InvalidKeySpecException, NoSuchAlgorithmException {
        byte[] raw = HexFormat.of().parseHex(rawHex);
        byte[] bigEnd = new byte[SIZE_BYTES];
        for (int i = 0; i < SIZE_BYTES; i++) {
            bigEnd[i] = raw[SIZE_BYTES - 1 - i];
        }
        boolean xIsOdd = (bigEnd[0] & 0x80) != 0;
        bigEnd[0] &= 0x7F;
        EdECPoint point = new EdECPoint(xIsOdd, new BigInteger(1, bigEnd));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    @Override
    public String toString() {
        return line();
    }
}
