package suluh.core.timestamp;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import suluh.core.timestamp.TimestampVerdict.Broken;
import suluh.core.timestamp.TimestampVerdict.Stamped;
import suluh.core.timestamp.TimestampVerdict.Standing;

/**
 * Verifies a token as of its own time, offline (RFC 3161 section 2.4.2): imprint, signature, purpose and validity of the
 * certificate, path to an anchor. Revocation needs the net and is not asked.
 */
public final class TimestampCheck {
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

    private TimestampCheck() {}

    /**
     * What the token is worth as a stamp on these bytes.
     *
     * @param anchors certificates that the person checking trusts; may be empty
     */
    public static TimestampVerdict check(TimestampToken token, byte[] stamped, Collection<X509Certificate> anchors) {
        byte[] found;
        try {
            found = MessageDigest.getInstance(token.imprintDigest()).digest(stamped);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + token.imprintDigest(), e);
        }
        String hex = HexFormat.of().formatHex(found);
        if (!hex.equals(token.imprintHex())) {
            return new Broken("it stamps " + token.imprintDigest() + " " + token.imprintHex() + ", found " + hex);
        }
        return check(token, anchors);
    }

    /** What the token is worth as a stamp on bytes that are not at hand. */
    public static TimestampVerdict check(TimestampToken token, Collection<X509Certificate> anchors) {
        try {
            List<X509Certificate> candidates = new ArrayList<>(token.certificates());
            candidates.addAll(anchors);
            Optional<X509Certificate> found = token.signer().certificateAmong(candidates);
            if (found.isEmpty()) {
                return new Broken("it does not carry the certificate that signed it");
            }
            X509Certificate signer = found.get();
            Optional<String> fault = fault(token, signer);
            return fault.isPresent() ? new Broken(fault.get()) : stamped(token, signer, anchors);
        } catch (TimestampFormatException e) {
            return new Broken(String.valueOf(e.getMessage()));
        }
    }

    private static TimestampVerdict stamped(
            TimestampToken token, X509Certificate signer, Collection<X509Certificate> anchors) {
        String authority = signer.getSubjectX500Principal().getName();
        return new Stamped(token.at(), authority, standing(token, signer, anchors));
    }

    private static Optional<String> fault(TimestampToken token, X509Certificate signer)
            throws TimestampFormatException {
        if (!token.signer().commitsTo(signer)) {
            return Optional.of("it does not commit to the certificate that signed it");
        }
        try {
            Signature verifier = Signature.getInstance(token.signer().algorithm());
            verifier.initVerify(signer.getPublicKey());
            verifier.update(token.signer().signedBytes());
            if (!verifier.verify(token.signer().signature())) {
                return Optional.of("its signature does not verify");
            }
        } catch (GeneralSecurityException e) {
            return Optional.of("its signature cannot be verified: " + e.getMessage());
        }
        try {
            List<String> purposes = signer.getExtendedKeyUsage();
            if (purposes == null || !purposes.equals(List.of(TIME_STAMPING))) {
                return Optional.of("its certificate is not for time-stamping alone");
            }
            signer.checkValidity(Date.from(token.at()));
        } catch (CertificateParsingException e) {
            return Optional.of("its certificate's purposes cannot be read");
        } catch (CertificateException e) {
            return Optional.of("its certificate was not valid at " + token.at());
        }
        return Optional.empty();
    }

    private static Standing standing(
            TimestampToken token, X509Certificate signer, Collection<X509Certificate> anchors) {
        if (anchors.contains(signer) || leadsTo(token, signer, anchors)) {
            return Standing.ANCHORED;
        }
        boolean isOwnIssuer = signer.getSubjectX500Principal().equals(signer.getIssuerX500Principal());
        return isOwnIssuer ? Standing.SELF_SIGNED : Standing.NOT_ANCHORED;
    }

    private static boolean leadsTo(TimestampToken token, X509Certificate signer, Collection<X509Certificate> anchors) {
        if (anchors.isEmpty()) {
            return false;
        }
        Set<TrustAnchor> trusted =
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet());
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(token.at()));
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(token.certificates())));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (CertPathBuilderException e) {
            return false;
        } catch (InvalidAlgorithmParameterException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK builds PKIX paths", e);
        }
    }
}
