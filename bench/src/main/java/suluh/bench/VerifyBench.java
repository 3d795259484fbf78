package suluh.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import suluh.core.disclosure.BundleDraft;
import suluh.core.disclosure.BundleLayout;
import suluh.core.disclosure.LedgerPart;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.KeyKind;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.NoteKey;
import suluh.core.ledger.NoteSigner;
import suluh.core.ledger.TileStore;
import suluh.core.ledger.TileTree;
import suluh.core.ledger.TrustPolicy;

/** The verifier on a bundle of 100,000 items, beside {@code sha256sum -c} of its two lists. */
final class VerifyBench {
    private static final int ITEMS = 100_000;
    private static final int ITEM_BYTES = 1024;
    private static final String LOG = "suluh.bench/log";
    private static final String CASE = "SU-2026-0001";

    List<Measurement> run() throws IOException, InterruptedException {
        Path bundle = Files.createTempDirectory("suluh-bench-verify");
        try {
            write(bundle);
            double limit = Child.seconds(
                    List.of(
                            "sh",
                            "-c",
                            "cd '" + bundle
                                    + "' && sha256sum --quiet -c manifest-sha256.txt && sha256sum --quiet -c tagmanifest-sha256.txt"));
            double seconds = Child.seconds(List.of(Child.launcher().toString(), "verify", bundle.toString()));
            return List.of(
                    new Measurement("sha256sum -c of 100,000 items of 1 KiB", limit, "", "", true),
                    new Measurement(
                            "verify of the same bundle",
                            seconds,
                            String.format(Locale.ROOT, "%.1f times sha256sum -c", seconds / limit),
                            "",
                            true));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        } finally {
            Child.deleteTree(bundle);
        }
    }

    private static void write(Path bundle) throws IOException, NoSuchAlgorithmException {
        BundleDraft draft = new BundleDraft(CASE, LocalDate.of(2026, 11, 24), "Suluh bench");
        List<LedgerEntry> entries = new ArrayList<>();
        entries.add(entry(EntryKind.CASE_OPENED, Map.of(), Map.of(), Map.of()));
        for (int i = 0; i < ITEMS; i++) {
            byte[] bytes = ByteBuffer.allocate(ITEM_BYTES).putInt(i).array();
            Sha256Digest digest = Sha256Digest.of(bytes);
            put(bundle, draft, BundleLayout.evidence(digest), bytes);
            entries.add(entry(
                    EntryKind.EVIDENCE_SEALED,
                    Map.of("item", EvidenceId.of(digest, "item" + i).value()),
                    Map.of("sha256", digest),
                    Map.of("sizeBytes", (long) ITEM_BYTES)));
        }
        byte[] findings = "{\"format\":\"suluh-findings/1\"}\n".getBytes(StandardCharsets.UTF_8);
        put(bundle, draft, BundleLayout.FINDINGS, findings);
        put(bundle, draft, BundleLayout.REPORT, "<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8));
        put(bundle, draft, BundleLayout.READING_REPORT, "{}".getBytes(StandardCharsets.UTF_8));
        put(bundle, draft, BundleLayout.CASE_GRAPH, "{}".getBytes(StandardCharsets.UTF_8));
        entries.add(entry(EntryKind.FINDINGS_MADE, Map.of(), Map.of("findings", Sha256Digest.of(findings)), Map.of()));
        entries.add(entry(
                EntryKind.BUNDLE_ASSEMBLED,
                Map.of(),
                Map.of("payload", draft.payloadDigest(), "bagInfo", draft.bagInfoDigest()),
                Map.of()));
        sign(bundle, draft, entries);
    }

    private static void sign(Path bundle, BundleDraft draft, List<LedgerEntry> entries)
            throws IOException, NoSuchAlgorithmException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey key = NoteKey.of(LOG, KeyKind.LOG_ED25519, pair.getPublic());
        List<LedgerPart> parts = new ArrayList<>();
        try {
            TileTree tree = new TileTree(new MemoryTiles(new HashMap<>()), 0)
                    .append(entries.stream().map(LedgerEntry::leaf).toList());
            for (int i = 0; i < entries.size(); i++) {
                parts.add(new LedgerPart(i, entries.get(i), tree.inclusionProof(i)));
            }
            String note = new NoteSigner(key, pair.getPrivate())
                    .sign(new Checkpoint(LOG, tree.size(), tree.root()))
                    .render();
            for (Map.Entry<String, byte[]> file :
                    draft.seal(note, parts, TrustPolicy.ofLog(key), List.of()).entrySet()) {
                write(bundle.resolve(file.getKey()), file.getValue());
            }
        } catch (suluh.core.ledger.LedgerFormatException e) {
            throw new IOException(e);
        }
    }

    private static void put(Path bundle, BundleDraft draft, String path, byte[] bytes) throws IOException {
        draft.note(path, Sha256Digest.of(bytes));
        write(bundle.resolve(path), bytes);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, bytes);
    }

    private static LedgerEntry entry(
            EntryKind kind, Map<String, String> subject, Map<String, Sha256Digest> digests, Map<String, Long> figures) {
        return new LedgerEntry(
                kind,
                Instant.EPOCH,
                "d11",
                "p-1",
                CASE,
                new TreeMap<>(subject),
                new TreeMap<>(digests),
                new TreeMap<>(figures));
    }

    private record MemoryTiles(Map<String, byte[]> tiles) implements TileStore {
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
