package suluh.app.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.StoredConversation;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;

/** What the latest findings of a case say of its conversations, by their number, highest score first. */
final class ConversationFindings {
    private final Map<Integer, JsonObject> byConversation = new LinkedHashMap<>();

    private ConversationFindings() {}

    /** Of the latest findings; empty when none were made. Names stand in it unmasked. */
    static ConversationFindings of(House house, OpenedCase opened) {
        ConversationFindings all = new ConversationFindings();
        Optional<byte[]> latest = house.findings().latest(opened.id());
        if (latest.isEmpty()) {
            return all;
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (StoredConversation conversation : house.observations().conversations(opened.id())) {
            numbers.put(conversation.reference().key(), conversation.id());
        }
        try {
            JsonObject findings = JsonParser.parseObject(latest.get());
            for (JsonObject conversation : objects(findings, "conversations")) {
                Integer number = numbers.get(conversation.text("key").orElse(""));
                if (number != null) {
                    all.byConversation.put(number, conversation);
                }
            }
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("stored findings are no JSON: " + e.getMessage(), e);
        }
        return all;
    }

    Map<Integer, JsonObject> all() {
        return byConversation;
    }

    Optional<JsonObject> of(int conversation) {
        return Optional.ofNullable(byConversation.get(conversation));
    }

    /** Band of a conversation: background when the findings do not list it. */
    String band(int conversation) {
        return of(conversation).flatMap(found -> found.text("band")).orElse("background");
    }

    double score(int conversation) {
        return of(conversation).map(found -> number(found, "score")).orElse(0.0);
    }

    static double number(JsonObject object, String key) {
        return object.member(key).orElse(null) instanceof JsonNumber number ? number.value() : 0;
    }

    /** Objects of an array, or none. */
    static List<JsonObject> objects(JsonObject object, String key) {
        List<JsonObject> objects = new ArrayList<>();
        if (object.member(key).orElse(null) instanceof JsonArray array) {
            for (JsonValue value : array.values()) {
                if (value instanceof JsonObject one) {
                    objects.add(one);
                }
            }
        }
        return objects;
    }
}
