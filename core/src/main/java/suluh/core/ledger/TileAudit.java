package suluh.core.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import suluh.core.kernel.Sha256Digest;

/**
 * Re-derives every hash of a log from its entries and compares each tile and the root of its checkpoint.
 *
 * <p>Time: one pass over the entries. Memory: one tile for each level.
 */
public final class TileAudit {
    private final TileStore store;
    private final long size;
    private final List<List<Sha256Digest>> levels = new ArrayList<>();
    private final List<Long> nextTile = new ArrayList<>();
    private long tiles;

    private TileAudit(TileStore store, long size) {
        this.store = store;
        this.size = size;
    }

    /** Sees each entry in log order; may stop the audit by giving a fault. */
    public interface EntryCheck {
        /** What is wrong with this entry, or empty. */
        Optional<String> fault(long index, byte[] leaf) throws IOException;
    }

    /**
     * What an audit found.
     *
     * @param entries entries compared
     * @param tiles tiles of hashes compared
     * @param fault the first thing that does not agree, naming tile or entry; empty when all agrees
     */
    public record Result(long entries, long tiles, Optional<String> fault) {}

    /** Audits the log below this checkpoint. */
    public static Result run(TileStore store, Checkpoint checkpoint, EntryCheck check) throws IOException {
        TileAudit audit = new TileAudit(store, checkpoint.size());
        long done = 0;
        try {
            for (long bundle = 0; done < checkpoint.size(); bundle++) {
                for (byte[] leaf : audit.entries(bundle)) {
                    Optional<String> fault = check.fault(done, leaf);
                    if (fault.isPresent()) {
                        return new Result(done, audit.tiles, Optional.of("entry " + done + ": " + fault.get()));
                    }
                    audit.add(0, MerkleHash.leaf(leaf));
                    done++;
                }
            }
            audit.compareEdges();
            Sha256Digest root = new TileTree(store, checkpoint.size()).root();
            Optional<String> fault = root.equals(checkpoint.root())
                    ? Optional.empty()
                    : Optional.of("the checkpoint of " + checkpoint.size() + " entries has root " + checkpoint.root()
                            + "; the tiles lead to " + root);
            return new Result(done, audit.tiles, fault);
        } catch (LedgerFormatException | IOException e) {
            return new Result(done, audit.tiles, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private List<byte[]> entries(long bundle) throws IOException, LedgerFormatException {
        int width = TilePath.width(0, bundle, size);
        String path = TilePath.entries(bundle, width);
        List<byte[]> entries = EntryBundle.parse(read(path));
        if (entries.size() != width) {
            throw new LedgerFormatException(path + " holds " + entries.size() + " entries, expected " + width);
        }
        return entries;
    }

    private void add(int level, Sha256Digest hash) throws IOException, LedgerFormatException {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
            nextTile.add(0L);
        }
        List<Sha256Digest> current = levels.get(level);
        current.add(hash);
        if (current.size() == TilePath.WIDTH) {
            compare(level);
            Sha256Digest root = MerkleHash.root(current);
            current.clear();
            add(level + 1, root);
        }
    }

    private void compareEdges() throws IOException, LedgerFormatException {
        for (int level = 0; level < levels.size(); level++) {
            if (!levels.get(level).isEmpty()) {
                compare(level);
            }
        }
    }

    private void compare(int level) throws IOException, LedgerFormatException {
        List<Sha256Digest> expected = levels.get(level);
        String path = TilePath.hashes(level, nextTile.get(level), expected.size());
        byte[] found = read(path);
        if (!java.util.Arrays.equals(found, TileTree.bytes(expected))) {
            throw new LedgerFormatException(path + " does not hold the hashes of the entries below it");
        }
        nextTile.set(level, nextTile.get(level) + 1);
        tiles++;
    }

    private byte[] read(String path) throws IOException {
        try {
            return store.read(path);
        } catch (IOException e) {
            throw new IOException(path + " is missing or cannot be read", e);
        }
    }
}
