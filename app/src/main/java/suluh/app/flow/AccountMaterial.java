package suluh.app.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.app.store.AccountStore;
import suluh.app.store.AccountStore.Participant;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredContact;
import suluh.app.store.StoredConversation;
import suluh.app.store.StoredTie;
import suluh.core.observation.SourcePointer;

/**
 * What a profile needs of a case: one account, its conversations, and who it wrote with.
 *
 * <p>Grows with that account's ties, never with the case.
 */
final class AccountMaterial {
    private final StoredAccount account;
    private final List<StoredContact> contacts;
    private final Optional<SourcePointer> record;
    private final Map<Integer, StoredConversation> conversations = new HashMap<>();
    private final Map<Integer, StoredAccount> others = new HashMap<>();
    private final List<StoredTie> groups = new ArrayList<>();
    private final SortedMap<Integer, Integer> dialogues = new TreeMap<>();

    private AccountMaterial(AccountStore store, int caseId, StoredAccount account) {
        this.account = account;
        this.contacts = store.contacts(caseId, account.id());
        List<StoredTie> ties = store.ties(caseId, account.id());
        this.record = ties.stream()
                .map(StoredTie::source)
                .findFirst()
                .or(() -> contacts.stream().map(StoredContact::source).findFirst())
                .or(() -> store.holderRecord(caseId, account.id()));
        Set<Integer> numbers = new HashSet<>();
        ties.forEach(tie -> numbers.add(tie.conversation()));
        store.conversations(caseId, numbers).forEach(one -> conversations.put(one.id(), one));
        Map<Integer, List<Integer>> participants = new HashMap<>();
        for (Participant participant : store.participants(caseId, numbers)) {
            participants
                    .computeIfAbsent(participant.conversation(), ignored -> new ArrayList<>())
                    .add(participant.account());
        }
        for (StoredTie tie : ties) {
            List<Integer> inIt = participants.getOrDefault(tie.conversation(), List.of());
            if (MapNetwork.isGroup(conversation(tie.conversation()), inIt.size())) {
                groups.add(tie);
            } else {
                inIt.stream()
                        .filter(other -> other != account.id())
                        .findFirst()
                        .ifPresent(other -> dialogues.put(tie.conversation(), other));
            }
        }
        store.accounts(caseId, new HashSet<>(dialogues.values())).forEach(other -> others.put(other.id(), other));
    }

    /** What there is around the account of this number; none when the case has no such account. */
    static Optional<AccountMaterial> of(AccountStore store, int caseId, int account) {
        return store.account(caseId, account).map(found -> new AccountMaterial(store, caseId, found));
    }

    StoredAccount account() {
        return account;
    }

    /** Identifiers that it has or published. */
    List<StoredContact> contacts() {
        return contacts;
    }

    /** One record that names it, when one was kept. */
    Optional<SourcePointer> record() {
        return record;
    }

    /** A conversation that it takes part in. */
    StoredConversation conversation(int number) {
        StoredConversation found = conversations.get(number);
        if (found == null) {
            throw new IllegalStateException("a tie names no conversation of the case");
        }
        return found;
    }

    /** Its ties to groups and channels, in the order of conversation and role. */
    List<StoredTie> groups() {
        return groups;
    }

    /** Conversations of two that it is in: number of the other by number of the conversation. */
    SortedMap<Integer, Integer> dialogues() {
        return Collections.unmodifiableSortedMap(dialogues);
    }

    /** An account that it shares a conversation of two with. */
    StoredAccount other(int number) {
        StoredAccount found = others.get(number);
        if (found == null) {
            throw new IllegalStateException("a conversation of two names no account of the case");
        }
        return found;
    }
}
