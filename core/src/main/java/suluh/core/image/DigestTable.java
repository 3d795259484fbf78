package suluh.core.image;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds which entries of a list carry a cryptographic digest: MD5, SHA-1 or SHA-256.
 *
 * <p>Equality only. Time: logarithmic. Memory: the digest rounded up to 8 bytes, and 8 bytes. Immutable and
 * thread-safe; replace the whole table to change it.
 */
public final class DigestTable {
    private static final int DIGITS_OF_A_WORD = 16;

    private final SortedRecords records;

    /** A table of the digests of this column, entry i being the i-th that was added. */
    public DigestTable(RecordColumn digests) {
        this.records = SortedRecords.of(digests);
    }

    /** The words of a digest of 32, 40 or 64 hexadecimal digits; the last is filled up with zeros. */
    public static long[] words(String hex) {
        String whole = hex + "0".repeat(Math.floorMod(-hex.length(), DIGITS_OF_A_WORD));
        long[] words = new long[4];
        for (int i = 0; i < whole.length() / DIGITS_OF_A_WORD; i++) {
            words[i] = HexFormat.fromHexDigitsToLong(whole, i * DIGITS_OF_A_WORD, (i + 1) * DIGITS_OF_A_WORD);
        }
        return words;
    }

    /**
     * Entries that carry this digest, in the order they were added.
     *
     * @param limit most entries that are given
     */
    public List<Integer> find(String hex, int limit) {
        int record = records.find(words(hex));
        return record < 0
                ? List.of()
                : IntStream.range(0, Math.min(limit, records.copies(record)))
                        .mapToObj(k -> records.entry(record, k))
                        .toList();
    }

    /** Number of entries. */
    public int size() {
        return records.entries();
    }
}
