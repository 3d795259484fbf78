package suluh.core.identity.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import suluh.core.identity.account.DisplayName;
import suluh.core.observation.SourcePointer;

/**
 * First messages that say nearly the same to many: found by MinHash (Broder 1997) over words in threes.
 *
 * <p>Two openers are near when they share at least {@value #NEAR} of their shingles; signatures of {@value #HASHES} hashes
 * in bands of {@value #BAND} find the pairs, and the shingles themselves decide. Deterministic: the hashes are fixed.
 */
public final class Openers {
    static final double NEAR = 0.5;
    private static final int HASHES = 64;
    private static final int BAND = 2;
    private static final int SHINGLE_WORDS = 3;
    private static final int MIN_WORDS = 3;
    /** An account with more conversations is judged by these. */
    static final int MAX_OPENERS = 5_000;

    /**
     * A first message.
     *
     * @param to key of the one it was sent to
     * @param text as written
     */
    public record Opener(String to, String text, SourcePointer source) {}

    /**
     * Openers that are nearly one.
     *
     * @param example the first of them
     * @param receivers different accounts that got one
     * @param sources their records
     */
    public record Group(String example, int receivers, List<SourcePointer> sources) {
        public Group {
            sources = List.copyOf(sources);
        }
    }

    private Openers() {}

    /** Groups sent to two accounts or more, the largest first. */
    public static List<Group> groups(List<Opener> openers) {
        List<Opener> kept = openers.stream()
                .filter(opener -> words(opener.text()).length >= MIN_WORDS)
                .sorted(Comparator.comparing(Opener::text).thenComparing(Opener::to))
                .limit(MAX_OPENERS)
                .toList();
        List<Set<String>> shingles = kept.stream().map(o -> shingles(o.text())).toList();
        int[] root = new int[kept.size()];
        Arrays.setAll(root, i -> i);
        Map<String, Integer> buckets = new HashMap<>();
        for (int i = 0; i < root.length; i++) {
            for (String band : bands(shingles.get(i))) {
                Integer first = buckets.putIfAbsent(band, i);
                if (first != null && overlap(shingles.get(first), shingles.get(i)) >= NEAR) {
                    join(root, first, i);
                }
            }
        }
        Map<Integer, List<Opener>> groups = new HashMap<>();
        for (int i = 0; i < root.length; i++) {
            groups.computeIfAbsent(rootOf(root, i), ignored -> new ArrayList<>())
                    .add(kept.get(i));
        }
        return groups.values().stream()
                .map(Openers::group)
                .filter(group -> group.receivers() >= 2)
                .sorted(Comparator.comparingInt(Group::receivers).reversed().thenComparing(Group::example))
                .toList();
    }

    private static Group group(List<Opener> members) {
        int receivers = (int) members.stream().map(Opener::to).distinct().count();
        return new Group(
                members.getFirst().text(),
                receivers,
                members.stream().map(Opener::source).toList());
    }

    private static void join(int[] root, int a, int b) {
        int x = rootOf(root, a);
        int y = rootOf(root, b);
        root[Math.max(x, y)] = Math.min(x, y);
    }

    private static int rootOf(int[] root, int place) {
        int current = place;
        while (root[current] != current) {
            current = root[current];
        }
        return current;
    }

    private static String[] words(String text) {
        return DisplayName.words(text).split(" ");
    }

    private static Set<String> shingles(String text) {
        String[] words = words(text);
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + SHINGLE_WORDS <= words.length; i++) {
            shingles.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
        }
        return shingles;
    }

    private static double overlap(Set<String> a, Set<String> b) {
        Set<String> shared = new HashSet<>(a);
        shared.retainAll(b);
        return (double) shared.size() / (a.size() + b.size() - shared.size());
    }

    private static List<String> bands(Set<String> shingles) {
        long[] least = new long[HASHES];
        Arrays.fill(least, Long.MAX_VALUE);
        for (String shingle : shingles) {
            long base = mixed(shingle.hashCode() * 0x9E3779B97F4A7C15L + shingle.length());
            for (int h = 0; h < HASHES; h++) {
                least[h] = Math.min(least[h], mixed(base + h * 0xD1B54A32D192ED03L));
            }
        }
        List<String> bands = new ArrayList<>();
        for (int h = 0; h < HASHES; h += BAND) {
            bands.add(h + ":" + least[h] + ":" + least[h + 1]);
        }
        return bands;
    }

    /** Finalizer of MurmurHash3 (Appleby, public domain). */
    private static long mixed(long value) {
        long x = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        x = (x ^ (x >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return x ^ (x >>> 33);
    }
}
