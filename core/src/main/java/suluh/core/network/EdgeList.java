package suluh.core.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import suluh.core.kernel.Outcome;

/**
 * An edge list in CSV (RFC 4180; commas, semicolons or tabs): two columns of ids, optionally a weight, a time and a header.
 *
 * <p>Ids are text: {@code 007} and {@code 7} are two nodes. Memory: 24 bytes an edge, and each id once. Immutable.
 */
public final class EdgeList {
    /** More edges do not fit the memory that the command has. */
    static final int MAX_EDGES = 20_000_000;

    /** One line: two ids, a weight above 0, and a time or null. */
    public record Edge(
            String from, String to, double weight, @Nullable Instant at) {}

    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private double[] weight = new double[1024];
    private long[] at = new long[0];
    private int size;

    private EdgeList() {}

    /** The edges in these lines, or a refusal that names the line that cannot be read. */
    public static Outcome<EdgeList> parse(Iterator<String> lines) {
        EdgeList list = new EdgeList();
        EdgeColumns columns = null;
        for (int number = 1; lines.hasNext(); number++) {
            String line = lines.next();
            if (line.isBlank()) {
                continue;
            }
            List<String> fields = EdgeColumns.fields(columns == null ? withoutByteOrderMark(line) : line);
            if (columns == null) {
                columns = EdgeColumns.of(fields);
                if (columns.isHeader()) {
                    continue;
                }
            }
            Edge edge = columns.edge(fields);
            if (edge == null) {
                return Outcome.refused(
                        NetworkCode.EDGE_UNREADABLE,
                        "Line " + number + " is no edge: expected two ids and, where the file has them, a weight above"
                                + " 0 and a time (ISO 8601 or Unix seconds).");
            }
            if (list.size == MAX_EDGES) {
                return Outcome.refused(
                        NetworkCode.TOO_MANY_EDGES,
                        "More than " + MAX_EDGES + " edges; split the list by time or by part, or add equal edges up.");
            }
            list.add(edge);
        }
        return Outcome.done(list);
    }

    public int size() {
        return size;
    }

    /** The edge of this number, from 0 in file order. */
    public Edge edge(int number) {
        Instant time = at.length == 0 || at[number] == Long.MIN_VALUE ? null : Instant.ofEpochMilli(at[number]);
        return new Edge(ids.get(from[number]), ids.get(to[number]), weight[number], time);
    }

    /** True when any edge has a time. */
    public boolean isTimed() {
        return at.length > 0;
    }

    /** The network of these edges; every node is an account. */
    public CaseNetwork network() {
        Integer[] order = new Integer[ids.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (x, y) -> ids.get(x).compareTo(ids.get(y)));
        int[] place = new int[order.length];
        String[] keys = new String[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
            keys[i] = ids.get(order[i]);
        }
        int[] a = new int[size];
        int[] b = new int[size];
        for (int e = 0; e < size; e++) {
            a[e] = place[from[e]];
            b[e] = place[to[e]];
        }
        return CaseNetwork.plain(keys, a, b, Arrays.copyOf(weight, size));
    }

    private void add(Edge edge) {
        if (size == from.length) {
            int room = Math.min(MAX_EDGES, size * 2);
            from = Arrays.copyOf(from, room);
            to = Arrays.copyOf(to, room);
            weight = Arrays.copyOf(weight, room);
            at = at.length == 0 ? at : Arrays.copyOf(at, room);
        }
        if (edge.at() != null && at.length == 0) {
            at = new long[from.length];
            Arrays.fill(at, 0, size, Long.MIN_VALUE);
        }
        from[size] = number(edge.from());
        to[size] = number(edge.to());
        weight[size] = edge.weight();
        if (at.length > 0) {
            at[size] = edge.at() == null ? Long.MIN_VALUE : edge.at().toEpochMilli();
        }
        size++;
    }

    private int number(String id) {
        Integer known = numbers.putIfAbsent(id, ids.size());
        if (known != null) {
            return known;
        }
        ids.add(id);
        return ids.size() - 1;
    }

    private static String withoutByteOrderMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}
