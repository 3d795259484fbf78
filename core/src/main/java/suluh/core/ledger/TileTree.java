package suluh.core.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import suluh.core.kernel.Sha256Digest;

/**
 * The Merkle tree of the first {@code size} leaves of a log, read from its tiles (C2SP tlog-tiles).
 *
 * <p>Memory: a few tiles. Cost of a proof or a root: at most one tile for each level of tiles, and 256 hashes in it.
 * Not thread-safe beyond what the store is.
 */
public final class TileTree {
    private final TileStore store;
    private final long size;

    public TileTree(TileStore store, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size: " + size);
        }
        this.store = store;
        this.size = size;
    }

    public long size() {
        return size;
    }

    /** Root of the tree. */
    public Sha256Digest root() throws IOException, LedgerFormatException {
        return size == 0 ? MerkleHash.EMPTY_ROOT : range(0, size);
    }

    /** Path that proves the leaf at {@code index} (RFC 9162, 2.1.3.1). */
    public List<Sha256Digest> inclusionProof(long index) throws IOException, LedgerFormatException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Sha256Digest> path = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long split = start + largestPowerBelow(end - start);
            if (index < split) {
                path.addFirst(range(split, end));
                end = split;
            } else {
                path.addFirst(range(start, split));
                start = split;
            }
        }
        return path;
    }

    /** Proof that this tree begins with its own first {@code oldSize} leaves (RFC 9162, 2.1.4.1). */
    public List<Sha256Digest> consistencyProof(long oldSize) throws IOException, LedgerFormatException {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("no earlier tree of " + oldSize + " leaves in one of " + size);
        }
        List<Sha256Digest> proof = new ArrayList<>();
        if (oldSize == 0 || oldSize == size) {
            return proof;
        }
        long start = 0;
        long end = size;
        boolean oldIsWhole = true;
        while (oldSize != end) {
            long split = start + largestPowerBelow(end - start);
            if (oldSize <= split) {
                proof.addFirst(range(split, end));
                end = split;
            } else {
                proof.addFirst(range(start, split));
                start = split;
                oldIsWhole = false;
            }
        }
        if (!oldIsWhole) {
            proof.addFirst(range(start, end));
        }
        return proof;
    }

    /** Bytes of entry {@code index}, out of its entry bundle. */
    public byte[] entry(long index) throws IOException, LedgerFormatException {
        long bundle = index / TilePath.WIDTH;
        return EntryBundle.parse(store.read(TilePath.entries(bundle, TilePath.width(0, bundle, size))))
                .get((int) (index % TilePath.WIDTH));
    }

    /**
     * Adds leaves: writes their entry bundles, the tiles they complete and the partial tiles at the edge.
     *
     * <p>Writing the same leaves again after a crash writes the same bytes again.
     *
     * @return the larger tree
     */
    public TileTree append(List<byte[]> leaves) throws IOException, LedgerFormatException {
        List<Sha256Digest> hashes = leaves.stream().map(MerkleHash::leaf).toList();
        appendEntries(leaves);
        TileTree larger = new TileTree(store, Math.addExact(size, leaves.size()));
        for (int level = 0; !hashes.isEmpty(); level++) {
            hashes = appendHashes(level, hashes);
        }
        return larger;
    }

    private void appendEntries(List<byte[]> leaves) throws IOException, LedgerFormatException {
        long bundle = size / TilePath.WIDTH;
        int kept = TilePath.width(0, bundle, size);
        List<byte[]> entries = new ArrayList<>();
        if (kept > 0) {
            entries.addAll(EntryBundle.parse(store.read(TilePath.entries(bundle, kept))));
        }
        for (byte[] leaf : leaves) {
            entries.add(leaf);
            if (entries.size() == TilePath.WIDTH) {
                store.write(TilePath.entries(bundle, TilePath.WIDTH), EntryBundle.bytes(entries));
                bundle++;
                entries.clear();
            }
        }
        if (!entries.isEmpty() && !leaves.isEmpty()) {
            store.write(TilePath.entries(bundle, entries.size()), EntryBundle.bytes(entries));
        }
    }

    /** Adds hashes to one level of tiles; gives the roots of the tiles that became full. */
    private List<Sha256Digest> appendHashes(int level, List<Sha256Digest> hashes)
            throws IOException, LedgerFormatException {
        long tile = (size >>> (level * TilePath.HEIGHT)) / TilePath.WIDTH;
        int kept = TilePath.width(level, tile, size);
        List<Sha256Digest> current = new ArrayList<>(kept == 0 ? List.of() : tile(level, tile, kept));
        List<Sha256Digest> roots = new ArrayList<>();
        for (Sha256Digest hash : hashes) {
            current.add(hash);
            if (current.size() == TilePath.WIDTH) {
                store.write(TilePath.hashes(level, tile, TilePath.WIDTH), bytes(current));
                roots.add(MerkleHash.root(current));
                tile++;
                current.clear();
            }
        }
        if (!current.isEmpty()) {
            store.write(TilePath.hashes(level, tile, current.size()), bytes(current));
        }
        return roots;
    }

    /** Root over leaves {@code start..end}, where start is a multiple of the largest power of two that fits. */
    private Sha256Digest range(long start, long end) throws IOException, LedgerFormatException {
        long count = end - start;
        if (Long.bitCount(count) == 1) {
            return whole(Long.numberOfTrailingZeros(count), start / count);
        }
        long split = start + largestPowerBelow(count);
        return MerkleHash.node(range(start, split), range(split, end));
    }

    /** Root of the whole subtree of {@code 2^height} leaves at place {@code index} among those of its height. */
    private Sha256Digest whole(int height, long index) throws IOException, LedgerFormatException {
        int level = height / TilePath.HEIGHT;
        int within = height % TilePath.HEIGHT;
        long first = index << within;
        long tile = first / TilePath.WIDTH;
        int from = (int) (first % TilePath.WIDTH);
        List<Sha256Digest> hashes = tile(level, tile, TilePath.width(level, tile, size));
        return MerkleHash.root(hashes.subList(from, from + (1 << within)));
    }

    private List<Sha256Digest> tile(int level, long index, int width) throws IOException, LedgerFormatException {
        String path = TilePath.hashes(level, index, width);
        byte[] bytes = store.read(path);
        if (bytes.length != width * Sha256Digest.SIZE_BYTES) {
            throw new LedgerFormatException(
                    "tile " + path + " has " + bytes.length + " bytes, expected " + width * Sha256Digest.SIZE_BYTES);
        }
        List<Sha256Digest> hashes = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            int from = i * Sha256Digest.SIZE_BYTES;
            hashes.add(Sha256Digest.ofRaw(Arrays.copyOfRange(bytes, from, from + Sha256Digest.SIZE_BYTES)));
        }
        return hashes;
    }

    static byte[] bytes(List<Sha256Digest> hashes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(hashes.size() * Sha256Digest.SIZE_BYTES);
        hashes.forEach(hash -> out.writeBytes(hash.raw()));
        return out.toByteArray();
    }

    private static long largestPowerBelow(long count) {
        return Long.highestOneBit(count - 1);
    }
}
