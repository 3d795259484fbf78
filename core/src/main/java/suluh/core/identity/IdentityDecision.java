package suluh.core.identity;

import java.util.List;
import java.util.Locale;

/**
 * What a person decided about accounts; it outranks every score, for as long as it is not undone.
 *
 * @param id of the decision
 * @param kind what was decided
 * @param left accounts on one side, in text order
 * @param right accounts on the other
 */
public record IdentityDecision(String id, Kind kind, List<String> left, List<String> right) {
    /** A side names at most so many accounts; an actor has no more. */
    public static final int MAX_ACCOUNTS_OF_A_SIDE = 100;

    /** Kinds of decision. */
    public enum Kind {
        /** All accounts named are one actor. */
        MERGE,
        /** No account of one side is of the same actor as any of the other; what held them together is cut. */
        SPLIT,
        /** The two were not joined and shall not be. */
        NOT_THE_SAME;

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public IdentityDecision {
        left = left.stream().distinct().sorted().toList();
        right = right.stream().distinct().sorted().toList();
        if (left.isEmpty() || right.isEmpty() || left.stream().anyMatch(right::contains)) {
            throw new IllegalArgumentException("a decision names two sides that share no account");
        }
        if (left.size() > MAX_ACCOUNTS_OF_A_SIDE || right.size() > MAX_ACCOUNTS_OF_A_SIDE) {
            throw new IllegalArgumentException("a side names at most " + MAX_ACCOUNTS_OF_A_SIDE + " accounts");
        }
    }
}
