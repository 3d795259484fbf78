package suluh.app.flow;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import suluh.app.store.EvidenceStore.CustodyEvent;
import suluh.app.store.EvidenceStore.VaultReference;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.SignedNote;
import suluh.core.ledger.TileAudit;

/**
 * Compares ledger, database and vault: re-derives every tile, compares each leaf with its row, finds for each sealed item
 * its row, its custody and its bytes, for each row its entry, and for each look at an item its custody event and its entry.
 */
public final class AuditLedger {
    private static final int BATCH = 4096;
    private static final int MAX_FAULTS = 100;
    private static final Acting PROGRAM = new Acting("suluh", "audit");

    private final House house;
    private final Progress progress;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, LedgerEntry> sealed = new HashMap<>();
    private final Set<String> purged = new TreeSet<>();
    private final LookAudit looks = new LookAudit();
    private List<byte[]> batch = List.of();
    private long batchStart;
    private long verifiedBytes;

    public AuditLedger(House house, Progress progress) {
        this.house = house;
        this.progress = progress;
    }

    /**
     * What the audit found.
     *
     * @param entries entries compared
     * @param tiles tiles re-derived
     * @param items sealed items whose bytes were decrypted and digested
     * @param bytes how many these were
     * @param looks looks at sealed bytes, each found in the chain of custody and in the ledger
     * @param purged items whose bytes are gone by a recorded purge
     * @param faults what does not agree, at most 100; empty when all does
     */
    public record Audited(
            Instant at,
            long entries,
            long tiles,
            long items,
            long bytes,
            long looks,
            long purged,
            List<String> faults) {
        public Audited {
            faults = List.copyOf(faults);
        }

        /** The report that a scheduled audit leaves behind. */
        public JsonObject json() {
            return JsonObject.builder()
                    .put("format", "suluh-audit/1")
                    .put("at", at.toString())
                    .put("entries", entries)
                    .put("tiles", tiles)
                    .put("items", items)
                    .put("bytes", bytes)
                    .put("looks", looks)
                    .put("purged", purged)
                    .put(
                            "faults",
                            JsonArray.of(faults.stream().map(JsonString::new).toList()))
                    .build();
        }
    }

    /** Audits everything; the audit is an entry itself, which waits as long as the tiles are damaged. Use once. */
    public Audited run() throws IOException {
        SignedNote note = house.ledger().integrate();
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(note.text());
        } catch (LedgerFormatException e) {
            throw new IllegalStateException("the ledger's own checkpoint cannot be read", e);
        }
        progress.step("Comparing entries and tiles", checkpoint.size());
        TileAudit.Result tiles = TileAudit.run(house.ledger().tiles(), checkpoint, this::compareEntry);
        tiles.fault().ifPresent(this::fault);
        List<VaultReference> references = house.evidence().references();
        long items = compareItems(references);
        Instant now = house.clock().instant();
        Audited audited = new Audited(
                now, tiles.entries(), tiles.tiles(), items, verifiedBytes, looks.looks(), purged.size(), faults);
        house.database().inTransaction(() -> {
            house.ledger()
                    .append(PROGRAM.entry(
                            EntryKind.LEDGER_AUDITED,
                            now,
                            "",
                            Map.of("result", faults.isEmpty() ? "ok" : "fault"),
                            Map.of(),
                            Map.of("entries", tiles.entries(), "items", items, "faults", (long) faults.size())));
            return true;
        });
        if (tiles.fault().isEmpty()) {
            house.ledger().integrate();
        }
        return audited;
    }

    private void fault(String sentence) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(sentence);
        }
    }

    private Optional<String> compareEntry(long index, byte[] leaf) {
        if (index >= batchStart + batch.size()) {
            batch = house.ledger().leavesFrom(index, BATCH);
            batchStart = index;
            progress.advance(index);
        }
        int at = Math.toIntExact(index - batchStart);
        if (at >= batch.size() || !Arrays.equals(batch.get(at), leaf)) {
            return Optional.of("the database holds another entry, or none");
        }
        try {
            LedgerEntry entry = LedgerEntry.parse(leaf);
            String item = entry.caseNumber() + " " + entry.subject().getOrDefault("item", "");
            looks.add(entry);
            if (entry.kind() == EntryKind.EVIDENCE_SEALED) {
                sealed.put(item, entry);
            } else if (entry.kind() == EntryKind.EVIDENCE_PURGED) {
                purged.add(item);
            }
            return Optional.empty();
        } catch (LedgerFormatException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private long compareItems(List<VaultReference> references) {
        progress.step("Verifying sealed bytes", references.size());
        Set<String> seen = new TreeSet<>();
        long items = 0;
        Optional<Sha256Digest> last = Optional.empty();
        for (VaultReference reference : references) {
            String key = house.cases().number(reference.caseId()) + " " + reference.item();
            seen.add(key);
            compareItem(key, reference);
            if (!reference.isPurged() && !last.equals(Optional.of(reference.sha256()))) {
                house.vault()
                        .fault(reference.sha256())
                        .ifPresent(reason -> fault("item " + reference.item() + " of case "
                                + house.cases().number(reference.caseId()) + ": " + reason));
                verifiedBytes += reference.sizeBytes();
                last = Optional.of(reference.sha256());
            }
            items += reference.isPurged() ? 0 : 1;
            progress.advance(items);
        }
        new TreeSet<>(sealed.keySet())
                .stream()
                        .filter(key -> !seen.contains(key))
                        .forEach(key -> fault("the ledger seals an item that the database does not have: " + key));
        looks.strangers(seen)
                .forEach(key -> fault("the ledger names a look at an item that the database does not have: " + key));
        return items;
    }

    private void compareItem(String key, VaultReference reference) {
        LedgerEntry entry = sealed.get(key);
        if (entry == null) {
            fault("the database has an item that no entry seals: " + key);
            return;
        }
        boolean isSame = reference.sha256().equals(entry.digests().get("sha256"))
                && Long.valueOf(reference.sizeBytes()).equals(entry.figures().get("sizeBytes"));
        if (!isSame) {
            fault("digest or size of an item is not as its entry says: " + key);
        }
        if (reference.isPurged() != purged.contains(key)) {
            fault("database and ledger disagree on the purge of " + key);
        }
        List<CustodyEvent> custody = house.evidence().custody(reference.caseId(), reference.item());
        if (!looks.agrees(key, custody)) {
            fault("the chain of custody and the ledger name other looks at an item: " + key);
        }
        boolean hasCustody = custody.stream()
                .filter(event -> event.act().equals("sealed"))
                .map(CustodyEvent::at)
                .anyMatch(entry.at()::equals);
        if (!hasCustody) {
            fault("the chain of custody does not begin with the seal of its entry: " + key);
        }
    }
}
