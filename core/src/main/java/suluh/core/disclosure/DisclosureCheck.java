package suluh.core.disclosure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import suluh.core.bag.BagFolder;
import suluh.core.disclosure.BundleVerdict.NotVerified;
import suluh.core.disclosure.BundleVerdict.VerifiedDisclosure;
import suluh.core.disclosure.redaction.DisclosedRecord;
import suluh.core.disclosure.redaction.Opening;
import suluh.core.disclosure.redaction.RecordFormatException;
import suluh.core.disclosure.redaction.Redaction;
import suluh.core.disclosure.selection.Edition;

/**
 * Checks the bundles of a disclosure step by step as docs/formats/disclosure.md numbers them: one alone, a redacted one
 * against its full one, or a redacted one with revealed lines.
 *
 * <p>Time: the records are read four times; memory: the lists, the ledger part and one record.
 */
public final class DisclosureCheck {
    private static final int MAX_REVEALED = 1_000_000;

    private DisclosureCheck() {}

    /** True when the folder says of itself that it is a bundle of a disclosure. */
    public static boolean isDisclosure(BagFolder folder) throws IOException {
        if (!folder.paths().contains(BundleLayout.BAG_INFO)) {
            return false;
        }
        try (InputStream in = folder.open(BundleLayout.BAG_INFO)) {
            return new String(in.readNBytes(4096), StandardCharsets.UTF_8)
                    .contains("Suluh-Bundle-Format: " + DisclosureLayout.FORMAT + "\n");
        }
    }

    /** The verdict on one bundle alone. */
    public static BundleVerdict check(BagFolder folder, Trust trust) throws IOException {
        DisclosureBundle bundle = new DisclosureBundle(folder, trust);
        BundleSteps steps = new BundleSteps();
        Optional<NotVerified> fault = steps.run(bundle.steps());
        return fault.isPresent() ? fault.get() : verified(bundle, steps, trust);
    }

    /** The verdict on a redacted bundle and the full one it is said to come from. */
    public static BundleVerdict against(BagFolder redactedFolder, BagFolder fullFolder, Trust trust)
            throws IOException {
        DisclosureBundle full = new DisclosureBundle(fullFolder, trust);
        Optional<NotVerified> fault = new BundleSteps().run(full.steps());
        if (fault.isPresent()) {
            return fault.get().of("the full bundle");
        }
        DisclosureBundle redacted = new DisclosureBundle(redactedFolder, trust);
        BundleSteps steps = new BundleSteps();
        fault = steps.run(redacted.steps());
        if (fault.isPresent()) {
            return fault.get().of("the redacted bundle");
        }
        fault = steps.run(List.of(
                new BundleSteps.Named("both are editions of one disclosure", () -> sameDisclosure(redacted, full)),
                new BundleSteps.Named("both have one redaction log", () -> sameLog(redacted, full)),
                new BundleSteps.Named(
                        "they differ in what the log lists, and in nothing else", () -> same(redacted, full))));
        return fault.isPresent() ? fault.get() : verified(redacted, steps, trust);
    }

    /**
     * The verdict on a redacted bundle and lines of openings that somebody revealed.
     *
     * @param revealed lines of openings.jsonl in any order; read to its end and left open
     */
    public static BundleVerdict reveal(BagFolder redactedFolder, InputStream revealed, Trust trust) throws IOException {
        DisclosureBundle redacted = new DisclosureBundle(redactedFolder, trust);
        BundleSteps steps = new BundleSteps();
        Optional<NotVerified> fault = steps.run(redacted.steps());
        if (fault.isEmpty()) {
            fault = steps.run(List.of(
                    new BundleSteps.Named("each revealed line opens its passage", () -> opened(redacted, revealed))));
        }
        return fault.isPresent() ? fault.get() : verified(redacted, steps, trust);
    }

    private static VerifiedDisclosure verified(DisclosureBundle bundle, BundleSteps steps, Trust trust) {
        BundleSignatures signatures = bundle.ledger().signatures();
        return new VerifiedDisclosure(
                steps.passed(),
                bundle.about().disclosure(),
                bundle.about().edition(),
                bundle.files().paths().size(),
                bundle.ledger().parts().size(),
                bundle.recordCount(),
                bundle.redactionCount(),
                signatures.signer(),
                signatures.cosigners(),
                signatures.missing(),
                trust.policy().isPresent());
    }

    private static String sameDisclosure(DisclosureBundle redacted, DisclosureBundle full) throws BundleFault {
        if (full.about().edition() != Edition.FULL || redacted.about().edition() != Edition.REDACTED) {
            throw new BundleFault(
                    BundleLayout.BAG_INFO,
                    "a redacted edition against a full one",
                    redacted.about().edition().wire() + " against "
                            + full.about().edition().wire());
        }
        String expected = full.about().caseNumber() + " " + full.about().disclosure() + " in "
                + full.ledger().signatures().checkpoint().origin();
        String found = redacted.about().caseNumber() + " " + redacted.about().disclosure() + " in "
                + redacted.ledger().signatures().checkpoint().origin();
        if (!expected.equals(found)) {
            throw new BundleFault(BundleLayout.BAG_INFO, expected, found);
        }
        return expected;
    }

    private static String sameLog(DisclosureBundle redacted, DisclosureBundle full) throws BundleFault {
        String expected = full.files().digest(DisclosureLayout.REDACTIONS).hex();
        String found = redacted.files().digest(DisclosureLayout.REDACTIONS).hex();
        if (!expected.equals(found)) {
            throw new BundleFault(DisclosureLayout.REDACTIONS, expected, found);
        }
        return full.redactionCount() + " lines";
    }

    private static String same(DisclosureBundle redacted, DisclosureBundle full) throws IOException, BundleFault {
        try (RecordLines originals = new RecordLines(full.files(), DisclosureLayout.RECORDS);
                RecordLines shown = new RecordLines(redacted.files(), DisclosureLayout.RECORDS);
                RedactionLog log = RedactionLog.opened(redacted.files(), full.files())) {
            DisclosedRecord original = originals.record();
            DisclosedRecord record = shown.record();
            while (original != null && record != null) {
                same(original, record, log.of(record));
                original = originals.record();
                record = shown.record();
            }
            if (original != null || record != null) {
                throw new BundleFault(
                        DisclosureLayout.RECORDS,
                        "as many records in both",
                        original != null ? "more in the full bundle" : "more in the redacted bundle");
            }
            log.end();
        }
        return redacted.recordCount() + " records compared, " + redacted.redactionCount() + " passages restored";
    }

    private static void same(DisclosedRecord original, DisclosedRecord shown, List<RedactionLog.Hidden> hidden)
            throws BundleFault {
        String where = "record " + shown.number();
        if (!original.kind().equals(shown.kind()) || !original.figures().equals(shown.figures())) {
            throw new BundleFault(where, "the kind and figures of the original", "others");
        }
        TreeSet<String> fields = new TreeSet<>(original.texts().keySet());
        fields.addAll(shown.texts().keySet());
        for (String field : fields) {
            boolean isInBoth =
                    original.texts().containsKey(field) && shown.texts().containsKey(field);
            if (!isInBoth || !RedactionLog.restored(shown, field, hidden).equals(original.text(field))) {
                throw new BundleFault(where + ", " + field, "the original but for the hidden passages", "another text");
            }
        }
    }

    private static String opened(DisclosureBundle redacted, InputStream revealed) throws IOException, BundleFault {
        SortedMap<String, Opening> openings = new TreeMap<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(revealed, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String where = "revealed line " + (openings.size() + 1);
            try {
                Opening opening = Opening.parse(line);
                if (openings.put(key(opening.number(), opening.field(), opening.start()), opening) != null
                        || openings.size() > MAX_REVEALED) {
                    throw new BundleFault(where, "each passage once, at most " + MAX_REVEALED, "more");
                }
            } catch (RecordFormatException e) {
                throw new BundleFault(where, "a line of openings.jsonl", String.valueOf(e.getMessage()));
            }
        }
        int count = openings.size();
        try (RecordLines log = new RecordLines(redacted.files(), DisclosureLayout.REDACTIONS)) {
            for (Redaction redaction = log.redaction(); redaction != null; redaction = log.redaction()) {
                Opening opening = openings.remove(key(redaction.number(), redaction.field(), redaction.start()));
                if (opening != null && !opening.commitment().equals(redaction.commitment())) {
                    throw new BundleFault(
                            RedactionLog.place(redaction),
                            redaction.commitment().hex(),
                            opening.commitment().hex());
                }
            }
        }
        if (!openings.isEmpty()) {
            throw new BundleFault("revealed " + openings.firstKey(), "a hidden passage there", "none");
        }
        return count + " passages";
    }

    private static String key(long number, String field, int start) {
        return "record " + number + ", " + field + ", code point " + start;
    }
}
