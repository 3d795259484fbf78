package suluh.core.identity;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the resolver concluded.
 *
 * @param actors in order of id
 * @param suggested ties that join nothing: to judge, suggested or cut, in their order
 * @param actorOfAccount actor id by account key, for the accounts that were joined
 * @param figures how it was done
 */
public record Resolution(
        List<Actor> actors, List<AccountLink> suggested, SortedMap<String, String> actorOfAccount, Figures figures) {
    /**
     * How much was compared.
     *
     * @param accounts accounts of the case
     * @param comparedPairs pairs that met in a block
     * @param blocksPassedOver blocks too large to tell anybody apart
     * @param blockingRecall estimated share of the true pairs that met
     * @param suggestionsLeftOut weak suggestions beyond the number that is kept
     */
    public record Figures(
            int accounts, long comparedPairs, long blocksPassedOver, double blockingRecall, long suggestionsLeftOut) {
        /** Of nothing. */
        public static final Figures NONE = new Figures(0, 0, 0, 1, 0);
    }

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
