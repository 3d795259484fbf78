package suluh.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of the served description, held against bodies: exactly the keys that are described, of the types described. */
final class AnswerShape {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode DESCRIPTION = description();

    private AnswerShape() {}

    /** Requires of a body that it has the shape that the description states for this route and status, where it does. */
    static void require(String method, String path, int status, String body) {
        String plain = (ApiConfiguration.BASE + path).replaceFirst("\\?.*", "");
        DESCRIPTION.path("paths").propertyStream().forEach(route -> {
            JsonNode schema = route.getValue()
                    .path(method.toLowerCase(java.util.Locale.ROOT))
                    .path("responses")
                    .path(String.valueOf(status))
                    .path("content")
                    .path("application/json")
                    .path("schema");
            if (plain.matches(route.getKey().replaceAll("\\{[a-z]+}", "[^/]+")) && schema.isObject()) {
                check(method + " " + route.getKey(), schema, JSON.readTree(body));
            }
        });
    }

    private static void check(String where, JsonNode schema, JsonNode value) {
        JsonNode named = schema.path("$ref");
        if (named.isString()) {
            String name = named.stringValue().replaceFirst(".*/", "");
            check(
                    where + " " + name,
                    DESCRIPTION.path("components").path("schemas").path(name),
                    value);
            return;
        }
        JsonNode type = schema.path("type");
        if (!type.isMissingNode()) {
            assertThat(type.isArray() ? type.toString() : "\"" + type.stringValue() + "\"")
                    .as(where)
                    .contains("\"" + typeOf(value) + "\"");
        }
        if (value.isArray() && schema.has("items")) {
            value.forEach(item -> check(where + "[]", schema.path("items"), item));
        }
        JsonNode properties = schema.path("properties");
        if (value.isObject() && properties.isObject()) {
            TreeSet<String> described = new TreeSet<>(properties.propertyNames());
            assertThat(new TreeSet<>(value.propertyNames())).as(where).isEqualTo(described);
            value.propertyStream()
                    .forEach(member ->
                            check(where + "." + member.getKey(), properties.path(member.getKey()), member.getValue()));
        }
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> throw new IllegalStateException("no JSON type: " + value.getNodeType());
        };
    }

    private static JsonNode description() {
        try (InputStream in = AnswerShape.class.getResourceAsStream("/api/openapi.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("the description of the API cannot be read", e);
        }
    }
}
