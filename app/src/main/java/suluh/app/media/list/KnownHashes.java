package suluh.app.media.list;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import suluh.core.image.DigestTable;
import suluh.core.image.Neighbour;
import suluh.core.image.PdqHash;
import suluh.core.image.PdqIndex;

/**
 * A list made ready for questions: which of its records carry this digest, and which a hash near to this one.
 *
 * <p>Immutable and thread-safe. To replace a list, make another and put it in the place of this one.
 */
public final class KnownHashes {
    /** Records told for one hash: a list may hold a million copies of one. */
    private static final int MAX_RECORDS_OF_A_HASH = 20;

    private final HashListContent content;
    private final @Nullable PdqIndex near;
    private final Map<HashKind, DigestTable> equal = new EnumMap<>(HashKind.class);

    /** Builds the indexes; takes some seconds for millions of hashes. */
    public KnownHashes(HashListContent content) {
        this.content = content;
        this.near = content.hashes(HashKind.PDQ).map(PdqIndex::of).orElse(null);
        for (HashKind kind : new HashKind[] {HashKind.MD5, HashKind.SHA1, HashKind.SHA256}) {
            content.hashes(kind).ifPresent(column -> equal.put(kind, new DigestTable(column)));
        }
    }

    /**
     * A record of the list that was found.
     *
     * @param kind kind of the hash that agrees
     * @param hash the hash in the list
     * @param distance bits in which it differs; 0 for a digest
     * @param record number of the record in the list, from 1
     * @param category category that the record states, or empty
     */
    public record Found(HashKind kind, String hash, int distance, int record, String category) {}

    /** What the list holds. */
    public HashListContent content() {
        return content;
    }

    /** Records with this digest, in their order; at most {@value #MAX_RECORDS_OF_A_HASH}. */
    public List<Found> equalTo(HashKind kind, String hex) {
        DigestTable table = equal.get(kind);
        return table == null
                ? List.of()
                : table.find(hex, MAX_RECORDS_OF_A_HASH).stream()
                        .map(i -> new Found(kind, hex, 0, content.record(kind, i), content.categoryOf(kind, i)))
                        .toList();
    }

    /** Records with a hash within this distance, nearest first; of each hash at most {@value #MAX_RECORDS_OF_A_HASH}. */
    public List<Found> nearTo(PdqHash hash, int distance) {
        PdqIndex index = near;
        if (index == null) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        for (Neighbour neighbour : index.near(hash, distance)) {
            for (int k = 0; k < Math.min(neighbour.copies(), MAX_RECORDS_OF_A_HASH); k++) {
                int i = index.entry(neighbour.record(), k);
                found.add(new Found(
                        HashKind.PDQ,
                        neighbour.hash().hex(),
                        neighbour.distance(),
                        content.record(HashKind.PDQ, i),
                        content.categoryOf(HashKind.PDQ, i)));
            }
        }
        return found;
    }
}
