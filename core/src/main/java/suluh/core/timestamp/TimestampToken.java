package suluh.core.timestamp;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A time-stamp token (RFC 3161): a CMS SignedData (RFC 5652) over a TSTInfo, as read; {@link TimestampCheck} verifies it.
 *
 * @param at time that the authority states
 * @param imprintDigest digest that was applied to the stamped bytes, such as SHA-256
 * @param imprintHex that digest of the stamped bytes, in lower-case hexadecimal digits
 * @param serial the authority's number of the token
 * @param policy object identifier of the authority's policy
 * @param certificates all that the token carries
 */
public record TimestampToken(
        Instant at,
        String imprintDigest,
        String imprintHex,
        BigInteger serial,
        String policy,
        List<X509Certificate> certificates,
        CmsSigner signer) {
    /** Tokens of real authorities have 2 to 10 kilobytes. */
    public static final int MAX_SIZE_BYTES = 256 << 10;

    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
    /** RFC 3161: 0 granted, 1 granted with changes. */
    private static final int MAX_GRANTED = 1;

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuuMMddHHmmss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT);

    public TimestampToken {
        certificates = List.copyOf(certificates);
    }

    /** Reads an authority's response, or the bare token inside one. */
    public static TimestampToken parse(byte[] bytes) throws TimestampFormatException {
        if (bytes.length > MAX_SIZE_BYTES) {
            throw new TimestampFormatException("a token of more than " + MAX_SIZE_BYTES + " bytes");
        }
        Der outer = Der.parse(bytes).as(Der.SEQUENCE, "a response or a token");
        Der first = outer.child(0, "status or content type");
        if (first.is(Der.SEQUENCE)) {
            int status = first.child(0, "status").integer("the status").intValue();
            if (status < 0 || status > MAX_GRANTED) {
                throw new TimestampFormatException("the authority refused: status " + status);
            }
            return ofContentInfo(outer.child(1, "token in the response"));
        }
        return ofContentInfo(outer);
    }

    private static TimestampToken ofContentInfo(Der info) throws TimestampFormatException {
        info.as(Der.SEQUENCE, "a content info");
        if (!info.child(0, "content type").oid("the content type").equals(SIGNED_DATA)) {
            throw new TimestampFormatException("a token that is no SignedData");
        }
        Der signed = info.child(1, "content").as(Der.CONTEXT, "the content").child(0, "SignedData");
        List<Der> parts = signed.as(Der.SEQUENCE, "SignedData").children();
        if (parts.size() < 4) {
            throw new TimestampFormatException("a SignedData of " + parts.size() + " parts");
        }
        Der encapsulated = parts.get(2).as(Der.SEQUENCE, "the encapsulated content");
        if (!encapsulated.child(0, "content type").oid("the content type").equals(TST_INFO)) {
            throw new TimestampFormatException("a SignedData over something else than a TSTInfo");
        }
        byte[] content = encapsulated
                .child(1, "content")
                .as(Der.CONTEXT, "the content")
                .child(0, "content")
                .as(Der.OCTET_STRING, "the content")
                .content();
        List<X509Certificate> certificates = new ArrayList<>();
        for (Der part : parts.subList(3, parts.size() - 1)) {
            if (part.is(Der.CONTEXT)) {
                certificates.addAll(certificates(part));
            }
        }
        List<Der> signers = parts.getLast().as(Der.SET, "the signers").children();
        if (signers.size() != 1) {
            throw new TimestampFormatException("a token with " + signers.size() + " signers, expected 1");
        }
        return ofInfo(content, certificates, CmsSigner.parse(signers.getFirst(), content));
    }

    private static TimestampToken ofInfo(byte[] content, List<X509Certificate> certificates, CmsSigner signer)
            throws TimestampFormatException {
        List<Der> info = Der.parse(content).as(Der.SEQUENCE, "a TSTInfo").children();
        if (info.size() < 5) {
            throw new TimestampFormatException("a TSTInfo of " + info.size() + " parts");
        }
        Der imprint = info.get(2).as(Der.SEQUENCE, "the imprint");
        String digest = imprint.child(0, "digest").child(0, "digest").oid("the imprint's digest");
        byte[] hash =
                imprint.child(1, "imprint").as(Der.OCTET_STRING, "the imprint").content();
        return new TimestampToken(
                time(info.get(4)),
                SignatureAlgorithms.digest(digest),
                HexFormat.of().formatHex(hash),
                info.get(3).integer("the serial number"),
                info.get(1).oid("the policy"),
                certificates,
                signer);
    }

    private static Instant time(Der value) throws TimestampFormatException {
        String text = new String(value.as(Der.GENERALIZED_TIME, "a time").content(), StandardCharsets.US_ASCII);
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new TimestampFormatException("a time that is not in its DER form", e);
        }
    }

    private static List<X509Certificate> certificates(Der set) throws TimestampFormatException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Der value : set.children()) {
            if (value.is(Der.SEQUENCE)) {
                try {
                    certificates.add((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(value.bytes())));
                } catch (CertificateException e) {
                    throw new TimestampFormatException("a certificate that cannot be read", e);
                }
            }
        }
        return certificates;
    }
}
