package suluh.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import suluh.app.api.Problems.Misuse;
import suluh.app.flow.AnswerOnce;
import suluh.app.flow.AnswerOnce.Turn;
import suluh.app.flow.House;
import suluh.core.kernel.Sha256Digest;
import tools.jackson.databind.ObjectMapper;

/** Makes a POST safe to send again: with the same {@code Idempotency-Key} its work is done once and answered alike. */
final class Once {
    private static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY_CHARS = 100;

    private final AnswerOnce flow;
    private final ObjectMapper json;

    Once(House house, ObjectMapper json) {
        this.flow = new AnswerOnce(house);
        this.json = json;
    }

    /** What was made, and where it can be found. */
    record Made(String location, Object body) {}

    /** Does the work, unless it was done under the request's idempotency key; refusals are not kept. */
    ResponseEntity<String> create(HttpServletRequest request, Object body, Supplier<Made> work) {
        String key = request.getHeader(HEADER);
        if (key == null || key.isBlank() || key.length() > MAX_KEY_CHARS) {
            throw new Misuse(
                    HttpStatus.BAD_REQUEST,
                    "IDEMPOTENCY_KEY_NEEDED",
                    "Send the header " + HEADER + " with at most " + MAX_KEY_CHARS
                            + " characters, fresh for each act.");
        }
        String keyId = (String) request.getAttribute(ApiGate.KEY_ID);
        return switch (flow.begin(keyId, key, digest(request, body))) {
            case Turn.First ignored -> first(keyId, key, work);
            case Turn.Again again -> answer(again.status(), again.location(), again.body());
            case Turn.Busy ignored ->
                throw new Misuse(HttpStatus.CONFLICT, "REQUEST_AT_WORK", "The first request with this key is at work.");
            case Turn.Differs ignored ->
                throw new Misuse(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "IDEMPOTENCY_KEY_REUSED",
                        "This key was used for another request; take a fresh one.");
        };
    }

    private ResponseEntity<String> first(String keyId, String key, Supplier<Made> work) {
        boolean isMade = false;
        try {
            ResponseEntity<String> answer = first(keyId, key, work.get());
            isMade = true;
            return answer;
        } finally {
            if (!isMade) {
                flow.gaveUp(keyId, key);
            }
        }
    }

    private ResponseEntity<String> first(String keyId, String key, Made made) {
        String body = json.writeValueAsString(made.body());
        flow.answered(keyId, key, HttpStatus.CREATED.value(), made.location(), body);
        return answer(HttpStatus.CREATED.value(), made.location(), body);
    }

    private static ResponseEntity<String> answer(int status, String location, String body) {
        return ResponseEntity.status(status)
                .location(URI.create(location))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private Sha256Digest digest(HttpServletRequest request, Object body) {
        String text = request.getMethod() + " " + request.getRequestURI() + "\n" + json.writeValueAsString(body);
        return Sha256Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
