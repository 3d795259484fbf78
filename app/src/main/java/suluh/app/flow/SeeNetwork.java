package suluh.app.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.MapStore.StoredTieOfMap;
import suluh.core.canon.CanonicalJson;
import suluh.core.casework.Act;
import suluh.core.disclosure.NameMask;
import suluh.core.disclosure.NetworkMapJson;
import suluh.core.kernel.Outcome;
import suluh.core.network.NetworkMap;
import suluh.core.network.Role;
import suluh.core.observation.SourcePointer;

/** Shows the network of a case as it was last mapped, and one node with the records of each of its ties. */
public final class SeeNetwork {
    private final House house;

    public SeeNetwork(House house) {
        this.house = house;
    }

    /**
     * A tie of the node shown.
     *
     * @param other number of the other node on the map, or -1 when it is not drawn
     * @param name its name, or its key when it is not drawn
     * @param isGiven true when the tie goes from the node shown to the other
     * @param first earliest known time, or null
     * @param last latest known time, or null
     * @param sources some of its records
     */
    public record TieLine(
            int other,
            String name,
            String role,
            String kind,
            boolean isGiven,
            long observations,
            @Nullable Instant first,
            @Nullable Instant last,
            List<SourcePointer> sources) {
        public TieLine {
            sources = List.copyOf(sources);
        }
    }

    /**
     * One node.
     *
     * @param number its place on the map
     * @param ties those of most records, at most 200; by role of the other, the weightiest first, then by records
     * @param roles how many accounts of each leading role it is tied to on the map, by wire name, the weightiest first
     */
    public record NodeView(int number, NetworkMap.Node node, List<TieLine> ties, SequencedMap<String, Integer> roles) {
        public NodeView {
            ties = List.copyOf(ties);
        }
    }

    /** The latest map, when the case was analysed; names of children's accounts are masked, and the look is recorded. */
    public Outcome<Optional<NetworkMap>> map(OpenedCase opened) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            house.access().looked(open, Map.of("what", "network"), Map.of());
            NameMask mask = new ProtectChild(house).masked(open).mask();
            return Outcome.done(house.drawnMaps().latest(open.id()).map(map -> shown(map, mask)));
        });
    }

    /** As {@link #map}, as the bytes of its JSON: as they were kept, unless names are masked. */
    public Outcome<Optional<byte[]>> mapJson(OpenedCase opened) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            house.access().looked(open, Map.of("what", "network"), Map.of());
            NameMask mask = new ProtectChild(house).masked(open).mask();
            return Outcome.done(
                    mask.isEmpty()
                            ? house.maps().latest(open.id())
                            : house.drawnMaps()
                                    .latest(open.id())
                                    .map(map -> CanonicalJson.bytes(NetworkMapJson.of(shown(map, mask)))));
        });
    }

    private static NetworkMap shown(NetworkMap map, NameMask mask) {
        return mask.isEmpty() ? map : map.named(mask::text);
    }

    /** The node of this number on the latest map; the look is recorded. */
    public Outcome<Optional<NodeView>> node(OpenedCase opened, int number) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            Optional<NetworkMap> known = house.drawnMaps()
                    .latest(open.id())
                    .filter(map -> number >= 0 && number < map.nodes().size());
            if (known.isEmpty()) {
                return Outcome.done(Optional.empty());
            }
            house.access().looked(open, Map.of("what", "network-node"), Map.of("number", (long) number));
            NameMask mask = new ProtectChild(house).masked(open).mask();
            NetworkMap shown = shown(known.get(), mask);
            return Outcome.done(Optional.of(new NodeView(
                    number,
                    shown.nodes().get(number),
                    ties(open, number, known.get(), shown, mask).stream()
                            .sorted(Comparator.comparingInt(tie -> weight(tie.role())))
                            .toList(),
                    roles(known.get(), number))));
        });
    }

    /** Each account once, however many kinds of ties it has to the node. */
    private static SequencedMap<String, Integer> roles(NetworkMap map, int number) {
        List<String> roles = map.links().stream()
                .filter(link -> link.a() == number || link.b() == number)
                .map(link -> map.nodes().get(link.a() == number ? link.b() : link.a()))
                .filter(node -> !node.isGroup())
                .map(NetworkMap.Node::role)
                .sorted(Comparator.comparingInt(SeeNetwork::weight))
                .toList();
        SequencedMap<String, Integer> counts = new LinkedHashMap<>();
        roles.forEach(role -> counts.merge(role, 1, Integer::sum));
        return counts;
    }

    /** Place of a role among all, the weightiest first; what has none comes last. */
    private static int weight(String wire) {
        return Arrays.stream(Role.values())
                .filter(role -> role.wire().equals(wire))
                .mapToInt(Role::ordinal)
                .findFirst()
                .orElse(Role.values().length);
    }

    /** Number on the latest map of the group that this conversation is; empty when it is not drawn there. */
    public Outcome<OptionalInt> place(OpenedCase opened, int conversation) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            Optional<String> key = house.lists().conversations(open.id()).stream()
                    .filter(known -> known.id() == conversation)
                    .map(known -> known.reference().key())
                    .findFirst();
            List<NetworkMap.Node> nodes =
                    house.drawnMaps().latest(open.id()).map(NetworkMap::nodes).orElse(List.of());
            return Outcome.done(IntStream.range(0, nodes.size())
                    .filter(number ->
                            key.filter(nodes.get(number).key()::equals).isPresent())
                    .findFirst());
        });
    }

    private List<TieLine> ties(OpenedCase open, int number, NetworkMap known, NetworkMap shown, NameMask mask) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < known.nodes().size(); i++) {
            numbers.put(known.nodes().get(i).key(), i);
        }
        String key = known.nodes().get(number).key();
        List<TieLine> lines = new ArrayList<>();
        for (StoredTieOfMap tie : house.maps().of(open.id(), key)) {
            String otherKey = tie.a().equals(key) ? tie.b() : tie.a();
            int other = numbers.getOrDefault(otherKey, -1);
            lines.add(new TieLine(
                    other,
                    other < 0
                            ? mask.text(otherKey)
                            : shown.nodes().get(other).label().name(),
                    other < 0 ? "" : shown.nodes().get(other).role(),
                    tie.kind(),
                    tie.a().equals(key),
                    tie.observations(),
                    tie.first(),
                    tie.last(),
                    tie.sources()));
        }
        return lines;
    }
}
