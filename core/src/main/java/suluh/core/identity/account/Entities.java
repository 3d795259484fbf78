package suluh.core.identity.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import suluh.core.identity.OwnerFact;

/**
 * Accounts that an export itself says to be one, taken together before anything is compared: the account that the export
 * was made of, and the participants that stand for its holder in the threads of the export.
 */
final class Entities {
    private static final Comparator<String> IDENTIFIED_FIRST =
            Comparator.comparing((String key) -> key.contains(":~")).thenComparing(Comparator.naturalOrder());

    private final List<AccountTraits> entities = new ArrayList<>();
    private final List<List<String>> members = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param owners statements of exports; one that a decision contradicts is not followed */
    Entities(SortedMap<String, AccountTraits> accounts, List<OwnerFact> owners, Decisions decisions) {
        Map<String, SortedSet<String>> groups = new HashMap<>();
        for (OwnerFact owner : owners) {
            join(groups, owner.owner(), owner.participant(), decisions);
        }
        SortedMap<String, SortedSet<String>> byRepresentative = new TreeMap<>();
        accounts.keySet().forEach(key -> {
            SortedSet<String> group = groups.getOrDefault(key, new TreeSet<>(List.of(key)));
            byRepresentative.put(group.stream().min(IDENTIFIED_FIRST).orElse(key), group);
        });
        byRepresentative.forEach((representative, group) -> {
            group.forEach(key -> numbers.put(key, members.size()));
            members.add(List.copyOf(group));
        });
        List<String> representatives = List.copyOf(byRepresentative.keySet());
        for (int number = 0; number < members.size(); number++) {
            AccountTraits.Builder builder = AccountTraits.of(representatives.get(number));
            for (String member : members.get(number)) {
                AccountTraits traits = accounts.get(member);
                if (traits != null) {
                    builder.absorb(traits, partner -> {
                        Integer of = numbers.get(partner);
                        return of == null ? partner : representatives.get(of);
                    });
                }
            }
            entities.add(builder.build());
        }
    }

    private static void join(Map<String, SortedSet<String>> groups, String a, String b, Decisions decisions) {
        SortedSet<String> one = groups.computeIfAbsent(a, key -> new TreeSet<>(List.of(key)));
        SortedSet<String> other = groups.computeIfAbsent(b, key -> new TreeSet<>(List.of(key)));
        boolean contradicted = decisions.keepApartAnything()
                && one.stream().anyMatch(x -> other.stream().anyMatch(y -> decisions.areApart(x, y)));
        if (!one.contains(b) && !contradicted) {
            one.addAll(other);
            other.forEach(key -> groups.put(key, one));
        }
    }

    List<AccountTraits> all() {
        return entities;
    }

    AccountTraits entity(int number) {
        return entities.get(number);
    }

    /** Keys of the accounts that are this one, in text order. */
    List<String> members(int number) {
        return members.get(number);
    }

    /** Number of the entity of this account, or -1 when the case has no such account. */
    int of(String account) {
        return numbers.getOrDefault(account, -1);
    }
}
