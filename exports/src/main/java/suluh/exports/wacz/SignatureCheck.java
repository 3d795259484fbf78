package suluh.exports.wacz;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SignatureStanding;
import suluh.core.timestamp.TimestampCheck;
import suluh.core.timestamp.TimestampFormatException;
import suluh.core.timestamp.TimestampToken;
import suluh.core.timestamp.TimestampVerdict;

/**
 * Checks both forms of a capture's signature offline, as of its own time.
 *
 * <p>Anonymous: the key that the capture carries verifies the digest; whose key it is nobody can say from the file.
 * Domain: the certificate of the domain verifies the digest, was valid at the time that an RFC 3161 time stamp over the
 * signature gives, and leads to a root that the person checking trusts. Revocation needs the net and is not asked.
 */
final class SignatureCheck {
    /** A signer stamps at once; more between its own clock and the authority's is a contradiction. */
    private static final Duration MAX_DELAY = Duration.ofMinutes(10);

    private final Collection<X509Certificate> anchors;

    /** @param anchors certificates that the person checking trusts; may be empty */
    SignatureCheck(Collection<X509Certificate> anchors) {
        this.anchors = anchors;
    }

    SignatureVerdict check(SignedHash data) {
        if (data.publicKey() != null) {
            return anonymous(data, data.publicKey());
        }
        if (data.domain() != null && data.domainCert() != null) {
            return domain(data, data.domain(), data.domainCert());
        }
        return SignatureVerdict.invalid("", "the signature names neither a key nor a domain with its certificate");
    }

    private SignatureVerdict anonymous(SignedHash data, String publicKey) {
        Optional<byte[]> encoded = SignedHash.base64(publicKey);
        if (encoded.isEmpty()) {
            return SignatureVerdict.invalid("", "the public key is not in base 64");
        }
        String signer = "sha256:" + Sha256Digest.of(encoded.get()).hex();
        try {
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded.get()));
            if (!verifies(data, key)) {
                return SignatureVerdict.invalid(signer, "the signature does not verify under the key that it carries");
            }
        } catch (GeneralSecurityException e) {
            return SignatureVerdict.invalid(signer, "the public key or the signature cannot be read");
        }
        return new SignatureVerdict(
                SignatureStanding.VALID_KEY_ONLY,
                signer,
                "the signature verifies under a key that the capture carries; whose it is, somebody outside must say");
    }

    private SignatureVerdict domain(SignedHash data, String domain, String pem) {
        Optional<List<X509Certificate>> chain = CertificateChain.parse(pem);
        if (chain.isEmpty()) {
            return SignatureVerdict.invalid(domain, "the domain's certificates cannot be read");
        }
        X509Certificate leaf = chain.get().getFirst();
        try {
            if (!verifies(data, leaf.getPublicKey())) {
                return SignatureVerdict.invalid(domain, "the signature does not verify under the domain's certificate");
            }
        } catch (GeneralSecurityException e) {
            return SignatureVerdict.invalid(domain, "the signature or the domain's key cannot be read");
        }
        if (!CertificateChain.names(leaf, domain)) {
            return SignatureVerdict.invalid(domain, "the certificate is of another domain than the signature states");
        }
        Stamp stamp = stamp(data);
        if (stamp.at() == null) {
            return SignatureVerdict.invalid(domain, stamp.sentence());
        }
        return ofChain(data, domain, chain.get(), stamp.at());
    }

    private SignatureVerdict ofChain(SignedHash data, String domain, List<X509Certificate> chain, Instant at) {
        Optional<String> fault = CertificateChain.fault(chain, at).or(() -> delay(data, at));
        if (fault.isPresent()) {
            return SignatureVerdict.invalid(domain, fault.get());
        }
        if (!CertificateChain.leadsTo(chain, at, anchors)) {
            return new SignatureVerdict(
                    SignatureStanding.VALID_KEY_ONLY,
                    domain,
                    "signature, certificates and time stamp agree, and the certificates lead to no root that is trusted"
                            + " here: " + CertificateChain.root(chain) + "; anybody could have made them");
        }
        return new SignatureVerdict(
                SignatureStanding.VALID, domain, "signed for the domain and stamped at " + at + "; all of it verifies");
    }

    private static Optional<String> delay(SignedHash data, Instant at) {
        try {
            Duration delay = Duration.between(Instant.parse(data.created()), at).abs();
            return delay.compareTo(MAX_DELAY) <= 0
                    ? Optional.empty()
                    : Optional.of(
                            "the time stamp is " + delay.toMinutes() + " minutes from the time that the signer states");
        } catch (DateTimeException e) {
            return Optional.of("the time that the signer states cannot be read");
        }
    }

    /**
     * Outcome of checking a time stamp.
     *
     * @param at its time, or null
     * @param sentence why there is none
     */
    private record Stamp(@org.jspecify.annotations.Nullable Instant at, String sentence) {}

    private static Stamp stamp(SignedHash data) {
        String signature = data.timeSignature();
        Optional<byte[]> token = signature == null ? Optional.empty() : SignedHash.base64(signature);
        if (token.isEmpty()) {
            return new Stamp(null, "no time stamp confirms when the domain signed");
        }
        String pem = data.timestampCert() == null ? "" : data.timestampCert();
        List<X509Certificate> authority = CertificateChain.parse(pem).orElse(List.of());
        try {
            TimestampVerdict verdict = TimestampCheck.check(
                    TimestampToken.parse(token.get()), data.signature().getBytes(StandardCharsets.UTF_8), authority);
            return switch (verdict) {
                case TimestampVerdict.Stamped stamped -> new Stamp(stamped.at(), "");
                case TimestampVerdict.Broken broken ->
                    new Stamp(null, "the time stamp proves nothing: " + broken.reason());
            };
        } catch (TimestampFormatException e) {
            return new Stamp(null, "the time stamp cannot be read: " + e.getMessage());
        }
    }

    /** Browsers write the two numbers of an elliptic-curve signature one behind the other, servers in DER. */
    private static boolean verifies(SignedHash data, PublicKey key) throws GeneralSecurityException {
        byte[] signature = data.signatureBytes().orElse(new byte[0]);
        String algorithm = "SHA256withRSA";
        if (key instanceof ECPublicKey curve) {
            int fieldBytes = (curve.getParams().getCurve().getField().getFieldSize() + 7) / 8;
            algorithm = signature.length == 2 * fieldBytes ? "SHA256withECDSAinP1363Format" : "SHA256withECDSA";
        }
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(key);
        verifier.update(data.hash().getBytes(StandardCharsets.UTF_8));
        return verifier.verify(signature);
    }
}
