package suluh.core.timestamp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one signer of a token (RFC 5652 SignerInfo): who it says it is, what it signed and the signature.
 *
 * <p>Holds bytes; compare nothing but what the methods answer.
 */
public final class CmsSigner {
    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
    private static final String SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
    private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    private static final int SUBJECT_KEY_TAG = 0x80;

    private final Der identifier;
    private final String algorithm;
    private final byte[] signedAttributes;
    private final byte[] signature;
    private final Map<String, Der> attributes;

    private CmsSigner(
            Der identifier, String algorithm, byte[] signedAttributes, byte[] signature, Map<String, Der> attributes) {
        this.identifier = identifier;
        this.algorithm = algorithm;
        this.signedAttributes = signedAttributes;
        this.signature = signature;
        this.attributes = attributes;
    }

    /** Reads a signer and compares the digest that it signed with the content. */
    static CmsSigner parse(Der info, byte[] content) throws TimestampFormatException {
        List<Der> parts = info.as(Der.SEQUENCE, "a signer").children();
        if (parts.size() < 6 || !parts.get(3).is(Der.CONTEXT)) {
            throw new TimestampFormatException("a signer without signed attributes");
        }
        String digestOid = parts.get(2).child(0, "digest").oid("the signer's digest");
        String signatureOid = parts.get(4).child(0, "signature algorithm").oid("the signature's algorithm");
        Map<String, Der> attributes = attributes(parts.get(3));
        if (!value(attributes, CONTENT_TYPE, "content type")
                .oid("the content type")
                .equals(TST_INFO)) {
            throw new TimestampFormatException("a signature over another type of content");
        }
        byte[] stated = value(attributes, MESSAGE_DIGEST, "message digest")
                .as(Der.OCTET_STRING, "the message digest")
                .content();
        byte[] found = digest(SignatureAlgorithms.digest(digestOid), content);
        if (!MessageDigest.isEqual(stated, found)) {
            throw new TimestampFormatException("the signature is over another content than the token's");
        }
        byte[] signed = parts.get(3).bytes();
        signed[0] = (byte) Der.SET;
        return new CmsSigner(
                parts.get(1),
                SignatureAlgorithms.signature(signatureOid, digestOid),
                signed,
                parts.get(5).as(Der.OCTET_STRING, "the signature").content(),
                attributes);
    }

    private static Map<String, Der> attributes(Der set) throws TimestampFormatException {
        Map<String, Der> attributes = new HashMap<>();
        for (Der attribute : set.children()) {
            String type = attribute
                    .as(Der.SEQUENCE, "an attribute")
                    .child(0, "attribute type")
                    .oid("an attribute");
            Der values = attribute.child(1, "attribute values").as(Der.SET, "attribute values");
            if (attributes.put(type, values.child(0, "attribute value")) != null) {
                throw new TimestampFormatException("the attribute " + type + " stands twice");
            }
        }
        return attributes;
    }

    private static Der value(Map<String, Der> attributes, String type, String what) throws TimestampFormatException {
        Der value = attributes.get(type);
        if (value == null) {
            throw new TimestampFormatException("a signer without the attribute " + what);
        }
        return value;
    }

    /** JDK name of the signature's algorithm. */
    String algorithm() {
        return algorithm;
    }

    /** The bytes that the signature is over. */
    byte[] signedBytes() {
        return signedAttributes.clone();
    }

    byte[] signature() {
        return signature.clone();
    }

    /** The signer's certificate among these, by issuer and serial number or by key identifier. */
    Optional<X509Certificate> certificateAmong(List<X509Certificate> certificates) throws TimestampFormatException {
        for (X509Certificate certificate : certificates) {
            if (names(certificate)) {
                return Optional.of(certificate);
            }
        }
        return Optional.empty();
    }

    private boolean names(X509Certificate certificate) throws TimestampFormatException {
        if (identifier.tag() == SUBJECT_KEY_TAG) {
            byte[] extension = certificate.getExtensionValue(SUBJECT_KEY_IDENTIFIER);
            return extension != null
                    && Arrays.equals(Der.parse(Der.parse(extension).content()).content(), identifier.content());
        }
        identifier.as(Der.SEQUENCE, "issuer and serial number");
        byte[] issuer = identifier.child(0, "issuer").bytes();
        return Arrays.equals(issuer, certificate.getIssuerX500Principal().getEncoded())
                && identifier
                        .child(1, "serial number")
                        .integer("the serial number")
                        .equals(certificate.getSerialNumber());
    }

    /** True when the signed attributes commit to this certificate (RFC 2634, RFC 5035), as RFC 3161 asks. */
    boolean commitsTo(X509Certificate certificate) throws TimestampFormatException {
        Der second = attributes.get(SIGNING_CERTIFICATE_V2);
        Der first = attributes.get(SIGNING_CERTIFICATE);
        if (second != null) {
            Der id = firstId(second);
            Der head = id.child(0, "certificate id");
            boolean names = head.is(Der.SEQUENCE);
            String oid = names ? head.child(0, "digest").oid("the digest") : SHA256;
            byte[] hash = id.child(names ? 1 : 0, "certificate hash").content();
            return Arrays.equals(hash, digest(SignatureAlgorithms.digest(oid), encoded(certificate)));
        }
        return first != null
                && Arrays.equals(
                        firstId(first).child(0, "certificate hash").content(), digest("SHA-1", encoded(certificate)));
    }

    private static Der firstId(Der signingCertificate) throws TimestampFormatException {
        return signingCertificate.child(0, "certificate ids").child(0, "certificate id");
    }

    private static byte[] encoded(X509Certificate certificate) throws TimestampFormatException {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new TimestampFormatException("a certificate without its bytes", e);
        }
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
