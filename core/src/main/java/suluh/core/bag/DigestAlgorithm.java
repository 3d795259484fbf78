package suluh.core.bag;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** The digests by which manifests are named (RFC 8493, 2.4), as the JDK knows them. */
enum DigestAlgorithm {
    MD5("md5", "MD5", 32),
    SHA1("sha1", "SHA-1", 40),
    SHA224("sha224", "SHA-224", 56),
    SHA256("sha256", "SHA-256", 64),
    SHA384("sha384", "SHA-384", 96),
    SHA512("sha512", "SHA-512", 128);

    private final String tag;
    private final String jdkName;
    private final int hexChars;

    DigestAlgorithm(String tag, String jdkName, int hexChars) {
        this.tag = tag;
        this.jdkName = jdkName;
        this.hexChars = hexChars;
    }

    String tag() {
        return tag;
    }

    int hexChars() {
        return hexChars;
    }

    static Optional<DigestAlgorithm> of(String tag) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.tag.equals(tag))
                .findFirst();
    }

    MessageDigest start() {
        try {
            return MessageDigest.getInstance(jdkName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + jdkName, e);
        }
    }
}
