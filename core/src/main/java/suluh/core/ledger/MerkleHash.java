package suluh.core.ledger;

import java.security.MessageDigest;
import java.util.List;
import suluh.core.kernel.Sha256Digest;

/** Hashes of the Merkle tree (RFC 6962 section 2.1, RFC 9162 section 2.1.1): SHA-256 with a prefix that tells leaf from node. */
public final class MerkleHash {
    /** Root of the tree without leaves: the hash of nothing. */
    public static final Sha256Digest EMPTY_ROOT = Sha256Digest.of(new byte[0]);

    private static final byte LEAF_PREFIX = 0;
    private static final byte NODE_PREFIX = 1;

    private MerkleHash() {}

    /** Hash of a leaf's bytes. */
    public static Sha256Digest leaf(byte[] bytes) {
        MessageDigest digest = Sha256Digest.newMessageDigest();
        digest.update(LEAF_PREFIX);
        return Sha256Digest.ofRaw(digest.digest(bytes));
    }

    /** Hash of an inner node. */
    public static Sha256Digest node(Sha256Digest left, Sha256Digest right) {
        MessageDigest digest = Sha256Digest.newMessageDigest();
        digest.update(NODE_PREFIX);
        digest.update(left.raw());
        return Sha256Digest.ofRaw(digest.digest(right.raw()));
    }

    /** Root over these leaf hashes, straight from the definition; for models in tests and for small lists. */
    public static Sha256Digest root(List<Sha256Digest> leaves) {
        if (leaves.isEmpty()) {
            return EMPTY_ROOT;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }
}
