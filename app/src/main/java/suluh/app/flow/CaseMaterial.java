package suluh.app.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import suluh.app.store.Numbered;
import suluh.app.store.ObservationStore;
import suluh.app.store.ObservationStore.GroupStatement;
import suluh.app.store.ObservationStore.StoredInvitation;
import suluh.app.store.ObservationStore.StoredOwner;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredContact;
import suluh.app.store.StoredConversation;
import suluh.app.store.StoredTie;
import suluh.core.observation.SourcePointer;

/**
 * What the analyses of one case work on, but for the messages: in memory, in the order of reading.
 *
 * <p>Grows with accounts, conversations and ties, never with messages.
 */
final class CaseMaterial {
    private final List<StoredAccount> accounts;
    private final List<StoredConversation> conversations;
    private final List<StoredTie> ties = new ArrayList<>();
    private final List<StoredContact> contacts;
    private final List<StoredInvitation> invitations;
    private final List<StoredOwner> owners;
    private final List<GroupStatement> statements;
    private final Map<String, List<StoredAccount>> byName = new HashMap<>();
    private final Map<Integer, SourcePointer> firstRecords = new HashMap<>();

    CaseMaterial(ObservationStore store, int caseId) {
        this.accounts = store.accounts(caseId);
        this.conversations = store.conversations(caseId);
        this.contacts = store.contacts(caseId);
        this.invitations = store.invitations(caseId);
        this.owners = store.owners(caseId);
        this.statements = store.groupStatements(caseId);
        store.forEachTie(caseId, ties::add);
        for (StoredAccount account : accounts) {
            String name = account.name();
            if (name != null) {
                byName.computeIfAbsent(name, ignored -> new ArrayList<>()).add(account);
            }
        }
        ties.forEach(tie -> firstRecords.putIfAbsent(tie.account(), tie.source()));
        contacts.forEach(contact -> firstRecords.putIfAbsent(contact.account(), contact.source()));
        owners.forEach(owner -> firstRecords.putIfAbsent(owner.account(), owner.source()));
    }

    List<StoredAccount> accounts() {
        return accounts;
    }

    List<StoredConversation> conversations() {
        return conversations;
    }

    List<StoredTie> ties() {
        return ties;
    }

    List<StoredContact> contacts() {
        return contacts;
    }

    List<StoredInvitation> invitations() {
        return invitations;
    }

    List<StoredOwner> owners() {
        return owners;
    }

    List<GroupStatement> statements() {
        return statements;
    }

    /** The account of this number, which some record of the case names. */
    StoredAccount account(int id) {
        return Numbered.get(accounts, StoredAccount::id, id);
    }

    String accountKey(int id) {
        return account(id).key();
    }

    StoredConversation conversation(int id) {
        return Numbered.get(conversations, StoredConversation::id, id);
    }

    /** True when the case has an account of this number. */
    boolean hasAccount(int id) {
        return Numbered.find(accounts, StoredAccount::id, id).isPresent();
    }

    /** The highest number of a conversation, or 0. */
    int lastConversation() {
        return Numbered.last(conversations, StoredConversation::id);
    }

    /** Display name of the account with this key, or empty. */
    String nameOf(String key) {
        return accounts.stream()
                .filter(account -> account.key().equals(key))
                .findFirst()
                .map(StoredAccount::name)
                .orElse("");
    }

    List<StoredAccount> namedAccounts(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** One record that names the account, when one was kept. */
    Optional<SourcePointer> record(int account) {
        return Optional.ofNullable(firstRecords.get(account));
    }

    /** One record that shows the account taking part somewhere. */
    SourcePointer firstRecord(int account) {
        SourcePointer record = firstRecords.get(account);
        if (record == null) {
            throw new IllegalStateException("account " + account + " takes part in nothing");
        }
        return record;
    }
}
