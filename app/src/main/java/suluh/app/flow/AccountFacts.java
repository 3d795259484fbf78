package suluh.app.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import suluh.app.host.PhoneNumbers;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredContact;
import suluh.app.store.StoredConversation;
import suluh.app.store.StoredTie;
import suluh.app.store.TraitStore;
import suluh.app.store.TraitStore.Statement;
import suluh.core.identity.AccountField;
import suluh.core.identity.account.AccountResolver;
import suluh.core.identity.account.AccountTraits;
import suluh.core.identity.account.DisplayName;
import suluh.core.identity.account.EmailForm;
import suluh.core.identity.account.Sighting;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.ConversationType;

/** Gathers from the observations of a case what identity compares of each account. */
final class AccountFacts {
    /** Trunk prefixes of numbers written without a country are read as this country's. */
    private static final String HOME_REGION = "MY";

    private final CaseMaterial material;
    private final Map<Integer, AccountTraits.Builder> builders = new HashMap<>();
    /** Records that name a profile picture. */
    private final List<Statement> pictures = new ArrayList<>();

    private AccountFacts(CaseMaterial material) {
        this.material = material;
    }

    /** A resolver that knows every account of the case. */
    static AccountResolver resolver(House house, int caseId, CaseMaterial material) {
        TraitStore store = house.traits();
        AccountFacts facts = new AccountFacts(material);
        facts.addNames();
        material.contacts().forEach(facts::add);
        facts.addConversations();
        store.forEachHour(
                caseId, hour -> facts.of(hour.account()).wrote(hour.hour(), hour.onWeekend(), hour.messages()));
        store.forEachStatement(caseId, facts::add);
        store.forEachSharedPassage(
                caseId,
                passage -> facts.of(passage.account()).add(AccountField.PASSAGES, passage.detail(), passage.source()));
        ProfilePictures pictures = new ProfilePictures(house, caseId, facts.pictures);
        facts.pictures.forEach(statement -> pictures.form(statement)
                .ifPresent(form -> facts.of(statement.account()).add(AccountField.AVATAR, form, statement.source())));
        AccountResolver resolver = new AccountResolver(pictures);
        for (StoredAccount account : material.accounts()) {
            resolver.add(facts.of(account.id()).build());
        }
        return resolver;
    }

    private AccountTraits.Builder of(int account) {
        return builders.computeIfAbsent(account, id -> AccountTraits.of(material.accountKey(id)));
    }

    private void addNames() {
        for (StoredAccount account : material.accounts()) {
            String name = account.name();
            if (name != null) {
                material.record(account.id())
                        .ifPresent(source -> of(account.id()).add(AccountField.NAME, DisplayName.form(name), source));
            }
        }
    }

    private void add(StoredContact contact) {
        AccountTraits.Builder account = of(contact.account());
        String value = form(contact.kind(), contact.normalised());
        if (contact.relation() == ContactRelation.PUBLISHED) {
            if (contact.kind() != ContactPointKind.HANDLE) {
                account.add(AccountField.PUBLISHED, value, contact.source());
            }
            return;
        }
        switch (contact.kind()) {
            case PHONE -> account.add(AccountField.PHONE, value, contact.source());
            case EMAIL -> account.add(AccountField.EMAIL, value, contact.source());
            case PROFILE_URL -> account.add(AccountField.PROFILE_URL, value, contact.source());
            case HANDLE -> account.add(AccountField.HANDLE, value, contact.source());
            case INVITE_LINK -> account.add(AccountField.PUBLISHED, value, contact.source());
        }
    }

    private static String form(ContactPointKind kind, String normalised) {
        return switch (kind) {
            case PHONE -> PhoneNumbers.e164(normalised, HOME_REGION);
            case EMAIL -> EmailForm.of(normalised);
            case PROFILE_URL, INVITE_LINK, HANDLE -> normalised;
        };
    }

    private void add(Statement statement) {
        AccountTraits.Builder account = of(statement.account());
        if (statement.kind().equals("login")) {
            account.add(new Sighting(statement.detail(), statement.at(), null, statement.source()));
            return;
        }
        int colon = statement.detail().indexOf(": ");
        String value = colon < 0 ? "" : statement.detail().substring(colon + 2);
        switch (colon < 0 ? "" : statement.detail().substring(0, colon)) {
            case "device" -> account.add(AccountField.DEVICE, DisplayName.words(value), statement.source());
            case "former-name" -> account.add(AccountField.NAME, DisplayName.form(value), statement.source());
            case "picture" -> pictures.add(statement);
            case "biography" -> account.add(AccountField.BIOGRAPHY, DisplayName.words(value), statement.source());
            default -> {
                // Ages, schools and the rest describe a person and tell no two apart.
            }
        }
    }

    private void addConversations() {
        Map<Integer, Map<Integer, StoredTie>> byConversation = new HashMap<>();
        for (StoredTie tie : material.ties()) {
            byConversation
                    .computeIfAbsent(tie.conversation(), ignored -> new HashMap<>())
                    .merge(tie.account(), tie, (a, b) -> a.messages() >= b.messages() ? a : b);
        }
        for (StoredConversation conversation : material.conversations()) {
            Map<Integer, StoredTie> ties = byConversation.getOrDefault(conversation.id(), Map.of());
            if (MapNetwork.isGroup(conversation, ties.size())) {
                String group = conversation.reference().key();
                ties.keySet().forEach(account -> of(account).inGroup(group));
            } else if (ties.size() == 2 && conversation.reference().type() != ConversationType.SAVED) {
                addPartners(ties);
            }
        }
    }

    private void addPartners(Map<Integer, StoredTie> ties) {
        Set<Integer> accounts = new HashSet<>(ties.keySet());
        ties.forEach((account, tie) -> accounts.stream()
                .filter(other -> other != (int) account && tie.messages() > 0)
                .forEach(other -> {
                    of(account).wroteWith(material.accountKey(other), tie.source());
                    of(other).wroteWith(material.accountKey(account), tie.source());
                }));
    }
}
