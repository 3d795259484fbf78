package suluh.core.ledger;

/** Paths of tiles as C2SP tlog-tiles spells them: {@code tile/0/x001/234.p/5}. */
public final class TilePath {
    /** Hashes, or entries, of a full tile. */
    public static final int WIDTH = 256;
    /** Levels of the tree that one level of tiles spans. */
    public static final int HEIGHT = 8;

    private TilePath() {}

    /**
     * Path of a tile of hashes.
     *
     * @param level level of tiles, 0 to 63
     * @param index place of the tile in its level
     * @param width hashes in it, 1 to {@value #WIDTH}
     */
    public static String hashes(int level, long index, int width) {
        return "tile/" + level + "/" + number(index) + partial(width);
    }

    /** Path of a bundle of entries. */
    public static String entries(long index, int width) {
        return "tile/entries/" + number(index) + partial(width);
    }

    /** Hashes that tile {@code index} of {@code level} holds in a tree of {@code size} leaves, 0 to {@value #WIDTH}. */
    public static int width(int level, long index, long size) {
        long hashes = level * HEIGHT >= Long.SIZE ? 0 : size >>> (level * HEIGHT);
        return (int) Math.clamp(hashes - index * WIDTH, 0L, (long) WIDTH);
    }

    private static String partial(int width) {
        if (width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("a tile holds 1 to " + WIDTH + " hashes, not " + width);
        }
        return width == WIDTH ? "" : ".p/" + width;
    }

    private static String number(long index) {
        StringBuilder path = new StringBuilder(group(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x" + group(rest % 1000) + "/");
        }
        return path.toString();
    }

    private static String group(long number) {
        String digits = Long.toString(number);
        return "0".repeat(3 - digits.length()) + digits;
    }
}
