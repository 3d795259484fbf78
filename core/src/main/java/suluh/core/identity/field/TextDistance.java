package suluh.core.identity.field;

/**
 * Distances between short texts, counted in UTF-16 units; every measure is symmetric.
 *
 * <p>Jaro–Winkler after Winkler 1990, with a prefix of at most 4 and a scale of 0.1; the greedy assignment of Jaro depends
 * on which text comes first, so the smaller one always does. Edits are optimal string alignment (Damerau 1964, each
 * neighbouring pair exchanged at most once).
 */
public final class TextDistance {
    /** Longer texts are compared by this much of their beginning: positions are kept in the bits of one long. */
    private static final int MAX_JARO_UNITS = 64;

    private static final int MAX_PREFIX = 4;
    private static final double PREFIX_SCALE = 0.1;

    private TextDistance() {}

    /** Jaro–Winkler similarity, 0 to 1. */
    public static double jaroWinkler(String x, String y) {
        boolean inOrder = x.length() < y.length() || (x.length() == y.length() && x.compareTo(y) <= 0);
        String a = inOrder ? x : y;
        String b = inOrder ? y : x;
        double jaro = jaro(a, b);
        int prefix = 0;
        int most = Math.min(MAX_PREFIX, a.length());
        while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_SCALE * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        int lengthA = Math.min(a.length(), MAX_JARO_UNITS);
        int lengthB = Math.min(b.length(), MAX_JARO_UNITS);
        if (lengthA == 0 || lengthB == 0) {
            return lengthA == lengthB ? 1 : 0;
        }
        int window = Math.max(0, Math.max(lengthA, lengthB) / 2 - 1);
        long usedA = 0;
        long usedB = 0;
        for (int i = 0; i < lengthA; i++) {
            char unit = a.charAt(i);
            int last = Math.min(lengthB - 1, i + window);
            for (int j = Math.max(0, i - window); j <= last; j++) {
                if ((usedB >>> j & 1) == 0 && b.charAt(j) == unit) {
                    usedA |= 1L << i;
                    usedB |= 1L << j;
                    break;
                }
            }
        }
        int matches = Long.bitCount(usedA);
        if (matches == 0) {
            return 0;
        }
        double m = matches;
        return (m / lengthA + m / lengthB + (m - outOfOrder(a, b, usedA, usedB) / 2.0) / m) / 3;
    }

    private static int outOfOrder(String a, String b, long usedA, long usedB) {
        int differing = 0;
        long restA = usedA;
        long restB = usedB;
        while (restA != 0) {
            int i = Long.numberOfTrailingZeros(restA);
            int j = Long.numberOfTrailingZeros(restB);
            if (a.charAt(i) != b.charAt(j)) {
                differing++;
            }
            restA &= restA - 1;
            restB &= restB - 1;
        }
        return differing;
    }

    /** Insertions, deletions, replacements and exchanges of neighbours between the two; {@code max + 1} when more. */
    public static int edits(String a, String b, int max) {
        int lengthA = a.length();
        int lengthB = b.length();
        if (Math.abs(lengthA - lengthB) > max) {
            return max + 1;
        }
        int[] before = new int[lengthB + 1];
        int[] previous = new int[lengthB + 1];
        int[] current = new int[lengthB + 1];
        for (int j = 0; j <= lengthB; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= lengthA; i++) {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= lengthB; j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int edits = Math.min(previous[j - 1] + cost, Math.min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits = Math.min(edits, before[j - 2] + 1);
                }
                current[j] = edits;
                least = Math.min(least, edits);
            }
            if (least > max) {
                return max + 1;
            }
            int[] spare = before;
            before = previous;
            previous = current;
            current = spare;
        }
        return Math.min(previous[lengthB], max + 1);
    }
}
