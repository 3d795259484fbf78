package suluh.core.identity;

import java.util.HashMap;
import java.util.Map;

/**
 * Disjoint sets of texts; the root of a set is its smallest member, so that it does not depend on the order of joins.
 *
 * <p>Path halving (Tarjan and van Leeuwen 1984); without union by rank, amortised O(log n) a call.
 */
final class DisjointSets {
    private final Map<String, String> parent = new HashMap<>();

    void join(String x, String y) {
        String rootX = rootOf(x);
        String rootY = rootOf(y);
        int order = rootX.compareTo(rootY);
        if (order < 0) {
            parent.put(rootY, rootX);
        } else if (order > 0) {
            parent.put(rootX, rootY);
        }
    }

    String rootOf(String member) {
        String current = member;
        String next = parent.getOrDefault(current, current);
        while (!next.equals(current)) {
            String afterNext = parent.getOrDefault(next, next);
            parent.put(current, afterNext);
            current = next;
            next = afterNext;
        }
        return current;
    }
}
