package suluh.core.kernel;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why the domain declined: a code, a sentence a person can act on, and the facts it rests on.
 *
 * @param code stable code
 * @param message what was found, what was expected, where, and what to do; never a child's words or a handle
 * @param facts ids and figures only, in key order
 */
public record Refusal(ErrorCode code, String message, SortedMap<String, String> facts) {
    public Refusal {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** Refusal without further facts. */
    public static Refusal of(ErrorCode code, String message) {
        return new Refusal(code, message, new TreeMap<>(Map.of()));
    }
}
