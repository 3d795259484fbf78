package suluh.exports;

/**
 * Bounds on what an archive may make the reader do; reaching one is an alarm, never silence.
 *
 * @param maxEntries entries of one archive
 * @param maxEntryBytes unpacked bytes of one entry
 * @param maxTotalBytes unpacked bytes of one item, nested archives included
 * @param maxRatio unpacked bytes for each packed one, counted once {@link #RATIO_FREE_BYTES} have come out
 * @param maxNesting archives within archives
 */
public record ArchiveLimits(int maxEntries, long maxEntryBytes, long maxTotalBytes, int maxRatio, int maxNesting) {
    /** Below this size no ratio matters: chats of one repeated line compress a hundredfold. */
    public static final long RATIO_FREE_BYTES = 64L << 20;

    /**
     * Half a million entries and 256 GiB are beyond the largest export seen; a ratio of 400 leaves room for JSON (about
     * 20) and stops bombs (about 1,000); exports nest once or twice.
     */
    public static final ArchiveLimits USUAL = new ArchiveLimits(500_000, 32L << 30, 256L << 30, 400, 4);

    public ArchiveLimits {
        if (maxEntries < 1 || maxEntryBytes < 1 || maxTotalBytes < 1 || maxRatio < 1 || maxNesting < 1) {
            throw new IllegalArgumentException("every limit is at least 1");
        }
    }
}
