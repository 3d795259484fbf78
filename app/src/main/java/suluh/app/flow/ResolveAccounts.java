package suluh.app.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import suluh.app.store.DecisionStore.StoredDecision;
import suluh.app.store.ObservationStore.StoredOwner;
import suluh.app.store.StoredAccount;
import suluh.core.identity.OwnerFact;
import suluh.core.identity.Resolution;
import suluh.core.identity.account.AccountResolver;
import suluh.core.observation.SourcePointer;
import suluh.exports.meta.MetaPaths;

/** Says which accounts of a case are one actor, from the observations and from what persons decided. */
final class ResolveAccounts {
    private ResolveAccounts() {}

    /** The resolver, filled with the case: its accounts, holders of exports, and the decisions that hold. */
    static AccountResolver prepared(House house, int caseId, CaseMaterial material) {
        AccountResolver resolver = AccountFacts.resolver(house, caseId, material);
        addOwners(material, resolver);
        house.decisions().all(caseId).stream()
                .filter(StoredDecision::holds)
                .forEach(stored -> resolver.add(stored.decision()));
        return resolver;
    }

    static Resolution run(House house, int caseId, CaseMaterial material) {
        return prepared(house, caseId, material).resolve();
    }

    /** Keeps what an analysis concluded for the pages, as long as nothing changes that it rests on. */
    static void keep(House house, int caseId, String restsOn, int erasures, Resolution resolution) {
        kept(house, caseId, restsOn, erasures).make(() -> resolution);
    }

    /**
     * The present resolution: what the last analysis kept, or worked out once when a decision or a reading has changed it
     * since.
     */
    static Resolution present(House house, int caseId) {
        int erasures = house.erasures().count(caseId);
        KeptView<Resolution> kept = kept(house, caseId, house.findings().basis(caseId), erasures);
        Optional<Resolution> known = kept.find();
        if (known.isPresent()) {
            return known.get();
        }
        Lock lock = house.resolving(caseId);
        lock.lock();
        try {
            return kept.find()
                    .orElseGet(() ->
                            kept.make(() -> run(house, caseId, new CaseMaterial(house.observations(), caseId))));
        } finally {
            lock.unlock();
        }
    }

    private static KeptView<Resolution> kept(House house, int caseId, String restsOn, int erasures) {
        return KeptView.unmasked(house, caseId, "resolution", restsOn, erasures, Resolution.class);
    }

    /**
     * Meta's exports give names and no ids. One record names the holder: as the account with its id, and as the holder
     * of the export (a bare scope). In each thread of that export the participant of the holder's name is the holder.
     */
    private static void addOwners(CaseMaterial material, AccountResolver resolver) {
        Map<SourcePointer, List<String>> keysBySource = new HashMap<>();
        for (StoredOwner owner : material.owners()) {
            keysBySource
                    .computeIfAbsent(owner.source(), ignored -> new ArrayList<>())
                    .add(material.accountKey(owner.account()));
        }
        keysBySource.forEach((source, keys) -> {
            String holder = keys.stream()
                    .filter(ResolveAccounts::isBareScope)
                    .findFirst()
                    .orElse(null);
            String account =
                    keys.stream().filter(key -> !isBareScope(key)).findFirst().orElse(null);
            if (holder == null || account == null) {
                return;
            }
            resolver.add(new OwnerFact(account, holder, source, source));
            String root = holder.substring(holder.indexOf("@") + 1);
            String name = material.nameOf(account);
            for (StoredAccount participant : material.namedAccounts(name)) {
                String scope = scopeOf(participant.key(), name);
                if (!scope.isEmpty() && MetaPaths.rootOf(scope).equals(root) && isThreadOf(participant, account)) {
                    resolver.add(
                            new OwnerFact(account, participant.key(), source, material.firstRecord(participant.id())));
                }
            }
        });
    }

    private static boolean isBareScope(String key) {
        return key.startsWith(":~@", key.indexOf(':'));
    }

    private static String scopeOf(String key, String name) {
        String prefix = ":~" + name + "@";
        int colon = key.indexOf(':');
        return key.startsWith(prefix, colon) ? key.substring(colon + prefix.length()) : "";
    }

    /** Messenger's threads lie in Facebook's export, Instagram's in its own. */
    private static boolean isThreadOf(StoredAccount participant, String account) {
        boolean instagram = account.startsWith("instagram:");
        return participant.key().startsWith("instagram:") == instagram;
    }
}
