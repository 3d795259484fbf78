package suluh.app.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.StoredConversation;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonValue;

/** What the latest findings of a case say of its conversations, by their number, highest score first. */
final class ConversationFindings {
    private final Map<Integer, JsonObject> byConversation = new LinkedHashMap<>();

    private ConversationFindings() {}

    /**
     * Of the latest findings; empty when none were made. Names stand in it unmasked.
     *
     * <p>Cost: one small query, while the findings stay the same; else they are parsed once for everybody.
     */
    static ConversationFindings of(House house, OpenedCase opened) {
        return house.parsedFindings()
                .latest(opened.id())
                .map(findings -> house.conversationFindings()
                        .of(findings, () -> made(findings, house.lists().conversations(opened.id()))))
                .orElseGet(ConversationFindings::new);
    }

    private static ConversationFindings made(JsonObject findings, List<StoredConversation> conversations) {
        Map<String, Integer> numbers = new HashMap<>();
        conversations.forEach(
                conversation -> numbers.put(conversation.reference().key(), conversation.id()));
        ConversationFindings all = new ConversationFindings();
        for (JsonObject conversation : objects(findings, "conversations")) {
            Integer number = numbers.get(conversation.text("key").orElse(""));
            if (number != null) {
                all.byConversation.put(number, conversation);
            }
        }
        return all;
    }

    /** What was made of findings, as long as the store gives the same ones. Thread-safe. */
    static final class Held {
        private static final int MAX_FINDINGS = 16;

        /** By identity: to compare megabytes of findings would cost more than to read them again. */
        private final IdentityHashMap<JsonObject, ConversationFindings> held = new IdentityHashMap<>();

        /** Forgets all of it, as findings were erased. */
        void forget() {
            synchronized (held) {
                held.clear();
            }
        }

        private ConversationFindings of(JsonObject findings, Supplier<ConversationFindings> make) {
            synchronized (held) {
                ConversationFindings known = held.get(findings);
                if (known != null) {
                    return known;
                }
                ConversationFindings made = make.get();
                if (held.size() >= MAX_FINDINGS) {
                    held.clear();
                }
                held.put(findings, made);
                return made;
            }
        }
    }

    Map<Integer, JsonObject> all() {
        return Collections.unmodifiableMap(byConversation);
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
