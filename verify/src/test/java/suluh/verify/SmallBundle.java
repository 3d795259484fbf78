package suluh.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import suluh.core.disclosure.BundleDraft;
import suluh.core.disclosure.BundleLayout;
import suluh.core.disclosure.LedgerPart;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.schedule.DisclosureLine;
import suluh.core.disclosure.schedule.Exhibit;
import suluh.core.disclosure.schedule.Schedules;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.KeyKind;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.NoteKey;
import suluh.core.ledger.NoteSigner;
import suluh.core.ledger.SignedNote;
import suluh.core.ledger.TileStore;
import suluh.core.ledger.TileTree;
import suluh.core.ledger.TrustPolicy;

/** A good bundle of two items, written to a folder; its parts can be changed before it is signed. */
final class SmallBundle {
    static final String CASE = "SU-2026-0001";
    static final String LOG = "suluh.test/log";
    private static final Instant AT = Instant.parse("2026-11-24T00:00:00Z");

    final NoteKey key;
    final NoteSigner log;
    final Map<String, byte[]> evidence = new TreeMap<>(
            Map.of("chat.txt", bytes("24/12/2019, 12:23 - A: hello\n"), "other/chat.txt", bytes("{\"messages\":[]}")));
    String findings = "";
    final List<LedgerEntry> extra = new ArrayList<>();
    /** Bytes of schedules.json, or null for a bundle without. */
    byte @org.jspecify.annotations.Nullable [] schedules;

    /** Documents by path, out of the digest of what they describe. */
    final SortedMap<String, Function<Sha256Digest, byte[]>> documents = new TreeMap<>();

    TrustPolicy policy;
    UnaryOperator<List<LedgerPart>> parts = UnaryOperator.identity();
    /** Signs the checkpoint; a test may let others sign besides, or instead. */
    Function<Checkpoint, SignedNote> signing;
    /** Stamps over the bytes of the signed checkpoint. */
    Function<byte[], List<byte[]>> stamping = note -> List.of();

    SmallBundle() throws NoSuchAlgorithmException {
        this.log = signer(LOG, KeyKind.LOG_ED25519);
        this.key = log.key();
        this.policy = TrustPolicy.ofLog(key);
        this.signing = log::sign;
        this.findings = findings(item("chat.txt"), 0, 10);
    }

    static NoteSigner signer(String name, KeyKind kind) throws NoSuchAlgorithmException {
        KeyPair pair = KeyPairGenerator.getInstance(kind.algorithm()).generateKeyPair();
        return new NoteSigner(NoteKey.of(name, kind, pair.getPublic()), pair.getPrivate());
    }

    EvidenceId item(String name) {
        return EvidenceId.of(Sha256Digest.of(content(name)), name);
    }

    /** Exhibits of the two items, in the order of sealing. */
    List<Exhibit> exhibits() {
        List<Exhibit> exhibits = new ArrayList<>();
        evidence.forEach((name, content) -> exhibits.add(new Exhibit(
                "E-" + (exhibits.size() + 1),
                new ReceivedItem(item(name), name, content.length, Sha256Digest.of(content)),
                true,
                List.of())));
        return exhibits;
    }

    /** Gives the bundle schedules of these exhibits, and documents that describe it. */
    SmallBundle scheduled(List<Exhibit> exhibits, List<DisclosureLine> disclosed) {
        schedules = new Schedules(CASE, exhibits, List.of(), disclosed).bytes();
        BundleLayout.DOCUMENTS.forEach(path -> documents.put(path, described -> bytes("describes " + described.hex())));
        return this;
    }

    /** A line of the disclosure log, whose entry is added to the ledger. */
    DisclosureLine logged() {
        DisclosureLine line = new DisclosureLine(
                1,
                DisclosureLine.Kind.REFERRAL,
                "A hotline",
                "to be filed",
                Sha256Digest.of(bytes("content")),
                "00".repeat(32),
                "p-1",
                AT);
        extra.add(entry(
                EntryKind.DISCLOSURE_LOGGED,
                Map.of("line", line.name(), "kind", line.kind().wire()),
                Map.of("content", line.sha256(), "recipient", line.commitment()),
                Map.of()));
        return line;
    }

    static String findings(EvidenceId item, long offset, long length) {
        return "{\"format\":\"suluh-findings/1\",\"cues\":[{\"source\":{\"item\":\"" + item
                + "\",\"path\":\"\",\"offset\":" + offset + ",\"length\":" + length + "}}]}\n";
    }

    Path write(Path folder) throws IOException, LedgerFormatException {
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }

    /** Content by path. */
    SortedMap<String, byte[]> files() throws IOException, LedgerFormatException {
        BundleDraft draft = new BundleDraft(CASE, LocalDate.of(2026, 11, 24), "Suluh test");
        Map<String, byte[]> payload = new TreeMap<>(Map.of(
                BundleLayout.REPORT, bytes("<!DOCTYPE html>"),
                BundleLayout.FINDINGS, bytes(findings),
                BundleLayout.READING_REPORT, bytes("{}"),
                BundleLayout.CASE_GRAPH, bytes("{}")));
        evidence.values().forEach(content -> payload.put(BundleLayout.evidence(Sha256Digest.of(content)), content));
        if (schedules != null) {
            payload.put(BundleLayout.SCHEDULES, schedules);
        }
        payload.forEach((path, content) -> draft.note(path, Sha256Digest.of(content)));
        Sha256Digest described = draft.describedDigest();
        documents.forEach((path, document) -> payload.put(path, document.apply(described)));
        payload.forEach((path, content) -> draft.note(path, Sha256Digest.of(content)));
        List<LedgerEntry> entries = new ArrayList<>();
        entries.add(entry(EntryKind.CASE_OPENED, Map.of(), Map.of(), Map.of()));
        evidence.forEach((name, content) -> entries.add(entry(
                EntryKind.EVIDENCE_SEALED,
                Map.of("item", item(name).value()),
                Map.of("sha256", Sha256Digest.of(content)),
                Map.of("sizeBytes", (long) content.length))));
        entries.addAll(extra);
        entries.add(entry(
                EntryKind.FINDINGS_MADE, Map.of(), Map.of("findings", Sha256Digest.of(bytes(findings))), Map.of()));
        entries.add(entry(
                EntryKind.BUNDLE_ASSEMBLED,
                Map.of(),
                Map.of("payload", draft.payloadDigest(), "bagInfo", draft.bagInfoDigest()),
                Map.of()));
        TileTree tree = new TileTree(new Tiles(), 0)
                .append(entries.stream().map(LedgerEntry::leaf).toList());
        List<LedgerPart> proved = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            proved.add(new LedgerPart(i, entries.get(i), tree.inclusionProof(i)));
        }
        String note =
                signing.apply(new Checkpoint(LOG, tree.size(), tree.root())).render();
        SortedMap<String, byte[]> files = new TreeMap<>(payload);
        files.putAll(draft.seal(note, parts.apply(proved), policy, stamping.apply(bytes(note))));
        return files;
    }

    static LedgerEntry entry(
            EntryKind kind, Map<String, String> subject, Map<String, Sha256Digest> digests, Map<String, Long> figures) {
        return new LedgerEntry(
                kind, AT, "d11", "p-1", CASE, new TreeMap<>(subject), new TreeMap<>(digests), new TreeMap<>(figures));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] content(String name) {
        byte[] content = evidence.get(name);
        if (content == null) {
            throw new IllegalArgumentException(name);
        }
        return content;
    }

    static final class Tiles implements TileStore {
        private final Map<String, byte[]> tiles = new HashMap<>();

        @Override
        public byte[] read(String path) throws NoSuchFileException {
            byte[] tile = tiles.get(path);
            if (tile == null) {
                throw new NoSuchFileException(path);
            }
            return tile;
        }

        @Override
        public void write(String path, byte[] bytes) {
            tiles.put(path, bytes);
        }
    }
}
