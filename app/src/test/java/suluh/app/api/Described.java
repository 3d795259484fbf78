package suluh.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;

/** The served description, held against answers: a status that it does not name fails the test that met it. */
final class Described {
    private static final Map<String, Set<String>> STATUSES = statuses();

    private Described() {}

    /** Requires the status of an answer to be described, and its body to have the shape that is. */
    static void requireAnswer(String method, String path, HttpResponse<String> answer) {
        requireStatus(method, path, answer.statusCode());
        AnswerShape.require(method, path, answer.statusCode(), answer.body());
    }

    /** Requires that the description names this status for the route of this path; paths of no route pass. */
    static void requireStatus(String method, String path, int status) {
        String plain = ApiConfiguration.BASE + path.replaceFirst("\\?.*", "");
        STATUSES.forEach((route, statuses) -> {
            if ((method + " " + plain).matches(route.replaceAll("\\{[a-z]+}", "[^/]+"))) {
                assertThat(statuses).as("statuses of %s in openapi.json", route).contains(String.valueOf(status));
            }
        });
    }

    private static Map<String, Set<String>> statuses() {
        Map<String, Set<String>> statuses = new TreeMap<>();
        try (InputStream in = Described.class.getResourceAsStream("/api/openapi.json")) {
            JsonObject paths =
                    object(JsonParser.parseObject(in.readAllBytes()), "paths").orElseThrow();
            paths.members()
                    .keySet()
                    .forEach(path -> object(paths, path)
                            .orElseThrow()
                            .members()
                            .keySet()
                            .forEach(method -> object(paths, path)
                                    .flatMap(operations -> object(operations, method))
                                    .flatMap(operation -> object(operation, "responses"))
                                    .ifPresent(responses -> statuses.put(
                                            method.toUpperCase(Locale.ROOT) + " " + path,
                                            responses.members().keySet()))));
        } catch (IOException | JsonSyntaxException e) {
            throw new IllegalStateException("the description of the API cannot be read", e);
        }
        return statuses;
    }

    private static Optional<JsonObject> object(JsonObject json, String key) {
        JsonValue value = json.member(key).orElse(null);
        return value instanceof JsonObject found ? Optional.of(found) : Optional.empty();
    }
}
