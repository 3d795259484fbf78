package suluh.app.store;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Finds a thing of a case by its number in the list of all in their order.
 *
 * <p>Numbers run from 1 and ascend; where an item was purged some have nothing, and none is given twice.
 */
public final class Numbered {
    private Numbered() {}

    /** The thing of this number; empty when there is none. At once where no number is missing, else in logarithmic time. */
    public static <T> Optional<T> find(List<T> ordered, ToIntFunction<T> numberOf, int number) {
        int low = 0;
        int high = Math.min(number, ordered.size()) - 1; // no thing stands behind the place of its number
        int at = high;
        while (low <= high) {
            T thing = ordered.get(at);
            int found = numberOf.applyAsInt(thing);
            if (found == number) {
                return Optional.of(thing);
            }
            if (found < number) {
                low = at + 1;
            } else {
                high = at - 1;
            }
            at = (low + high) >>> 1;
        }
        return Optional.empty();
    }

    /** The thing of this number, which some record of the case names. */
    public static <T> T get(List<T> ordered, ToIntFunction<T> numberOf, int number) {
        return find(ordered, numberOf, number)
                .orElseThrow(() -> new IllegalStateException(
                        "a record of the case names number " + number + ", which the case does not have"));
    }

    /** The highest number in use, or 0. */
    public static <T> int last(List<T> ordered, ToIntFunction<T> numberOf) {
        return ordered.isEmpty() ? 0 : numberOf.applyAsInt(ordered.getLast());
    }
}
