package suluh.verify;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import suluh.core.kernel.Sha256Digest;

/** An authority that stamps test bundles; it vouches for nothing. */
final class TestStamps {
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final X500Name NAME = new X500Name("CN=Authority of test bundles");

    private final KeyPair pair;
    private final X509Certificate certificate;
    private final Date at;

    TestStamps(Instant at) throws GeneralSecurityException, OperatorCreationException, IOException {
        this.pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        this.at = Date.from(at);
        this.certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                NAME,
                                BigInteger.ONE,
                                Date.from(at.minusSeconds(3600)),
                                Date.from(at.plusSeconds(3600)),
                                NAME,
                                pair.getPublic())
                        .addExtension(
                                Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                        .build(new JcaContentSignerBuilder(ALGORITHM).build(pair.getPrivate())));
    }

    /** The response of RFC 3161 over these bytes. */
    byte[] over(byte[] bytes) {
        try {
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build(ALGORITHM, pair.getPrivate(), certificate),
                    new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.32473.1"));
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            var request = new TimeStampRequestGenerator()
                    .generate(TSPAlgorithms.SHA256, Sha256Digest.of(bytes).raw());
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(request, BigInteger.ONE, at)
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | TSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate in PEM: the anchor. */
    String pem() throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
