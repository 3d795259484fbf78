package suluh.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import suluh.app.host.DataFolder;
import suluh.app.host.Durable;
import suluh.app.host.SignerFile;
import suluh.core.disclosure.LedgerPart;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.KeyKind;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.MerkleHash;
import suluh.core.ledger.NoteKey;
import suluh.core.ledger.NoteSigner;
import suluh.core.ledger.SignedNote;
import suluh.core.ledger.TileStore;
import suluh.core.ledger.TileTree;

/**
 * The ledger: entries commit with the business change they record; {@link #integrate} then gives them their places,
 * writes tiles and publishes a checkpoint.
 *
 * <p>The order is: places in the database, tiles on disk, checkpoint on disk. After a crash at any point the next
 * integration goes on from the last checkpoint and writes the same bytes again. A checkpoint that speaks of more
 * entries than the database has, or of another tree, cannot be healed and is refused.
 */
public final class LedgerStore {
    /** Entries that one integration holds in memory at once. */
    private static final int BATCH = 20_000;

    /** Entries that name an id in the kind asked for, looked at more closely; the first is nearly always the one. */
    private static final int MAX_NAMING = 1000;

    private final Database database;
    private final Path checkpointFile;
    private final FileTiles tiles;
    private final NoteSigner signer;

    public LedgerStore(Database database, DataFolder folder) throws IOException {
        this.database = database;
        this.checkpointFile = folder.ledger().resolve("checkpoint");
        this.tiles = new FileTiles(folder.ledger());
        this.signer = SignerFile.kept(
                folder.keys().resolve("ledger.key"), KeyKind.LOG_ED25519, () -> SignerFile.freshName("log"));
    }

    /** The key that verifiers of this ledger trust. */
    public NoteKey publicKey() {
        return signer.key();
    }

    /** Whom this ledger asks to vouch for it. */
    public LedgerTrust trust(DataFolder folder, Clock clock) {
        return new LedgerTrust(folder, signer.key(), clock);
    }

    /** Adds an entry; call inside the transaction of the change that it records. */
    public void append(LedgerEntry entry) {
        database.jdbc()
                .sql("INSERT INTO ledger_entry (case_number, leaf) VALUES (?, ?)")
                .param(entry.caseNumber())
                .param(entry.leaf())
                .update();
    }

    /** Adds many entries in one round trip each thousand; call inside the transaction of the change they record. */
    public void appendAll(List<LedgerEntry> entries) {
        for (int from = 0; from < entries.size(); from += 1000) {
            List<LedgerEntry> part = entries.subList(from, Math.min(entries.size(), from + 1000));
            String[] numbers = part.stream().map(LedgerEntry::caseNumber).toArray(String[]::new);
            byte[][] leaves = part.stream().map(LedgerEntry::leaf).toArray(byte[][]::new);
            database.jdbc()
                    .sql("INSERT INTO ledger_entry (case_number, leaf) "
                            + "SELECT * FROM unnest(?::text[], ?::bytea[])")
                    .param(numbers)
                    .param(leaves)
                    .update();
        }
    }

    /** Gives waiting entries their places and publishes a checkpoint over all; returns the checkpoint. */
    public synchronized SignedNote integrate() {
        try {
            Optional<SignedNote> note = readPublished();
            Checkpoint published = note.isPresent()
                    ? Checkpoint.parse(note.get().text())
                    : new Checkpoint(signer.key().name(), 0, MerkleHash.EMPTY_ROOT);
            database.inScope(Scope.LEDGER, this::placeWaiting);
            long placed = database.inScope(Scope.LEDGER, this::placedCount);
            if (published.size() > placed) {
                throw new StoreException("The ledger's checkpoint speaks of " + published.size()
                        + " entries and the database has " + placed + ". One of them was replaced: keep both, "
                        + "and restore the database that belongs to the ledger.");
            }
            TileTree tree = new TileTree(tiles, published.size());
            if (!tree.root().equals(published.root())) {
                throw new StoreException("The ledger's tiles and its checkpoint of " + published.size()
                        + " entries disagree. Keep both, and restore the ledger folder from its backup.");
            }
            if (note.isPresent() && tree.size() == placed) {
                return note.get();
            }
            while (tree.size() < placed) {
                long from = tree.size();
                tree = tree.append(database.inScope(Scope.LEDGER, () -> leaves(from, BATCH)));
            }
            SignedNote fresh = signer.sign(new Checkpoint(signer.key().name(), tree.size(), tree.root()));
            write(fresh);
            return fresh;
        } catch (IOException | LedgerFormatException e) {
            throw new StoreException("The ledger could not be brought up to date: " + e.getMessage(), e);
        }
    }

    /** The checkpoint that is published now; empty before the first. */
    public Optional<SignedNote> published() {
        try {
            return readPublished();
        } catch (IOException | LedgerFormatException e) {
            throw new StoreException("The ledger's checkpoint cannot be read: " + e.getMessage(), e);
        }
    }

    /** Keeps the cosignatures of the checkpoint that is published now; those of an older one are not needed. */
    public synchronized SignedNote keep(SignedNote cosigned) {
        try {
            if (readPublished()
                    .filter(note -> note.text().equals(cosigned.text()))
                    .isPresent()) {
                write(cosigned);
            }
            return cosigned;
        } catch (IOException | LedgerFormatException e) {
            throw new StoreException("The cosignatures could not be kept: " + e.getMessage(), e);
        }
    }

    private void write(SignedNote note) throws IOException {
        Durable.write(checkpointFile, note.render().getBytes(StandardCharsets.UTF_8));
    }

    /** The tree below this checkpoint. */
    public TileTree tree(SignedNote checkpoint) {
        try {
            return new TileTree(tiles, Checkpoint.parse(checkpoint.text()).size());
        } catch (LedgerFormatException e) {
            throw new StoreException("The ledger's checkpoint cannot be read: " + e.getMessage(), e);
        }
    }

    /** The tiles, for an audit. */
    public TileStore tiles() {
        return tiles;
    }

    /** Leaves by their place, for an audit: at most this many from there on. */
    public List<byte[]> leavesFrom(long place, int count) {
        return database.inScope(Scope.LEDGER, () -> leaves(place, count));
    }

    /** The latest entries of a case, newest first, at most {@code most}. */
    public List<LedgerEntry> latestOf(int caseId, String caseNumber, int most) {
        List<byte[]> leaves = database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(
                                "SELECT leaf FROM ledger_entry WHERE case_number = ? ORDER BY place_in_log DESC, queue_number DESC LIMIT ?")
                        .params(caseNumber, most)
                        .query((row, number) -> row.getBytes(1))
                        .list());
        List<LedgerEntry> entries = new ArrayList<>();
        try {
            for (byte[] leaf : leaves) {
                entries.add(LedgerEntry.parse(leaf));
            }
        } catch (LedgerFormatException e) {
            throw new StoreException(
                    "A row of the ledger is no entry: " + e.getMessage() + ". Run suluh ledger audit.", e);
        }
        return entries;
    }

    /** The entries of a case in log order, each with its proof under this checkpoint. */
    public List<LedgerPart> partsOf(String caseNumber, SignedNote checkpoint) {
        try {
            TileTree tree = tree(checkpoint);
            List<LedgerPart> parts = new ArrayList<>();
            for (Map.Entry<Long, byte[]> placed :
                    database.inScope(Scope.LEDGER, () -> placedOf(caseNumber, tree.size()))) {
                long index = placed.getKey();
                parts.add(new LedgerPart(index, LedgerEntry.parse(placed.getValue()), tree.inclusionProof(index)));
            }
            return parts;
        } catch (IOException | LedgerFormatException e) {
            throw new StoreException("The ledger's proofs could not be made: " + e.getMessage(), e);
        }
    }

    /** The first entry of a case with this kind and subject, with its proof under this checkpoint. */
    public Optional<LedgerPart> partOf(
            String caseNumber, EntryKind kind, String role, String id, SignedNote checkpoint) {
        try {
            TileTree tree = tree(checkpoint);
            // The first is nearly always the one, and to look for more means to look through all of the case.
            for (int most : List.of(1, MAX_NAMING)) {
                for (Map.Entry<Long, byte[]> placed :
                        database.inScope(Scope.LEDGER, () -> placedNaming(caseNumber, kind, id, tree.size(), most))) {
                    LedgerEntry entry = LedgerEntry.parse(placed.getValue());
                    if (entry.kind() == kind && id.equals(entry.subject().get(role))) {
                        long index = placed.getKey();
                        return Optional.of(new LedgerPart(index, entry, tree.inclusionProof(index)));
                    }
                }
            }
            return Optional.empty();
        } catch (IOException | LedgerFormatException e) {
            throw new StoreException("The ledger's proof could not be made: " + e.getMessage(), e);
        }
    }

    private List<Map.Entry<Long, byte[]>> placedOf(String caseNumber, long size) {
        return database.jdbc()
                .sql("SELECT place_in_log, leaf FROM ledger_entry WHERE case_number = ? AND place_in_log < ? "
                        + "ORDER BY place_in_log")
                .param(caseNumber)
                .param(size)
                .query((row, number) -> Map.entry(row.getLong(1), row.getBytes(2)))
                .list();
    }

    /** The first entries of a case that have this kind and this id in them; found in the database, for a case grows long. */
    private List<Map.Entry<Long, byte[]>> placedNaming(
            String caseNumber, EntryKind kind, String id, long size, int most) {
        return database.jdbc()
                .sql("SELECT place_in_log, leaf FROM ledger_entry WHERE case_number = ? AND place_in_log < ?"
                        + " AND position(?::bytea in leaf) > 0 AND position(?::bytea in leaf) > 0"
                        + " ORDER BY place_in_log LIMIT " + most)
                .param(caseNumber)
                .param(size)
                .param(("\"kind\":\"" + kind.wire() + "\"").getBytes(StandardCharsets.UTF_8))
                .param(id.getBytes(StandardCharsets.UTF_8))
                .query((row, number) -> Map.entry(row.getLong(1), row.getBytes(2)))
                .list();
    }

    /** Row locks are not enough against two sequencers: the advisory lock lets one through at a time. */
    private int placeWaiting() {
        database.jdbc().sql("SELECT pg_advisory_xact_lock(7265)").query(rows -> {});
        return database.jdbc()
                .sql("UPDATE ledger_entry e SET place_in_log = w.place FROM ("
                        + "SELECT queue_number, (SELECT coalesce(max(place_in_log) + 1, 0) FROM ledger_entry)"
                        + " + row_number() OVER (ORDER BY queue_number) - 1 AS place"
                        + " FROM ledger_entry WHERE place_in_log IS NULL) w WHERE e.queue_number = w.queue_number")
                .update();
    }

    private long placedCount() {
        return database.jdbc()
                .sql("SELECT coalesce(max(place_in_log) + 1, 0) FROM ledger_entry")
                .query(Long.class)
                .single();
    }

    private List<byte[]> leaves(long from, int count) {
        return database.jdbc()
                .sql("SELECT leaf FROM ledger_entry WHERE place_in_log >= ? AND place_in_log < ? ORDER BY place_in_log")
                .param(from)
                .param(from + count)
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    private Optional<SignedNote> readPublished() throws IOException, LedgerFormatException {
        if (!Files.exists(checkpointFile)) {
            return Optional.empty();
        }
        SignedNote note = SignedNote.parse(Files.readAllBytes(checkpointFile));
        if (!note.isSignedBy(signer.key())) {
            throw new StoreException("The ledger's checkpoint is not signed by this installation's key. Keep it, and "
                    + "restore keys/ledger.key or the ledger folder from its backup.");
        }
        return Optional.of(note);
    }
}
