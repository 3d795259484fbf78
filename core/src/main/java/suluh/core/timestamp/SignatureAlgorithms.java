package suluh.core.timestamp;

import java.util.Map;

/** The object identifiers of digests and signatures that authorities use, and their names in the JDK. */
final class SignatureAlgorithms {
    private static final Map<String, String> DIGESTS = Map.of(
            "1.3.14.3.2.26", "SHA-1",
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512");

    /** Signatures whose identifier names the digest too. */
    private static final Map<String, String> WHOLE = Map.of(
            "1.2.840.113549.1.1.5", "SHA1withRSA",
            "1.2.840.113549.1.1.11", "SHA256withRSA",
            "1.2.840.113549.1.1.12", "SHA384withRSA",
            "1.2.840.113549.1.1.13", "SHA512withRSA",
            "1.2.840.10045.4.3.2", "SHA256withECDSA",
            "1.2.840.10045.4.3.3", "SHA384withECDSA",
            "1.2.840.10045.4.3.4", "SHA512withECDSA",
            "1.3.101.112", "Ed25519");

    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String EC = "1.2.840.10045.2.1";

    private SignatureAlgorithms() {}

    static String digest(String oid) throws TimestampFormatException {
        String name = DIGESTS.get(oid);
        if (name == null) {
            throw new TimestampFormatException("a digest that is not known here: " + oid);
        }
        return name;
    }

    /** Name of the signature algorithm; identifiers of a bare key kind are completed by the digest. */
    static String signature(String oid, String digestOid) throws TimestampFormatException {
        String whole = WHOLE.get(oid);
        if (whole != null) {
            return whole;
        }
        if (oid.equals(RSA) || oid.equals(EC)) {
            return digest(digestOid).replace("-", "") + (oid.equals(RSA) ? "withRSA" : "withECDSA");
        }
        throw new TimestampFormatException("a signature that is not known here: " + oid);
    }
}
