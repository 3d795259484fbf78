package suluh.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import suluh.app.api.Problems.Misuse;
import suluh.app.door.Refused;
import suluh.app.flow.AnswerOnce;
import suluh.app.flow.AnswerOnce.Answer;
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
        AtomicReference<@Nullable Refused> refusal = new AtomicReference<>();
        boolean isMade = false;
        try {
            Optional<Answer> answer = flow.inOneStep(keyId, key, () -> tried(work, refusal));
            isMade = answer.isPresent();
            return answer.map(made -> answer(made.status(), made.location(), made.body()))
                    .orElseThrow(() -> Objects.requireNonNull(refusal.get()));
        } finally {
            if (!isMade) {
                flow.gaveUp(keyId, key);
            }
        }
    }

    /** A refusal must not undo the transaction, in which it is recorded. */
    private Optional<Answer> tried(Supplier<Made> work, AtomicReference<@Nullable Refused> refusal) {
        try {
            Made made = work.get();
            return Optional.of(
                    new Answer(HttpStatus.CREATED.value(), made.location(), json.writeValueAsString(made.body())));
        } catch (Refused refused) {
            refusal.set(refused);
            return Optional.empty();
        }
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
