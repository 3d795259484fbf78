package suluh.core.identity.account;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import suluh.core.identity.IdentityDecision;

/** What persons decided, by pair of accounts. */
final class Decisions {
    /** Two accounts that a person held to be one. */
    record Merged(String a, String b) {}

    private final Set<String> apart = new HashSet<>();
    private final List<Merged> merged = new ArrayList<>();

    void add(IdentityDecision decision) {
        switch (decision.kind()) {
            case MERGE -> {
                String first = decision.left().getFirst();
                decision.left().stream().skip(1).forEach(other -> merged.add(new Merged(first, other)));
                decision.right().forEach(other -> merged.add(new Merged(first, other)));
            }
            case SPLIT, NOT_THE_SAME ->
                decision.left().forEach(left -> decision.right().forEach(right -> apart.add(pair(left, right))));
        }
    }

    private static String pair(String a, String b) {
        return a.compareTo(b) < 0 ? a + "\n" + b : b + "\n" + a;
    }

    boolean areApart(String a, String b) {
        return !apart.isEmpty() && apart.contains(pair(a, b));
    }

    boolean keepApartAnything() {
        return !apart.isEmpty();
    }

    List<Merged> merged() {
        return merged;
    }
}
