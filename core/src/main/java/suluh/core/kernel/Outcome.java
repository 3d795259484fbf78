package suluh.core.kernel;

import java.util.function.Function;

/** Result of an act that the domain may decline: either the value or the refusal, never both. */
public sealed interface Outcome<T> {
    /** The act took place. */
    record Done<T>(T value) implements Outcome<T> {}

    /** The act was declined and changed nothing. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(ErrorCode code, String message) {
        return new Refused<>(Refusal.of(code, message));
    }

    /** The outcome of {@code next} on the value, or this refusal unchanged. */
    default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
        return switch (this) {
            case Done<T> done -> next.apply(done.value());
            case Refused<T> refused -> new Refused<>(refused.refusal());
        };
    }
}
