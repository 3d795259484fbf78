package suluh.core.disclosure;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import suluh.core.bag.BagFolder;
import suluh.core.disclosure.redaction.DisclosedRecord;
import suluh.core.disclosure.redaction.Placeholder;
import suluh.core.disclosure.selection.Edition;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerEntry;

/** One of the two bundles of a disclosure under check; a method for each step of docs/formats/disclosure.md. */
final class DisclosureBundle {
    private static final String IN_FULL = "in-full-bundle";

    private final BundleFiles files;
    private final BundleLedger ledger;
    private DisclosureText.@Nullable About about;
    private long records;
    private long redactions;

    DisclosureBundle(BagFolder folder, Trust trust) {
        this.files = new BundleFiles(folder);
        this.ledger = new BundleLedger(files, trust);
    }

    /** The steps in their order. */
    List<BundleSteps.Named> steps() {
        return List.of(
                new BundleSteps.Named("the files are those of a disclosure", this::layout),
                new BundleSteps.Named("tag files are as listed", () -> files.tagFiles(DisclosureText.howToVerify())),
                new BundleSteps.Named("payload files are as listed", files::payloadFiles),
                new BundleSteps.Named("the checkpoint is signed", ledger::signed),
                new BundleSteps.Named(
                        "the checkpoint is cosigned", () -> ledger.signatures().witnesses()),
                new BundleSteps.Named("each ledger entry is in the log", ledger::entries),
                new BundleSteps.Named("the ledger binds the payload", this::binding),
                new BundleSteps.Named("two persons let it go", this::approval),
                new BundleSteps.Named("the records are whole and in their form", this::records),
                new BundleSteps.Named("the redaction log is that of the records", this::redactions),
                new BundleSteps.Named("records rest on sealed items", this::items),
                new BundleSteps.Named(
                        "the reading copy is made from the records, and reports describe them", this::readingCopy),
                new BundleSteps.Named("time-stamps are over the checkpoint", ledger::timestamps));
    }

    BundleFiles files() {
        return files;
    }

    BundleLedger ledger() {
        return ledger;
    }

    DisclosureText.About about() {
        if (about == null) {
            throw new IllegalStateException("the step of the layout comes first");
        }
        return about;
    }

    long recordCount() {
        return records;
    }

    long redactionCount() {
        return redactions;
    }

    private boolean isFull() {
        return about().edition() == Edition.FULL;
    }

    private String layout() throws IOException, BundleFault {
        Optional<DisclosureText.About> said = DisclosureText.about(files.text(BundleLayout.BAG_INFO));
        if (said.isEmpty()) {
            throw new BundleFault(BundleLayout.BAG_INFO, "the form of " + DisclosureLayout.FORMAT, "another form");
        }
        Edition edition = said.get().edition();
        about = said.get();
        return edition.wire() + " edition, "
                + files.layout(
                        path -> DisclosureLayout.isKnown(edition, path),
                        DisclosureLayout.required(edition),
                        "the " + edition.wire() + " edition of " + DisclosureLayout.FORMAT);
    }

    private String binding() throws IOException, BundleFault {
        String told = ledger.binding();
        LedgerEntry assembled = ledger.assembled();
        String found = assembled.caseNumber() + " " + assembled.subject().getOrDefault("disclosure", "none") + " "
                + assembled.subject().getOrDefault("edition", "none");
        String expected = about().caseNumber() + " " + about().disclosure() + " "
                + about().edition().wire();
        if (!found.equals(expected)) {
            throw new BundleFault("the entry bundle-assembled", expected, found);
        }
        return told;
    }

    private String approval() throws BundleFault {
        String approval = ledger.assembled().subject().getOrDefault("approval", "");
        LedgerEntry asked = approved(EntryKind.APPROVAL_ASKED, approval);
        LedgerEntry given = approved(EntryKind.APPROVAL_GIVEN, approval);
        if (asked.person().equals(given.person())) {
            throw new BundleFault("approval " + approval, "two persons", "one: " + asked.person());
        }
        return asked.person() + " asked, " + given.person() + " approved";
    }

    private LedgerEntry approved(EntryKind kind, String approval) throws BundleFault {
        return ledger.parts().stream()
                .map(LedgerPart::entry)
                .filter(entry -> entry.kind() == kind
                        && entry.subject().getOrDefault("approval", "").equals(approval)
                        && entry.subject().getOrDefault("act", "").equals("disclose")
                        && entry.subject().getOrDefault("subject", "").equals(about().disclosure()))
                .findFirst()
                .orElseThrow(() -> new BundleFault(
                        BundleLayout.ENTRIES, "an entry " + kind.wire() + " of " + about().disclosure(), "none"));
    }

    private String records() throws IOException, BundleFault {
        try (RecordLines lines = new RecordLines(files, DisclosureLayout.RECORDS)) {
            for (DisclosedRecord record = lines.record(); record != null; record = lines.record()) {
                boolean isHead = record.kind().equals("disclosure");
                boolean isRight = isHead && record.text("disclosure").equals(about().disclosure());
                if (record.number() == 1 ? !isRight : isHead) {
                    throw new BundleFault(lines.where(), "one record of this disclosure, and it first", record.kind());
                }
                records = record.number();
            }
        }
        counted("records", records);
        return records + " records";
    }

    private void counted(String figure, long found) throws BundleFault {
        long expected = ledger.assembled().figures().getOrDefault(figure, -1L);
        if (expected != found) {
            throw new BundleFault("the entry bundle-assembled, " + figure, String.valueOf(expected), found + " here");
        }
    }

    private String redactions() throws IOException, BundleFault {
        try (RecordLines lines = new RecordLines(files, DisclosureLayout.RECORDS);
                RedactionLog log = isFull() ? RedactionLog.opened(files, files) : RedactionLog.of(files)) {
            for (DisclosedRecord record = lines.record(); record != null; record = lines.record()) {
                List<RedactionLog.Hidden> hidden = log.of(record);
                if (isFull()) {
                    RedactionLog.stands(record, hidden);
                } else {
                    RedactionLog.match(record, hidden);
                }
            }
            redactions = log.end();
        }
        counted("redactions", redactions);
        return redactions + (isFull() ? " passages opened" : " passages hidden");
    }

    private String items() throws IOException, BundleFault {
        SortedMap<String, LedgerEntry> seals = seals();
        Set<String> known = new HashSet<>();
        SortedSet<String> expected = new TreeSet<>();
        try (RecordLines lines = new RecordLines(files, DisclosureLayout.RECORDS)) {
            for (DisclosedRecord record = lines.record(); record != null; record = lines.record()) {
                String item = record.text("item");
                if (record.kind().equals("item")) {
                    item(record, seals);
                    known.add(item);
                    if (isFull() && record.text("bytes").equals(IN_FULL)) {
                        expected.add(BundleLayout.EVIDENCE_FOLDER + record.text("sha256"));
                    }
                } else if (!item.isEmpty() && !known.contains(item)) {
                    throw new BundleFault(lines.where(), "an item listed before", item);
                }
            }
        }
        evidence(expected);
        return known.size() + " items, " + expected.size() + " files";
    }

    private SortedMap<String, LedgerEntry> seals() {
        SortedMap<String, LedgerEntry> seals = new TreeMap<>();
        ledger.parts().stream()
                .map(LedgerPart::entry)
                .filter(entry -> entry.kind() == EntryKind.EVIDENCE_SEALED)
                .forEach(entry -> seals.put(entry.subject().getOrDefault("item", ""), entry));
        return seals;
    }

    private void item(DisclosedRecord record, SortedMap<String, LedgerEntry> seals) throws BundleFault {
        String item = record.text("item");
        if (!isFull() && Placeholder.of(item).isPresent()) {
            return;
        }
        LedgerEntry seal = seals.get(item);
        String where = "record " + record.number() + ", item";
        if (seal == null) {
            throw new BundleFault(where, "an item that the ledger seals", item);
        }
        Sha256Digest sealed = seal.digests().getOrDefault("sha256", BundleFiles.MISSING);
        long sizeBytes = seal.figures().getOrDefault("sizeBytes", -1L);
        if (!sealed.hex().equals(record.text("sha256"))
                || sizeBytes != record.figures().getOrDefault("sizeBytes", -2L)) {
            throw new BundleFault(
                    where,
                    sealed.hex() + ", " + sizeBytes + " bytes",
                    record.text("sha256") + ", " + record.figures().get("sizeBytes") + " bytes");
        }
    }

    private void evidence(SortedSet<String> expected) throws BundleFault {
        SortedSet<String> found = new TreeSet<>(
                files.paths().stream().filter(BundleLayout::isEvidence).toList());
        for (String path : found) {
            if (!expected.contains(path)) {
                throw new BundleFault(path, "an item record that says its bytes are here", "none");
            }
            if (!path.equals(BundleLayout.evidence(files.digest(path)))) {
                throw new BundleFault(
                        path,
                        "bytes with the digest that is its name",
                        files.digest(path).hex());
            }
        }
        for (String path : expected) {
            if (!found.contains(path)) {
                throw new BundleFault(path, "the sealed file", "nothing");
            }
        }
    }

    private String readingCopy() throws IOException, BundleFault {
        try (DigestOutputStream out =
                        new DigestOutputStream(OutputStream.nullOutputStream(), Sha256Digest.newMessageDigest());
                RecordLines lines = new RecordLines(files, DisclosureLayout.RECORDS)) {
            ReadingCopy copy = new ReadingCopy(out);
            for (DisclosedRecord record = lines.record(); record != null; record = lines.record()) {
                copy.add(record);
            }
            copy.close();
            Sha256Digest rendered = Sha256Digest.ofRaw(out.getMessageDigest().digest());
            if (!rendered.equals(files.digest(DisclosureLayout.READING_COPY))) {
                throw new BundleFault(
                        DisclosureLayout.READING_COPY,
                        "the page of these records",
                        "another page (made by another version of the program, or changed)");
            }
        }
        return "rendered again, the same; " + new BundleDocuments(files.digests(), files::bytes).documents();
    }
}
