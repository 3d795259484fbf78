package suluh.core.ledger;

import java.util.HexFormat;
import java.util.Optional;

/** What a key signs and how: the type byte of C2SP signed-note and tlog-cosignature. */
public enum KeyKind {
    /** A log's own signature over its checkpoint: Ed25519 over the note's text. */
    LOG_ED25519(0x01, "Ed25519", 32, 64, "302a300506032b6570032100"),
    /** A witness's cosignature/v1: Ed25519 over time and text. */
    COSIGNER_ED25519(0x04, "Ed25519", 32, 64, "302a300506032b6570032100"),
    /** A witness's subtree/v1: ML-DSA-44 (FIPS 204) over names, time, range and root; stands against quantum computers. */
    COSIGNER_ML_DSA_44(0x06, "ML-DSA-44", 1312, 2420, "30820532300b06096086480165030403110382052100");

    private final int type;
    private final String algorithm;
    private final int keyBytes;
    private final int signatureBytes;
    private final String subjectPublicKeyInfo;

    KeyKind(int type, String algorithm, int keyBytes, int signatureBytes, String subjectPublicKeyInfo) {
        this.type = type;
        this.algorithm = algorithm;
        this.keyBytes = keyBytes;
        this.signatureBytes = signatureBytes;
        this.subjectPublicKeyInfo = subjectPublicKeyInfo;
    }

    /** The kind with this type byte. */
    static Optional<KeyKind> ofType(int type) {
        for (KeyKind kind : values()) {
            if (kind.type == type) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The JDK's name of the algorithm, for keys and signatures alike. */
    public String algorithm() {
        return algorithm;
    }

    /** True for keys of witnesses, false for those of logs. */
    public boolean isCosigner() {
        return this != LOG_ED25519;
    }

    byte type() {
        return (byte) type;
    }

    /** Bytes of a raw public key. */
    int keyBytes() {
        return keyBytes;
    }

    int signatureBytes() {
        return signatureBytes;
    }

    /** What the JDK's encoding of a public key (RFC 5280 SubjectPublicKeyInfo) has before the raw key. */
    byte[] encodingPrefix() {
        return HexFormat.of().parseHex(subjectPublicKeyInfo);
    }
}
