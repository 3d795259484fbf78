package suluh.core.disclosure;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.core.kernel.Sha256Digest;

/**
 * The text files of a bag (RFC 8493) in the one form that a bundle has: UTF-8, line feeds, digests in lower case, two
 * spaces, paths in text order.
 */
public final class BagText {
    public static final String BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private static final int DIGEST_CHARS = 64;
    private static final String SEPARATOR = "  ";

    private BagText() {}

    /** Text of bag-info.txt. No Payload-Oxum: the ledger binds this file, and is itself payload. */
    public static String bagInfo(String caseNumber, LocalDate date, String software) {
        return "Bag-Software-Agent: " + software + "\n"
                + "Bagging-Date: " + date + "\n"
                + "External-Identifier: " + caseNumber + "\n"
                + "Suluh-Bundle-Format: " + BundleLayout.FORMAT + "\n";
    }

    /** Text of a manifest over these files. */
    public static String manifest(SortedMap<String, Sha256Digest> files) {
        StringBuilder out = new StringBuilder();
        files.forEach((path, digest) ->
                out.append(digest.hex()).append(SEPARATOR).append(path).append('\n'));
        return out.toString();
    }

    /** Digest that the entry bundle-assembled carries: over the manifest lines of all payload but the ledger's own. */
    public static Sha256Digest payloadDigest(SortedMap<String, Sha256Digest> files) {
        SortedMap<String, Sha256Digest> bound = new TreeMap<>(files);
        bound.keySet().removeIf(path -> !BundleLayout.isBound(path));
        return Sha256Digest.of(manifest(bound).getBytes(StandardCharsets.UTF_8));
    }

    /** Digest that each document states: over the manifest lines of the payload that it describes. */
    static Sha256Digest describedDigest(SortedMap<String, Sha256Digest> files) {
        SortedMap<String, Sha256Digest> described = new TreeMap<>(files);
        described.keySet().removeIf(path -> !BundleLayout.isDescribed(path));
        return Sha256Digest.of(manifest(described).getBytes(StandardCharsets.UTF_8));
    }

    /** Files of a manifest, or an empty map with no entry when the text is not exactly what {@link #manifest} writes. */
    static SortedMap<String, Sha256Digest> parseManifest(String text) {
        SortedMap<String, Sha256Digest> files = new TreeMap<>();
        for (String line : text.split("\n", -1)) {
            boolean complete = line.length() > DIGEST_CHARS + SEPARATOR.length()
                    && Sha256Digest.isHex(line.substring(0, DIGEST_CHARS))
                    && line.startsWith(SEPARATOR, DIGEST_CHARS);
            if (complete) {
                files.put(
                        line.substring(DIGEST_CHARS + SEPARATOR.length()),
                        new Sha256Digest(line.substring(0, DIGEST_CHARS)));
            }
        }
        return manifest(files).equals(text) ? Collections.unmodifiableSortedMap(files) : new TreeMap<>(Map.of());
    }

    /** Text of HOW-TO-VERIFY.txt; the same in every bundle. */
    public static String howToVerify() {
        return """
                HOW TO VERIFY THIS BUNDLE

                What it is. A BagIt bag (RFC 8493) with the report, the findings, the evidence byte for byte, and the part
                of the tamper-evident ledger that concerns this case. Format: suluh-bundle/1.

                With the program. On a machine with Java 25 and nothing else:

                    java -jar suluh-verify.jar THIS-FOLDER --keys KEYS.txt

                KEYS.txt is a policy (C2SP tlog-policy): the public keys of the ledger and of its witnesses, and how many
                of them must have signed. The agencies give it to you by another way than this bundle. Without --keys the
                program uses data/ledger/policy and can then only say that the bundle agrees with itself. With
                --anchors CERTIFICATES.pem it checks time-stamping authorities against certificates that you trust.

                By hand, for one piece of evidence.

                1. sha256sum -c manifest-sha256.txt        each file is as it was when the bundle was made
                2. sha256sum -c tagmanifest-sha256.txt     so are the lists
                3. The name of a file in data/evidence is the SHA-256 of its bytes. In data/ledger/entries.jsonl the entry
                   of kind evidence-sealed with this digest says when, by whom and in which case it was sealed.
                4. The entry's place in the ledger is proved by its "path" (RFC 9162, 2.1.3.2) up to the root in
                   data/ledger/checkpoint, which the ledger's key has signed (C2SP signed-note, Ed25519) and the
                   witnesses of the other agency have cosigned (C2SP tlog-cosignature, Ed25519 and ML-DSA-44).
                5. The last entry, bundle-assembled, carries the SHA-256 of the lines of manifest-sha256.txt whose path
                   does not begin with data/ledger/, and that of bag-info.txt.

                6. data/ledger/timestamps/N.tsr, where there is one, is a time-stamp (RFC 3161) over the bytes of
                   data/ledger/checkpoint:
                   openssl ts -verify -data data/ledger/checkpoint -in data/ledger/timestamps/1.tsr -CAfile CERTIFICATES.pem

                What it proves. That nothing in this folder has changed since the keys signed the checkpoint. It does not
                prove that a platform wrote the evidence, nor who sat at a keyboard.
                """;
    }
}
