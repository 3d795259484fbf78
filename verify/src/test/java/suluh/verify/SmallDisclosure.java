package suluh.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import suluh.core.disclosure.BundleDraft;
import suluh.core.disclosure.BundleLayout;
import suluh.core.disclosure.DisclosureLayout;
import suluh.core.disclosure.LedgerPart;
import suluh.core.disclosure.ReadingCopy;
import suluh.core.disclosure.redaction.DisclosedRecord;
import suluh.core.disclosure.redaction.Identifiers;
import suluh.core.disclosure.redaction.NameIndex;
import suluh.core.disclosure.redaction.Placeholder;
import suluh.core.disclosure.redaction.RecordFormatException;
import suluh.core.disclosure.redaction.RedactionKind;
import suluh.core.disclosure.redaction.Redactor;
import suluh.core.disclosure.redaction.Redactor.Redacted;
import suluh.core.disclosure.redaction.Salts;
import suluh.core.disclosure.selection.Edition;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.KeyKind;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.NoteSigner;
import suluh.core.ledger.TileTree;
import suluh.core.ledger.TrustPolicy;

/** A good disclosure of three messages in two bundles; what a test changes in its lines is signed with the rest. */
final class SmallDisclosure {
    static final String PLAN = "dp-0011223344556677";
    static final byte[] CHAT = SmallBundle.bytes("24/12/2019, 12:23 - A: hello\n");
    static final EvidenceId ITEM = EvidenceId.of(Sha256Digest.of(CHAT), "chat.txt");

    private static final String APPROVAL = "ap-1";

    final NoteSigner log = SmallBundle.signer(SmallBundle.LOG, KeyKind.LOG_ED25519);
    final TrustPolicy policy = TrustPolicy.ofLog(log.key());
    final List<String> full = new ArrayList<>();
    final List<String> redacted = new ArrayList<>();
    final List<String> redactions = new ArrayList<>();
    final List<String> openings = new ArrayList<>();
    /** Evidence of the full bundle, by path. */
    final SortedMap<String, byte[]> evidence = new TreeMap<>();
    /** Replaces files after the lists were made and before the ledger binds them. */
    final Map<String, byte[]> instead = new TreeMap<>();

    /** Text of each report, out of the digest of what it describes. */
    UnaryOperator<String> report = described -> "describes " + described;

    /** The log as the redacted edition has it. */
    UnaryOperator<List<String>> redactedLog = UnaryOperator.identity();

    String askedBy = "p-1";
    String approvedBy = "p-2";
    String approvedPlan = PLAN;
    /** What the entry bundle-assembled says of the edition it binds. */
    boolean entriesNameTheOther;

    SmallDisclosure() throws Exception {
        Redactor redactor = redactor();
        add(redactor, record("disclosure", Map.of("disclosure", PLAN, "purpose", "to the court"), Map.of()), Map.of());
        add(
                redactor,
                record(
                        "item",
                        Map.of(
                                "item",
                                ITEM.value(),
                                "name",
                                "chat.txt",
                                "sha256",
                                Sha256Digest.of(CHAT).hex(),
                                "bytes",
                                "in-full-bundle"),
                        Map.of("sizeBytes", (long) CHAT.length)),
                Map.of());
        Placeholder child = new Placeholder(RedactionKind.CHILD, 1);
        add(redactor, message("x:melati", "hello, I am Melati and you?"), Map.of("sender", child));
        add(redactor, message("x:subject", "write to melati@example.test, Melati"), Map.of());
        add(redactor, message("x:melati", "ok"), Map.of("sender", child));
        evidence.put(BundleLayout.evidence(Sha256Digest.of(CHAT)), CHAT);
    }

    private static Redactor redactor() {
        NameIndex names = new NameIndex();
        names.add("melati", new Placeholder(RedactionKind.CHILD, 1));
        return new Redactor(names, new Identifiers(Set.of()), new Salts(new byte[32], PLAN));
    }

    private DisclosedRecord message(String sender, String text) {
        return record(
                "message",
                Map.of("conversation", "x:1", "sender", sender, "text", text, "item", ITEM.value()),
                Map.of("offset", 0L));
    }

    private DisclosedRecord record(String kind, Map<String, String> texts, Map<String, Long> figures) {
        return new DisclosedRecord(full.size() + 1L, kind, new TreeMap<>(texts), new TreeMap<>(figures));
    }

    private void add(Redactor redactor, DisclosedRecord record, Map<String, Placeholder> whole) {
        Redacted shown = redactor.redact(record, whole);
        full.add(record.line());
        redacted.add(shown.record().line());
        shown.redactions().forEach(redaction -> redactions.add(redaction.line()));
        shown.openings().forEach(opening -> openings.add(opening.line()));
    }

    /** Writes one edition into the folder. */
    Path write(Edition edition, Path folder) throws Exception {
        for (Map.Entry<String, byte[]> file : files(edition).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }

    private SortedMap<String, byte[]> files(Edition edition) throws Exception {
        SortedMap<String, byte[]> payload = payload(edition);
        BundleDraft draft =
                BundleDraft.ofDisclosure(SmallBundle.CASE, PLAN, edition, LocalDate.of(2026, 11, 24), "Suluh test");
        payload.forEach((path, content) -> draft.note(path, Sha256Digest.of(content)));
        byte[] reported = SmallBundle.bytes(report.apply(draft.describedDigest().hex()));
        for (String path : DisclosureLayout.REPORTS) {
            payload.put(path, reported);
            draft.note(path, Sha256Digest.of(reported));
        }
        List<LedgerEntry> entries = entries(edition, draft);
        TileTree tree = new TileTree(new SmallBundle.Tiles(), 0)
                .append(entries.stream().map(LedgerEntry::leaf).toList());
        List<LedgerPart> parts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            parts.add(new LedgerPart(i, entries.get(i), tree.inclusionProof(i)));
        }
        String note = log.sign(new Checkpoint(SmallBundle.LOG, tree.size(), tree.root()))
                .render();
        SortedMap<String, byte[]> files = new TreeMap<>(payload);
        files.putAll(draft.seal(note, parts, policy, List.of()));
        return files;
    }

    private SortedMap<String, byte[]> payload(Edition edition) throws IOException, RecordFormatException {
        List<String> records = edition == Edition.FULL ? full : redacted;
        SortedMap<String, byte[]> payload = new TreeMap<>();
        payload.put(DisclosureLayout.RECORDS, lines(records));
        payload.put(
                DisclosureLayout.REDACTIONS,
                lines(edition == Edition.FULL ? redactions : redactedLog.apply(redactions)));
        payload.put(DisclosureLayout.READING_COPY, page(records));
        payload.put(DisclosureLayout.CASE_GRAPH, SmallBundle.bytes("{}"));
        if (edition == Edition.FULL) {
            payload.put(DisclosureLayout.OPENINGS, lines(openings));
            payload.putAll(evidence);
        }
        instead.forEach((path, content) -> payload.replace(path, content));
        return payload;
    }

    private static byte[] lines(List<String> lines) {
        return SmallBundle.bytes(String.join("", lines));
    }

    /** The page of the records that can be read; others are for a step before. */
    private static byte[] page(List<String> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReadingCopy copy = new ReadingCopy(out)) {
            for (String line : lines) {
                copy.add(DisclosedRecord.parse(line.stripTrailing()));
            }
        } catch (RecordFormatException e) {
            return SmallBundle.bytes("no page");
        }
        return out.toByteArray();
    }

    private List<LedgerEntry> entries(Edition edition, BundleDraft draft) throws LedgerFormatException {
        Map<String, String> approval = Map.of("approval", APPROVAL, "act", "disclose", "subject", approvedPlan);
        boolean saysFull = (edition == Edition.FULL) != entriesNameTheOther;
        List<LedgerEntry> entries = new ArrayList<>();
        entries.add(SmallBundle.entry(EntryKind.CASE_OPENED, Map.of(), Map.of(), Map.of()));
        entries.add(SmallBundle.entry(
                EntryKind.EVIDENCE_SEALED,
                Map.of("item", ITEM.value()),
                Map.of("sha256", Sha256Digest.of(CHAT)),
                Map.of("sizeBytes", (long) CHAT.length)));
        entries.add(by(askedBy, SmallBundle.entry(EntryKind.APPROVAL_ASKED, approval, Map.of(), Map.of())));
        entries.add(by(approvedBy, SmallBundle.entry(EntryKind.APPROVAL_GIVEN, approval, Map.of(), Map.of())));
        entries.add(SmallBundle.entry(
                EntryKind.BUNDLE_ASSEMBLED,
                Map.of("disclosure", PLAN, "edition", saysFull ? "full" : "redacted", "approval", APPROVAL),
                Map.of("payload", draft.payloadDigest(), "bagInfo", draft.bagInfoDigest()),
                Map.of("records", 5L, "redactions", 5L)));
        return Collections.unmodifiableList(entries);
    }

    private static LedgerEntry by(String person, LedgerEntry entry) {
        return new LedgerEntry(
                entry.kind(),
                entry.at(),
                entry.agency(),
                person,
                entry.caseNumber(),
                entry.subject(),
                entry.digests(),
                entry.figures());
    }
}
