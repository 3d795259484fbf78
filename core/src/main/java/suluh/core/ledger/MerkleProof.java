package suluh.core.ledger;

import java.util.List;
import java.util.Optional;
import suluh.core.kernel.Sha256Digest;

/**
 * Checks of Merkle proofs, step by step as RFC 9162 writes them; a proof that ends early or is too long is refused.
 *
 * <p>Cost: one hash for each node of the proof, at most 63.
 */
public final class MerkleProof {
    private MerkleProof() {}

    /**
     * The root that this leaf and path lead to (RFC 9162, 2.1.3.2), or empty when the path does not fit the tree.
     *
     * @param index place of the leaf, from 0
     * @param size leaves of the tree
     */
    public static Optional<Sha256Digest> rootOf(Sha256Digest leaf, long index, long size, List<Sha256Digest> path) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long node = index;
        long last = size - 1;
        Sha256Digest hash = leaf;
        for (Sha256Digest sibling : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleHash.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleHash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }

    /** True when the path proves that the leaf stands at this index of the tree with this root. */
    public static boolean includes(
            Sha256Digest leaf, long index, long size, List<Sha256Digest> path, Sha256Digest root) {
        return rootOf(leaf, index, size, path).filter(root::equals).isPresent();
    }

    /**
     * True when the proof shows that the tree of {@code newSize} begins with the tree of {@code oldSize} (RFC 9162,
     * 2.1.4.2). Equal sizes need equal roots and an empty proof; the empty tree is a prefix of each.
     */
    public static boolean isConsistent(
            long oldSize, Sha256Digest oldRoot, long newSize, Sha256Digest newRoot, List<Sha256Digest> proof) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && oldRoot.equals(newRoot);
        }
        if (oldSize == 0) {
            return proof.isEmpty() && oldRoot.equals(MerkleHash.EMPTY_ROOT);
        }
        return !proof.isEmpty() && leadsToBothRoots(oldSize, oldRoot, newSize, newRoot, proof);
    }

    private static boolean leadsToBothRoots(
            long oldSize, Sha256Digest oldRoot, long newSize, Sha256Digest newRoot, List<Sha256Digest> proof) {
        boolean oldIsWhole = Long.bitCount(oldSize) == 1;
        long node = oldSize - 1;
        long last = newSize - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        int next = oldIsWhole ? 0 : 1;
        Sha256Digest oldHash = oldIsWhole ? oldRoot : proof.getFirst();
        Sha256Digest newHash = oldHash;
        for (Sha256Digest sibling : proof.subList(next, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                oldHash = MerkleHash.node(sibling, oldHash);
                newHash = MerkleHash.node(sibling, newHash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                newHash = MerkleHash.node(newHash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && oldHash.equals(oldRoot) && newHash.equals(newRoot);
    }
}
