package suluh.core.disclosure.selection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonValue;
import suluh.core.disclosure.redaction.RedactionKind;

/** A plan as JSON, as the store keeps it; only {@link #of} writes what {@link #parse} reads. */
public final class PlanJson {
    private PlanJson() {}

    /** The plan as JSON. */
    public static JsonObject of(DisclosurePlan plan) {
        Selection selection = plan.selection();
        JsonObject.Builder chosen = JsonObject.builder()
                .put("conversations", texts(selection.conversations()))
                .put("accounts", texts(selection.accounts()));
        putTime(chosen, "from", selection.from());
        putTime(chosen, "until", selection.until());
        JsonObject.Builder figures = JsonObject.builder();
        plan.figures().forEach(figures::put);
        return JsonObject.builder()
                .put("id", plan.id())
                .put("case", plan.caseNumber())
                .put("selection", chosen.build())
                .put("subjects", texts(plan.subjects()))
                .put(
                        "words",
                        JsonArray.of(plan.words().stream()
                                .map(word -> (JsonValue) JsonObject.builder()
                                        .put("kind", word.kind().wire())
                                        .put("text", word.text())
                                        .build())
                                .toList()))
                .put("purpose", plan.purpose())
                .put("recipient", plan.recipient())
                .put("plannedBy", plan.plannedBy())
                .put("plannedAt", plan.plannedAt().toString())
                .put("figures", figures.build())
                .put(
                        "exclusions",
                        JsonArray.of(plan.exclusions().stream()
                                .map(PlanJson::exclusion)
                                .toList()))
                .build();
    }

    private static JsonValue exclusion(Exclusion exclusion) {
        return JsonObject.builder()
                .put("reason", exclusion.reason().wire())
                .put("kind", exclusion.kind())
                .put("key", exclusion.key())
                .put("messages", exclusion.messages())
                .build();
    }

    private static JsonArray texts(Collection<String> texts) {
        return JsonArray.of(
                texts.stream().map(text -> (JsonValue) new JsonString(text)).toList());
    }

    private static void putTime(JsonObject.Builder json, String key, @Nullable Instant at) {
        if (at != null) {
            json.put(key, at.toString());
        }
    }

    /** The plan of this JSON, which {@link #of} wrote. */
    public static DisclosurePlan parse(JsonObject json) {
        JsonObject chosen = (JsonObject) json.member("selection").orElseThrow();
        SortedMap<String, Long> figures = new TreeMap<>();
        JsonObject numbers = (JsonObject) json.member("figures").orElseThrow();
        for (Map.Entry<String, JsonValue> figure : numbers.members().entrySet()) {
            figures.put(figure.getKey(), ((JsonNumber) figure.getValue()).whole());
        }
        return new DisclosurePlan(
                text(json, "id"),
                text(json, "case"),
                new Selection(
                        texts(chosen, "conversations"),
                        texts(chosen, "accounts"),
                        chosen.text("from").map(Instant::parse).orElse(null),
                        chosen.text("until").map(Instant::parse).orElse(null)),
                texts(json, "subjects"),
                objects(json, "words").stream()
                        .map(word -> new HiddenWord(
                                RedactionKind.ofWire(text(word, "kind")).orElseThrow(), text(word, "text")))
                        .toList(),
                text(json, "purpose"),
                // A plan of an older version says it in its purpose.
                json.text("recipient").orElse(text(json, "purpose")),
                text(json, "plannedBy"),
                Instant.parse(text(json, "plannedAt")),
                figures,
                objects(json, "exclusions").stream()
                        .map(exclusion -> new Exclusion(
                                ExclusionReason.ofWire(text(exclusion, "reason"))
                                        .orElseThrow(),
                                text(exclusion, "kind"),
                                text(exclusion, "key"),
                                exclusion.whole("messages").orElseThrow()))
                        .toList());
    }

    private static String text(JsonObject json, String key) {
        return json.text(key).orElseThrow();
    }

    private static SortedSet<String> texts(JsonObject json, String key) {
        SortedSet<String> texts = new TreeSet<>();
        for (JsonValue value : ((JsonArray) json.member(key).orElseThrow()).values()) {
            texts.add(((JsonString) value).value());
        }
        return texts;
    }

    private static List<JsonObject> objects(JsonObject json, String key) {
        List<JsonObject> objects = new ArrayList<>();
        for (JsonValue value : ((JsonArray) json.member(key).orElseThrow()).values()) {
            objects.add((JsonObject) value);
        }
        return objects;
    }
}
