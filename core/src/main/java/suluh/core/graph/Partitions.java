package suluh.core.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Partitions of nodes, given as the number of its part for each node: numbering and comparison. */
public final class Partitions {
    private Partitions() {}

    /**
     * Normalised mutual information of two partitions, from 0 (independent) to 1 (equal but for names).
     *
     * <p>{@code 2 I(X;Y) / (H(X) + H(Y))} (Danon and others 2005); 1 when both have a single part.
     */
    public static double mutualInformation(int[] x, int[] y) {
        Map<Long, Integer> together = overlaps(x, y);
        int[] sizeX = sizes(x);
        int[] sizeY = sizes(y);
        double n = x.length;
        double shared = 0;
        for (Map.Entry<Long, Integer> entry : together.entrySet()) {
            double count = entry.getValue();
            double a = sizeX[(int) (entry.getKey() >> 32)];
            double b = sizeY[entry.getKey().intValue()];
            shared += count / n * Math.log(count * n / (a * b));
        }
        double entropies = entropy(sizeX, n) + entropy(sizeY, n);
        return entropies == 0 ? 1 : Math.clamp(2 * shared / entropies, 0, 1);
    }

    /** Nodes in each part, by its number. */
    public static int[] sizes(int[] part) {
        int[] sizes = new int[Arrays.stream(part).max().orElse(-1) + 1];
        for (int p : part) {
            sizes[p]++;
        }
        return sizes;
    }

    /** Nodes that part a of x and part b of y share, under the key {@code a << 32 | b}. */
    static Map<Long, Integer> overlaps(int[] x, int[] y) {
        Map<Long, Integer> together = new HashMap<>();
        for (int v = 0; v < x.length; v++) {
            together.merge(((long) x[v] << 32) | y[v], 1, Integer::sum);
        }
        return together;
    }

    /** Numbers from 0 without gaps in order of first use, in place; gives their count. */
    static int renumber(int[] labels) {
        int most = -1;
        for (int label : labels) {
            most = Math.max(most, label);
        }
        int[] number = new int[most + 1];
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (number[labels[i]] == 0) {
                number[labels[i]] = ++count;
            }
            labels[i] = number[labels[i]] - 1;
        }
        return count;
    }

    /** Numbers by size from the largest, then by the smallest node, in place. */
    static void numberBySize(int[] part) {
        int count = renumber(part);
        int[] size = sizes(part);
        // After renumbering, a smaller label has a smaller first node; the sort is stable.
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (x, y) -> Integer.compare(size[y], size[x]));
        int[] rank = new int[count];
        for (int i = 0; i < count; i++) {
            rank[order[i]] = i;
        }
        for (int v = 0; v < part.length; v++) {
            part[v] = rank[part[v]];
        }
    }

    private static double entropy(int[] sizes, double n) {
        double sum = 0;
        for (int size : sizes) {
            sum -= size == 0 ? 0 : size / n * Math.log(size / n);
        }
        return sum;
    }
}
