package suluh.exports.wacz;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.exports.json.JsonTree;

/**
 * What a capture's signature states (WACZ signing and verification 0.1.0).
 *
 * @param hash digest that was signed, as text
 * @param signature signature in base 64, which the time stamp is over
 * @param created when, as the signer states
 * @param publicKey key of the anonymous form in base 64, or null
 * @param domain name of the other form, or null
 * @param domainCert certificates of the domain, the signer's first, or null
 * @param timeSignature time-stamp response in base 64, or null
 * @param timestampCert certificates of the authority, or null
 */
record SignedHash(
        String hash,
        String signature,
        String created,
        @Nullable String publicKey,
        @Nullable String domain,
        @Nullable String domainCert,
        @Nullable String timeSignature,
        @Nullable String timestampCert) {
    /** The signature as bytes; empty when it is not in base 64. */
    Optional<byte[]> signatureBytes() {
        return base64(signature);
    }

    /** What this value of a digest file states; empty when it lacks what every form has. */
    static Optional<SignedHash> of(JsonTree tree) {
        String hash = tree.textAt("hash");
        String signature = tree.textAt("signature");
        String created = tree.textAt("created");
        if (hash == null || signature == null || created == null) {
            return Optional.empty();
        }
        return Optional.of(new SignedHash(
                hash,
                signature,
                created,
                tree.textAt("publicKey"),
                tree.textAt("domain"),
                tree.textAt("domainCert"),
                tree.textAt("timeSignature"),
                tree.textAt("timestampCert")));
    }

    /** Bytes of a text in base 64, line ends allowed. */
    static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
