package suluh.core.disclosure.uco;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonBoolean;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonValue;

/** One object of a graph while it is put together; every object has a name, since UCO allows no blank nodes. */
final class Node {
    private final SequencedMap<String, List<JsonValue>> members = new LinkedHashMap<>();
    private final String id;
    private final Term type;

    Node(String id, Term type) {
        this.id = id;
        this.type = type;
    }

    Node text(Term property, String value) {
        return add(property, new JsonString(value));
    }

    Node flag(Term property, boolean value) {
        return add(property, new JsonBoolean(value));
    }

    Node time(Term property, Instant value) {
        return typed(property, "xsd:dateTime", value.toString());
    }

    Node whole(Term property, long value) {
        return typed(property, "xsd:integer", Long.toString(value));
    }

    /** A value whose type JSON does not tell. */
    Node typed(Term property, String type, String value) {
        return add(
                property,
                JsonObject.builder().put("@type", type).put("@value", value).build());
    }

    Node link(Term property, String id) {
        return add(property, JsonObject.builder().put("@id", id).build());
    }

    /** An object that stands inside this one. */
    Node inner(Term property, Node node) {
        return add(property, node.json());
    }

    private Node add(Term property, JsonValue value) {
        members.computeIfAbsent(property.compact(), ignored -> new ArrayList<>())
                .add(value);
        return this;
    }

    JsonObject json() {
        JsonObject.Builder json = JsonObject.builder().put("@id", id).put("@type", type.compact());
        members.forEach((key, values) -> json.put(key, values.size() == 1 ? values.getFirst() : JsonArray.of(values)));
        return json.build();
    }
}
