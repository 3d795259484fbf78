package suluh.core.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import suluh.core.graph.Graph;

/**
 * A network laid out to be looked at: nodes with their places and figures, tied pairs with kinds and times.
 *
 * @param nodes groups first, then by degree; the number of a node is its place here
 * @param links tied pairs, in the order of their ends
 * @param left nodes of the network that are not drawn: those without ties, and those beyond the limit
 */
public record NetworkMap(List<Node> nodes, List<Link> links, int left) {
    /** Coordinates are told to a tenth; nothing on a screen is finer. */
    private static final double PER_UNIT = 10;

    /**
     * What a node is called and where it is from.
     *
     * @param platforms in their wire names
     */
    public record Label(String name, SortedSet<String> platforms) {
        public Label {
            platforms = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(platforms));
        }
    }

    /**
     * A node as it is drawn.
     *
     * @param role wire name of its leading role
     * @param x in the unit of the radius
     */
    public record Node(
            String key,
            Label label,
            boolean isGroup,
            int community,
            int degree,
            double betweenness,
            int core,
            String role,
            double x,
            double y,
            double radius) {
        private Node named(UnaryOperator<String> name) {
            return new Node(
                    name.apply(key),
                    new Label(name.apply(label.name()), label.platforms()),
                    isGroup,
                    community,
                    degree,
                    betweenness,
                    core,
                    role,
                    x,
                    y,
                    radius);
        }

        /** True when its records show a role worth a mark: more than taking part. */
        public boolean isMarked() {
            return Arrays.stream(Role.values())
                    .anyMatch(
                            one -> one.compareTo(Role.MEMBER) < 0 && one.wire().equals(role));
        }
    }

    /**
     * A tied pair.
     *
     * @param a place of the one among the nodes, less than {@code b}
     * @param b place of the other
     * @param kinds wire names of its kinds of ties
     * @param first earliest known time, or null
     * @param last latest known time, or null
     */
    public record Link(
            int a,
            int b,
            SortedSet<String> kinds,
            long observations,
            @Nullable Instant first,
            @Nullable Instant last) {
        public Link {
            kinds = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
        }
    }

    public NetworkMap {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /** The same map with other keys and names of its nodes; everything else stays. */
    public NetworkMap named(UnaryOperator<String> name) {
        return new NetworkMap(nodes.stream().map(node -> node.named(name)).toList(), links, left);
    }

    /** The map of a network, of at most so many nodes. */
    public static NetworkMap of(
            CaseNetwork network,
            NetworkMeasures measures,
            List<NodeRoles> roles,
            Function<String, Label> label,
            int maxNodes) {
        return of(network, measures, roles, label, NetworkDrawing.of(network, measures, maxNodes));
    }

    /** The map of a network as it was laid out before. */
    public static NetworkMap of(
            CaseNetwork network,
            NetworkMeasures measures,
            List<NodeRoles> roles,
            Function<String, Label> label,
            NetworkDrawing drawing) {
        int[] number = new int[network.nodeCount()];
        Arrays.fill(number, -1);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < drawing.size(); i++) {
            int node = drawing.node(i);
            number[node] = i;
            nodes.add(new Node(
                    network.key(node),
                    label.apply(network.key(node)),
                    network.isGroup(node),
                    measures.community(node),
                    measures.degree(node),
                    rounded(measures.betweenness(node)),
                    measures.core(node),
                    roles.get(node).leading().wire(),
                    rounded(drawing.x(i)),
                    rounded(drawing.y(i)),
                    rounded(drawing.radius(i))));
        }
        return new NetworkMap(nodes, links(network, number), network.nodeCount() - nodes.size());
    }

    private static List<Link> links(CaseNetwork network, int[] number) {
        Map<Long, Link> byPair = new HashMap<>();
        for (Tie tie : network.ties()) {
            int x = number[tie.a()];
            int y = number[tie.b()];
            if (x >= 0 && y >= 0) {
                int a = Math.min(x, y);
                int b = Math.max(x, y);
                Link own = new Link(
                        a, b, new TreeSet<>(Set.of(tie.kind().wire())), tie.observations(), tie.first(), tie.last());
                byPair.merge(((long) a << Integer.SIZE) | b, own, NetworkMap::joined);
            }
        }
        if (network.ties().isEmpty()) {
            untold(network.graph(), number, byPair);
        }
        return byPair.values().stream()
                .sorted(Comparator.comparingInt(Link::a).thenComparingInt(Link::b))
                .toList();
    }

    /** Edges of a network that says nothing of its ties, as of an edge list. */
    private static void untold(Graph graph, int[] number, Map<Long, Link> byPair) {
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int e = graph.firstEdge(v); e < graph.firstEdge(v + 1); e++) {
                int a = number[v];
                int b = number[graph.neighbour(e)];
                if (a >= 0 && a < b) {
                    byPair.put(((long) a << Integer.SIZE) | b, new Link(a, b, new TreeSet<>(), 1, null, null));
                }
            }
        }
    }

    private static Link joined(Link one, Link other) {
        SortedSet<String> kinds = new TreeSet<>(one.kinds());
        kinds.addAll(other.kinds());
        return new Link(
                one.a(),
                one.b(),
                kinds,
                one.observations() + other.observations(),
                NetworkBuilder.earlier(one.first(), other.first()),
                NetworkBuilder.later(one.last(), other.last()));
    }

    /** What is wanted of a map; an empty word or a null time wants all. */
    public record Filter(
            String platform,
            String kind,
            @Nullable Instant from,
            @Nullable Instant until) {
        public static final Filter ALL = new Filter("", "", null, null);

        private boolean keeps(Link link, List<Node> nodes) {
            return (kind.isEmpty() || link.kinds().contains(kind))
                    && (platform.isEmpty() || (isOn(nodes.get(link.a())) && isOn(nodes.get(link.b()))))
                    && isInTime(link);
        }

        private boolean isOn(Node node) {
            return node.label().platforms().contains(platform);
        }

        /** A tie of unknown time stays: it may have been. */
        private boolean isInTime(Link link) {
            Instant first = link.first();
            Instant last = link.last();
            return (until == null || first == null || first.isBefore(until))
                    && (from == null || last == null || !last.isBefore(from));
        }
    }

    /** The links that pass; every node stays where and what it was. */
    public NetworkMap only(Filter filter) {
        return new NetworkMap(
                nodes, links.stream().filter(link -> filter.keeps(link, nodes)).toList(), left);
    }

    /** True at the places of nodes that have a link here. */
    public boolean[] linked() {
        boolean[] linked = new boolean[nodes.size()];
        for (Link link : links) {
            linked[link.a()] = true;
            linked[link.b()] = true;
        }
        return linked;
    }

    /** Platforms of its nodes. */
    public SortedSet<String> platforms() {
        SortedSet<String> platforms = new TreeSet<>();
        nodes.forEach(node -> platforms.addAll(node.label().platforms()));
        return platforms;
    }

    /** Kinds of its ties. */
    public SortedSet<String> kinds() {
        SortedSet<String> kinds = new TreeSet<>();
        for (TieKind kind : EnumSet.allOf(TieKind.class)) {
            if (links.stream().anyMatch(link -> link.kinds().contains(kind.wire()))) {
                kinds.add(kind.wire());
            }
        }
        return kinds;
    }

    private static double rounded(double value) {
        return Math.round(value * PER_UNIT) / PER_UNIT;
    }
}
