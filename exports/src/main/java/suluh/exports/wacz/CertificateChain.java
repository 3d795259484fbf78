package suluh.exports.wacz;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Certificates from the signer's to the highest given (RFC 5280), checked as of one time. */
final class CertificateChain {
    private static final int MAX_CERTIFICATES = 10;
    private static final int DNS_NAME = 2;

    private CertificateChain() {}

    /** Certificates of a PEM text in their order; empty when there are none, too many, or one cannot be read. */
    static Optional<List<X509Certificate>> parse(String pem) {
        try {
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
                chain.add((X509Certificate) certificate);
            }
            return chain.isEmpty() || chain.size() > MAX_CERTIFICATES ? Optional.empty() : Optional.of(chain);
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** True when the certificate is of this domain: by its alternative names, else by its common name. */
    static boolean names(X509Certificate leaf, String domain) {
        String wanted = domain.toLowerCase(Locale.ROOT);
        try {
            Collection<List<?>> alternatives = leaf.getSubjectAlternativeNames();
            if (alternatives != null) {
                return alternatives.stream()
                        .filter(name -> name.getFirst().equals(DNS_NAME))
                        .anyMatch(name -> String.valueOf(name.get(1)).equalsIgnoreCase(wanted));
            }
        } catch (CertificateParsingException e) {
            return false;
        }
        String subject = leaf.getSubjectX500Principal().getName().toLowerCase(Locale.ROOT);
        return List.of(subject.split(",")).contains("cn=" + wanted);
    }

    /** Why these certificates do not vouch for each other at this time; empty when they do. */
    static Optional<String> fault(List<X509Certificate> chain, Instant at) {
        for (int i = 0; i < chain.size(); i++) {
            try {
                chain.get(i).checkValidity(Date.from(at));
            } catch (CertificateException e) {
                return Optional.of("a certificate was not valid when it signed, at " + at);
            }
            if (i + 1 < chain.size()) {
                try {
                    chain.get(i).verify(chain.get(i + 1).getPublicKey());
                } catch (GeneralSecurityException e) {
                    return Optional.of("a certificate was not issued by the next one");
                }
            }
        }
        return Optional.empty();
    }

    /** True when the chain leads to one of these certificates at this time. */
    static boolean leadsTo(List<X509Certificate> chain, Instant at, Collection<X509Certificate> anchors) {
        if (anchors.isEmpty()) {
            return false;
        }
        Set<TrustAnchor> trusted =
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet());
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(chain.getFirst());
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (CertPathBuilderException e) {
            return false;
        } catch (InvalidAlgorithmParameterException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK builds PKIX paths", e);
        }
    }

    /** Who issued the highest certificate. */
    static String root(List<X509Certificate> chain) {
        return suluh.exports.KeyNames.shown(
                chain.getLast().getIssuerX500Principal().getName());
    }
}
