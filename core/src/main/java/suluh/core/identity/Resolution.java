package suluh.core.identity;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the resolver concluded.
 *
 * @param actors in order of id
 * @param suggested links that a person is asked to judge, in their order
 * @param actorOfAccount actor id by account key, for the accounts that were joined
 */
public record Resolution(List<Actor> actors, List<AccountLink> suggested, SortedMap<String, String> actorOfAccount) {
    public Resolution {
        actors = List.copyOf(actors);
        suggested = List.copyOf(suggested);
        actorOfAccount = Collections.unmodifiableSortedMap(new TreeMap<>(actorOfAccount));
    }

    /** Key under which this account's ties are counted: its actor, else itself. */
    public String representative(String account) {
        return actorOfAccount.getOrDefault(account, account);
    }
}
