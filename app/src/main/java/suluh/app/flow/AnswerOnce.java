package suluh.app.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import suluh.app.store.KeyStore.Receipt;
import suluh.core.kernel.Sha256Digest;

/** Does the work of a request once, however often it is sent: by its idempotency key, across restarts. */
public final class AnswerOnce {
    /** A request that has not answered by then died with its process; the next one with its key does the work. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final House house;

    public AnswerOnce(House house) {
        this.house = house;
    }

    /** What a request with an idempotency key has to do. */
    public sealed interface Turn {
        /** Do the work, then say what was answered. */
        record First() implements Turn {}

        /** The work was done; answer this again. */
        record Again(int status, String location, String body) implements Turn {}

        /** Another request with this key is at work. */
        record Busy() implements Turn {}

        /** The key was used for another request. */
        record Differs() implements Turn {}
    }

    /** Claims the idempotency key of an API key for this request. */
    public Turn begin(String keyId, String idempotencyKey, Sha256Digest request) {
        Instant now = house.clock().instant();
        if (house.keys().claim(keyId, idempotencyKey, request.hex(), now, now.minus(PATIENCE))) {
            return new Turn.First();
        }
        Receipt receipt = house.keys().receipt(keyId, idempotencyKey).orElseThrow();
        if (!receipt.requestSha256().equals(request.hex())) {
            return new Turn.Differs();
        }
        return receipt.status() == 0
                ? new Turn.Busy()
                : new Turn.Again(receipt.status(), receipt.location(), receipt.body());
    }

    /** Lets the next request with the key do the work, since this one could not. */
    public void gaveUp(String keyId, String idempotencyKey) {
        house.keys().released(keyId, idempotencyKey);
    }

    /** What was answered. */
    public record Answer(int status, String location, String body) {}

    /**
     * Does the work and keeps what was answered in one transaction: after a crash both are there, or neither is.
     *
     * @param work gives nothing when it was refused; what it recorded of the refusal is kept, and no receipt
     */
    public Optional<Answer> inOneStep(String keyId, String idempotencyKey, Supplier<Optional<Answer>> work) {
        return house.database().inTransaction(() -> {
            Optional<Answer> answer = work.get();
            answer.ifPresent(
                    made -> house.keys().answered(keyId, idempotencyKey, made.status(), made.location(), made.body()));
            return answer;
        });
    }
}
