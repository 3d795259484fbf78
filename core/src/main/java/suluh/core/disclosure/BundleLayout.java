package suluh.core.disclosure;

import suluh.core.kernel.Sha256Digest;

/** Which files a bundle has: {@code docs/formats/bundle.md}, version {@value #FORMAT}. */
public final class BundleLayout {
    public static final String FORMAT = "suluh-bundle/1";

    public static final String BAGIT = "bagit.txt";
    public static final String BAG_INFO = "bag-info.txt";
    public static final String MANIFEST = "manifest-sha256.txt";
    public static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    public static final String HOW_TO_VERIFY = "HOW-TO-VERIFY.txt";

    public static final String REPORT = "data/report.html";
    public static final String FINDINGS = "data/findings.json";
    public static final String READING_REPORT = "data/reading-report.json";
    public static final String CASE_GRAPH = "data/case.jsonld";
    public static final String EVIDENCE_FOLDER = "data/evidence/";
    public static final String LEDGER_FOLDER = "data/ledger/";
    public static final String CHECKPOINT = "data/ledger/checkpoint";
    public static final String ENTRIES = "data/ledger/entries.jsonl";
    public static final String POLICY = "data/ledger/policy";
    public static final String TIMESTAMP_FOLDER = "data/ledger/timestamps/";

    private BundleLayout() {}

    /** Path of the evidence of these bytes. */
    public static String evidence(Sha256Digest sha256) {
        return EVIDENCE_FOLDER + sha256.hex();
    }

    /** Path of the nth time-stamp token, 1 to 9. */
    public static String timestamp(int number) {
        return TIMESTAMP_FOLDER + number + ".tsr";
    }

    static boolean isTimestamp(String path) {
        return path.startsWith(TIMESTAMP_FOLDER)
                && path.substring(TIMESTAMP_FOLDER.length()).matches("[1-9]\\.tsr");
    }

    private static boolean isEvidence(String path) {
        return path.startsWith(EVIDENCE_FOLDER) && Sha256Digest.isHex(path.substring(EVIDENCE_FOLDER.length()));
    }

    static boolean isPayload(String path) {
        return path.startsWith("data/");
    }

    /** Payload that the entry bundle-assembled binds; the ledger's own part is bound by the checkpoint. */
    static boolean isBound(String path) {
        return isPayload(path) && !path.startsWith(LEDGER_FOLDER);
    }

    static boolean isKnown(String path) {
        return switch (path) {
            case BAGIT,
                    BAG_INFO,
                    MANIFEST,
                    TAG_MANIFEST,
                    HOW_TO_VERIFY,
                    REPORT,
                    FINDINGS,
                    READING_REPORT,
                    CASE_GRAPH,
                    CHECKPOINT,
                    ENTRIES,
                    POLICY -> true;
            default -> isTimestamp(path) || isEvidence(path);
        };
    }
}
