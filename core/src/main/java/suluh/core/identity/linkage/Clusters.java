package suluh.core.identity.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Groups records by their links, strongest first, without letting weak links chain strangers together.
 *
 * <p>Two groups become one only when the evidence between <em>all</em> their members taken together speaks for it: the
 * mean log-odds over every pair across, each held within ±{@value #MOST_BITS} bits, must be above zero (correlation
 * clustering by greedy joining; Bansal, Blum and Chawla 2004), and the whole has at most {@value #MAX_MEMBERS} members. A
 * link that asks for a union which this denies is cut and kept to be shown.
 *
 * <p>A person's word is infinite evidence: a pair of +∞ is followed whatever the rest says, a pair of −∞ is never in one
 * group, and of two such words that contradict each other the one that keeps apart holds.
 */
public final class Clusters {
    /** More records of one person than this are a mistake of the data or of ours. */
    static final int MAX_MEMBERS = 100;

    private static final double MOST_BITS = 14;

    /** Log-odds of any two records, in bits; infinite where a person decided. */
    public interface Evidence {
        double logOdds(int a, int b);
    }

    /**
     * A link above the threshold that was not followed.
     *
     * @param a record
     * @param b record
     * @param logOdds bits of the pair itself
     * @param meanLogOdds bits of the mean pair across the two groups, or NaN when they were too large together
     */
    public record CutLink(int a, int b, double logOdds, double meanLogOdds) {}

    private final int[] root;
    private final int[] next;
    private final int[] last;
    private final int[] size;
    private final List<CutLink> cut = new ArrayList<>();

    private Clusters(int records) {
        root = new int[records];
        next = new int[records];
        last = new int[records];
        size = new int[records];
        Arrays.fill(next, -1);
        Arrays.fill(size, 1);
        for (int r = 0; r < records; r++) {
            root[r] = r;
            last[r] = r;
        }
    }

    /** Groups by the pairs that reach {@code threshold} bits. */
    public static Clusters of(int records, ScoredPairs pairs, double threshold, Evidence evidence) {
        Clusters clusters = new Clusters(records);
        clusters.followAll(pairs, threshold, evidence);
        return clusters;
    }

    /** These groups with more records, joined by further pairs. */
    Clusters extended(int records, ScoredPairs pairs, double threshold, Evidence evidence) {
        Clusters clusters = new Clusters(records);
        System.arraycopy(root, 0, clusters.root, 0, root.length);
        System.arraycopy(next, 0, clusters.next, 0, root.length);
        System.arraycopy(last, 0, clusters.last, 0, root.length);
        System.arraycopy(size, 0, clusters.size, 0, root.length);
        clusters.followAll(pairs, threshold, evidence);
        return clusters;
    }

    private void followAll(ScoredPairs pairs, double threshold, Evidence evidence) {
        for (int pair : pairs.strongestFirst()) {
            if (pairs.logOdds(pair) < threshold) {
                return;
            }
            follow(pairs.first(pair), pairs.second(pair), pairs.logOdds(pair), evidence);
        }
    }

    private void follow(int a, int b, double logOdds, Evidence evidence) {
        int rootA = root[a];
        int rootB = root[b];
        if (rootA == rootB) {
            return;
        }
        if (size[rootA] + size[rootB] > MAX_MEMBERS) {
            cut.add(new CutLink(a, b, logOdds, Double.NaN));
            return;
        }
        double mean = meanAcross(rootA, rootB, evidence);
        boolean isDecided = logOdds == Double.POSITIVE_INFINITY && mean != Double.NEGATIVE_INFINITY;
        if (mean > 0 || isDecided) {
            join(Math.min(rootA, rootB), Math.max(rootA, rootB));
        } else {
            cut.add(new CutLink(a, b, logOdds, mean));
        }
    }

    private double meanAcross(int rootA, int rootB, Evidence evidence) {
        double sum = 0;
        for (int x = rootA; x >= 0; x = next[x]) {
            for (int y = rootB; y >= 0; y = next[y]) {
                double bits = evidence.logOdds(Math.min(x, y), Math.max(x, y));
                if (bits == Double.NEGATIVE_INFINITY) {
                    return bits;
                }
                sum += Math.clamp(bits, -MOST_BITS, MOST_BITS);
            }
        }
        return sum / ((double) size[rootA] * size[rootB]);
    }

    private void join(int keep, int give) {
        for (int x = give; x >= 0; x = next[x]) {
            root[x] = keep;
        }
        next[last[keep]] = give;
        last[keep] = last[give];
        size[keep] += size[give];
    }

    /** The smallest record of this record's group, which names the group. */
    public int of(int record) {
        return root[record];
    }

    /** Members of the group that this record names, in the order of joining. */
    public int[] members(int record) {
        int[] members = new int[size[root[record]]];
        int at = 0;
        for (int x = root[record]; x >= 0; x = next[x]) {
            members[at++] = x;
        }
        return members;
    }

    public int count() {
        int count = 0;
        for (int r = 0; r < root.length; r++) {
            count += root[r] == r ? 1 : 0;
        }
        return count;
    }

    /** Links above the threshold that were not followed, strongest first. */
    public List<CutLink> cut() {
        return List.copyOf(cut);
    }
}
