package suluh.core.disclosure;

import java.util.ArrayList;
import java.util.List;
import suluh.core.disclosure.selection.Edition;

/** Which files the two bundles of a disclosure have: {@code docs/formats/disclosure.md}, version {@value #FORMAT}. */
public final class DisclosureLayout {
    public static final String FORMAT = "suluh-disclosure/1";

    public static final String RECORDS = "data/records.jsonl";
    public static final String REDACTIONS = "data/redactions.jsonl";
    public static final String OPENINGS = "data/openings.jsonl";
    public static final String READING_COPY = "data/reading-copy.html";
    public static final String CASE_GRAPH = BundleLayout.CASE_GRAPH;

    /** The reports of an edition, in both languages, for paper and for a browser. */
    public static final List<String> REPORTS = List.of(
            BundleLayout.courtPdf("en"),
            BundleLayout.courtPdf("ms"),
            BundleLayout.courtHtml("en"),
            BundleLayout.courtHtml("ms"));

    private static final List<String> IN_BOTH = List.of(
            BundleLayout.BAGIT,
            BundleLayout.BAG_INFO,
            BundleLayout.MANIFEST,
            BundleLayout.TAG_MANIFEST,
            BundleLayout.HOW_TO_VERIFY,
            RECORDS,
            REDACTIONS,
            READING_COPY,
            CASE_GRAPH,
            BundleLayout.CHECKPOINT,
            BundleLayout.ENTRIES,
            BundleLayout.POLICY);

    private DisclosureLayout() {}

    static List<String> required(Edition edition) {
        List<String> required = new ArrayList<>(IN_BOTH);
        required.addAll(REPORTS);
        if (edition == Edition.FULL) {
            required.add(OPENINGS);
        }
        return required;
    }

    static boolean isKnown(Edition edition, String path) {
        boolean isOfFull = path.equals(OPENINGS) || BundleLayout.isEvidence(path);
        return IN_BOTH.contains(path)
                || REPORTS.contains(path)
                || BundleLayout.isTimestamp(path)
                || (edition == Edition.FULL && isOfFull);
    }
}
