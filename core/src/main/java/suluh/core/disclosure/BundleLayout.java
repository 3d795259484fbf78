package suluh.core.disclosure;

import java.util.List;
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
    public static final String SCHEDULES = "data/schedules.json";
    public static final String EVIDENCE_FOLDER = "data/evidence/";
    public static final String LEDGER_FOLDER = "data/ledger/";
    public static final String CHECKPOINT = "data/ledger/checkpoint";
    public static final String ENTRIES = "data/ledger/entries.jsonl";
    public static final String POLICY = "data/ledger/policy";
    public static final String TIMESTAMP_FOLDER = "data/ledger/timestamps/";

    /** What people read besides the working report; each states the digest of what it describes. */
    public static final List<String> DOCUMENTS = List.of(
            courtPdf("en"),
            courtPdf("ms"),
            courtHtml("en"),
            courtHtml("ms"),
            certificates("en"),
            certificates("ms"),
            schedulesHtml("en"),
            schedulesHtml("ms"));

    private BundleLayout() {}

    /** Path of the report for the court, to be printed, in this language. */
    public static String courtPdf(String language) {
        return language.equals("en") ? "data/report.pdf" : "data/report-" + language + ".pdf";
    }

    /** Path of the same for a browser. */
    public static String courtHtml(String language) {
        return "data/report-" + language + ".html";
    }

    /** Path of certificates and statements in this language. */
    public static String certificates(String language) {
        return "data/certificates-" + language + ".pdf";
    }

    /** Path of the schedules for people in this language. */
    public static String schedulesHtml(String language) {
        return "data/schedules-" + language + ".html";
    }

    /** Payload that the documents describe: evidence, findings, readings, graph, schedules. */
    static boolean isDescribed(String path) {
        return isBound(path) && !path.equals(REPORT) && !DOCUMENTS.contains(path);
    }

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

    static boolean isEvidence(String path) {
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
                    SCHEDULES,
                    CHECKPOINT,
                    ENTRIES,
                    POLICY -> true;
            default -> isTimestamp(path) || isEvidence(path) || DOCUMENTS.contains(path);
        };
    }
}
