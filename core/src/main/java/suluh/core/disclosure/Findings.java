package suluh.core.disclosure;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.core.identity.AccountLink;
import suluh.core.identity.Actor;

/**
 * All that the analyses say of one case: a function of the sealed bytes and of what persons decided about accounts.
 *
 * <p>Nothing here depends on when, where or by whom it was made, so that the same input gives the same bytes.
 *
 * @param items items received
 * @param sizeBytes their size
 * @param reading what was read and what was not
 * @param observations observations by kind
 * @param groups largest first
 * @param actors in order of id
 * @param suggested links that join nothing: for a person to judge, suggested, or cut
 * @param accounts leading accounts, highest priority first
 * @param conversations highest score first
 * @param network the network in figures
 * @param media media by hash: known, copied, not decoded
 */
public record Findings(
        long items,
        long sizeBytes,
        ReadingTotals reading,
        SortedMap<String, Long> observations,
        List<GroupFinding> groups,
        List<Actor> actors,
        List<AccountLink> suggested,
        List<AccountFinding> accounts,
        List<ConversationFinding> conversations,
        NetworkFinding network,
        MediaFindings media) {
    public Findings {
        observations = Collections.unmodifiableSortedMap(new TreeMap<>(observations));
        groups = List.copyOf(groups);
        actors = List.copyOf(actors);
        suggested = List.copyOf(suggested);
        accounts = List.copyOf(accounts);
        conversations = List.copyOf(conversations);
    }
}
