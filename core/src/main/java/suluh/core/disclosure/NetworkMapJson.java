package suluh.core.disclosure;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonBoolean;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonValue;
import suluh.core.network.NetworkMap;
import suluh.core.network.NetworkMap.Label;
import suluh.core.network.NetworkMap.Link;
import suluh.core.network.NetworkMap.Node;
import suluh.core.network.NetworkPicture;

/** A map of the network as the JSON of {@code docs/formats/network-map.md}, version {@value #FORMAT}, and back. */
public final class NetworkMapJson {
    public static final String FORMAT = "suluh-network-map/1";

    private NetworkMapJson() {}

    /** The map as one JSON object; the same map gives an equal object. */
    public static JsonObject of(NetworkMap map) {
        return JsonObject.builder()
                .put("format", FORMAT)
                .put("left", map.left())
                .put(
                        "nodes",
                        JsonArray.of(
                                map.nodes().stream().map(NetworkMapJson::node).toList()))
                .put(
                        "links",
                        JsonArray.of(
                                map.links().stream().map(NetworkMapJson::link).toList()))
                .build();
    }

    private static JsonObject node(Node node) {
        return JsonObject.builder()
                .put("key", node.key())
                .put("name", node.label().name())
                .put("platforms", words(node.label().platforms()))
                .put("group", node.isGroup())
                .put("community", node.community())
                .put("colour", NetworkPicture.colour(node.community()))
                .put("degree", node.degree())
                .put("betweenness", node.betweenness())
                .put("core", node.core())
                .put("role", node.role())
                .put("marked", node.isMarked())
                .put("x", node.x())
                .put("y", node.y())
                .put("radius", node.radius())
                .build();
    }

    private static JsonObject link(Link link) {
        JsonObject.Builder json = JsonObject.builder()
                .put("a", link.a())
                .put("b", link.b())
                .put("kinds", words(link.kinds()))
                .put("observations", link.observations());
        time(json, "first", link.first());
        time(json, "last", link.last());
        return json.build();
    }

    private static void time(JsonObject.Builder json, String key, @Nullable Instant time) {
        if (time != null) {
            json.put(key, time.toString());
        }
    }

    private static JsonArray words(SortedSet<String> words) {
        return JsonArray.of(words.stream().map(JsonString::new).toList());
    }

    /** The map that this JSON tells; what {@link #of} wrote, with names masked perhaps. */
    public static NetworkMap parse(JsonObject json) {
        List<Node> nodes = new ArrayList<>();
        objects(json, "nodes").forEach(node -> nodes.add(node(node)));
        List<Link> links = new ArrayList<>();
        objects(json, "links").forEach(link -> links.add(link(link)));
        return new NetworkMap(nodes, links, whole(json, "left"));
    }

    private static Node node(JsonObject json) {
        return new Node(
                text(json, "key"),
                new Label(text(json, "name"), words(json, "platforms")),
                json.member("group").filter(new JsonBoolean(true)::equals).isPresent(),
                whole(json, "community"),
                whole(json, "degree"),
                number(json, "betweenness"),
                whole(json, "core"),
                text(json, "role"),
                number(json, "x"),
                number(json, "y"),
                number(json, "radius"));
    }

    private static Link link(JsonObject json) {
        return new Link(
                whole(json, "a"),
                whole(json, "b"),
                words(json, "kinds"),
                json.whole("observations").orElse(1L),
                time(json, "first"),
                time(json, "last"));
    }

    private static List<JsonObject> objects(JsonObject json, String key) {
        List<JsonObject> objects = new ArrayList<>();
        if (json.member(key).orElse(JsonArray.of(List.of())) instanceof JsonArray array) {
            for (JsonValue value : array.values()) {
                if (value instanceof JsonObject object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    private static SortedSet<String> words(JsonObject json, String key) {
        SortedSet<String> words = new TreeSet<>();
        if (json.member(key).orElse(JsonArray.of(List.of())) instanceof JsonArray array) {
            for (JsonValue value : array.values()) {
                if (value instanceof JsonString string) {
                    words.add(string.value());
                }
            }
        }
        return words;
    }

    private static String text(JsonObject json, String key) {
        return json.text(key).orElse("");
    }

    private static int whole(JsonObject json, String key) {
        return Math.toIntExact(json.whole(key).orElse(0L));
    }

    private static double number(JsonObject json, String key) {
        return json.member(key).orElse(JsonNumber.of(0)) instanceof JsonNumber number ? number.value() : 0;
    }

    private static @Nullable Instant time(JsonObject json, String key) {
        try {
            return json.text(key).map(Instant::parse).orElse(null);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no time stands under " + key, e);
        }
    }
}
