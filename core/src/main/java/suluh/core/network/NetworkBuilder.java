package suluh.core.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * Gathers ties into a network. Nodes stand in the order of their keys, ties in the order of their ends and kinds, so that
 * neither depends on the order of arrival. Memory grows with different nodes and tied pairs. Not thread-safe.
 */
public final class NetworkBuilder {
    /** Records kept for a tie: enough to begin checking it. */
    private static final int MAX_SOURCES = 3;

    private record Between(String a, String b, TieKind kind) {}

    private static final class Sum {
        private long times;
        private @Nullable Instant first;
        private @Nullable Instant last;
        private final List<SourcePointer> sources = new ArrayList<>();
    }

    private final Map<String, NodeKind> nodes = new HashMap<>();
    private final Map<Between, Sum> ties = new HashMap<>();

    /** Adds a node, tied or not. */
    public void node(String key, NodeKind kind) {
        nodes.put(key, kind);
    }

    public boolean hasNode(String key) {
        return nodes.containsKey(key);
    }

    /** Adds a tie between two nodes added before; a tie of a node with itself says nothing and is left out. */
    public void tie(String a, String b, TieKind kind, Observed observed) {
        if (!nodes.containsKey(a) || !nodes.containsKey(b)) {
            throw new IllegalArgumentException("a tie needs nodes that were added: " + a + ", " + b);
        }
        if (a.equals(b)) {
            return;
        }
        boolean turn = !kind.isDirected() && a.compareTo(b) > 0;
        Sum sum = ties.computeIfAbsent(turn ? new Between(b, a, kind) : new Between(a, b, kind), ignored -> new Sum());
        sum.times += observed.times();
        sum.first = earlier(sum.first, observed.first());
        sum.last = later(sum.last, observed.last());
        for (SourcePointer source : observed.sources()) {
            if (sum.sources.size() < MAX_SOURCES && !sum.sources.contains(source)) {
                sum.sources.add(source);
            }
        }
    }

    /** The network of all that was added. */
    public CaseNetwork build() {
        String[] keys = nodes.keySet().stream().sorted().toArray(String[]::new);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            places.put(keys[i], i);
        }
        List<Tie> built = new ArrayList<>(ties.size());
        ties.forEach((between, sum) -> built.add(new Tie(
                place(places, between.a()),
                place(places, between.b()),
                between.kind(),
                1 + Math.log((double) sum.times),
                sum.times,
                sum.first,
                sum.last,
                sum.sources)));
        built.sort(Comparator.comparingInt(Tie::a).thenComparingInt(Tie::b).thenComparing(Tie::kind));
        return CaseNetwork.of(keys, Arrays.stream(keys).map(nodes::get).toArray(NodeKind[]::new), built);
    }

    private static int place(Map<String, Integer> places, String key) {
        Integer place = places.get(key);
        if (place == null) {
            throw new IllegalStateException("a tie names a node that is not there");
        }
        return place;
    }

    static @Nullable Instant earlier(@Nullable Instant x, @Nullable Instant y) {
        return x == null || (y != null && y.isBefore(x)) ? y : x;
    }

    static @Nullable Instant later(@Nullable Instant x, @Nullable Instant y) {
        return x == null || (y != null && y.isAfter(x)) ? y : x;
    }
}
