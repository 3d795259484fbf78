package suluh.app.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import suluh.app.store.ChildStore.ChildAccount;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredContact;
import suluh.app.store.StoredConversation;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.redaction.DisclosedRecord;
import suluh.core.disclosure.redaction.Identifiers;
import suluh.core.disclosure.redaction.NameIndex;
import suluh.core.disclosure.redaction.Placeholder;
import suluh.core.disclosure.redaction.RedactionKind;
import suluh.core.disclosure.redaction.Redactor;
import suluh.core.disclosure.redaction.Salts;
import suluh.core.disclosure.selection.HiddenWord;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.ConversationType;

/**
 * Whose names and identifiers a disclosure hides: every account of the case but the subjects of inquiry, children always.
 *
 * <p>Numbers follow the order of the case, so that the same case gives the same placeholders.
 */
final class DisclosureNames {
    /** Words that a person adds are numbered above those of the case. */
    private static final int MAX_COUNTED = 1_000_000;

    private final CaseMaterial material;
    private final Set<String> subjects;
    private final Set<Integer> children;
    private final Map<Integer, Placeholder> accounts = new HashMap<>();
    private final Map<EvidenceId, Placeholder> items = new HashMap<>();
    private final Identifiers identifiers;
    private final Redactor redactor;

    DisclosureNames(
            CaseMaterial material,
            Set<String> subjects,
            List<ChildAccount> marked,
            List<HiddenWord> words,
            Salts salts) {
        this.material = material;
        this.subjects = Set.copyOf(subjects);
        this.children = marked.stream().map(ChildAccount::account).collect(Collectors.toUnmodifiableSet());
        NameIndex names = new NameIndex();
        Set<String> known = subjectNames();
        Map<String, Integer> wordNumbers = new TreeMap<>();
        for (HiddenWord word : words) {
            int number = wordNumbers.merge(word.kind().wire(), 1, Integer::sum);
            names.add(word.text(), new Placeholder(word.kind(), MAX_COUNTED + number));
        }
        hideAccounts(names, known, marked);
        this.identifiers = new Identifiers(keptIdentifiers());
        hideContacts(names, known);
        this.redactor = new Redactor(names, identifiers, salts);
    }

    Redactor redactor() {
        return redactor;
    }

    /** {@code child}, {@code subject} or {@code other}. */
    String roleOf(StoredAccount account) {
        if (children.contains(account.id())) {
            return "child";
        }
        return isSubject(account) ? "subject" : "other";
    }

    boolean isChild(int account) {
        return children.contains(account);
    }

    /** What stands for the account, unless it is a subject's. */
    Optional<Placeholder> account(int account) {
        return Optional.ofNullable(accounts.get(account));
    }

    /** What stands for a conversation between persons; groups and channels keep their keys. */
    static Optional<Placeholder> conversation(StoredConversation conversation) {
        ConversationType type = conversation.reference().type();
        return type == ConversationType.GROUP || type == ConversationType.CHANNEL
                ? Optional.empty()
                : Optional.of(new Placeholder(RedactionKind.CONVERSATION, conversation.id()));
    }

    /** What stands for an item whose name had to be hidden; its id goes with it. */
    Optional<Placeholder> item(EvidenceId item) {
        return Optional.ofNullable(items.get(item));
    }

    /** Looks which of the items, in their order, have names that are hidden. */
    void hideItems(List<ReceivedItem> received) {
        for (int i = 0; i < received.size(); i++) {
            DisclosedRecord name =
                    new RecordDraft("item").text("name", received.get(i).name()).numbered(1);
            if (!redactor.redact(name, Map.of()).redactions().isEmpty()) {
                items.put(received.get(i).id(), new Placeholder(RedactionKind.ITEM, i + 1));
            }
        }
    }

    /** Ids of the items that are hidden. */
    Set<String> hiddenItems() {
        return items.keySet().stream().map(EvidenceId::value).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isSubject(StoredAccount account) {
        return subjects.contains(account.key()) && !children.contains(account.id());
    }

    /** The identifier after the platform; a tilde marks a name in a place. */
    private static String handle(StoredAccount account) {
        String rest = account.key().substring(account.key().indexOf(':') + 1);
        int at = rest.indexOf('@');
        return rest.startsWith("~") ? rest.substring(1, at < 1 ? rest.length() : at) : rest;
    }

    private Set<String> subjectNames() {
        Set<String> known = new HashSet<>();
        for (StoredAccount account : material.accounts()) {
            if (isSubject(account)) {
                known.add(Identifiers.folded(handle(account)));
                Optional.ofNullable(account.name()).map(Identifiers::folded).ifPresent(known::add);
            }
        }
        return known;
    }

    private void hideAccounts(NameIndex names, Set<String> known, List<ChildAccount> marked) {
        int persons = 0;
        int minors = 0;
        Map<Integer, ChildAccount> byAccount =
                marked.stream().collect(Collectors.toMap(ChildAccount::account, child -> child));
        for (StoredAccount account : material.accounts()) {
            if (isSubject(account)) {
                continue;
            }
            boolean isChild = isChild(account.id());
            Placeholder placeholder = isChild
                    ? new Placeholder(RedactionKind.CHILD, ++minors)
                    : new Placeholder(RedactionKind.PERSON, ++persons);
            accounts.put(account.id(), placeholder);
            String name = account.name() == null ? "" : account.name();
            if (isChild) {
                names.addWithParts(name, placeholder);
                names.add(handle(account), placeholder);
                Optional.ofNullable(byAccount.get(account.id()))
                        .map(ChildAccount::platformId)
                        .ifPresent(id -> names.add(id, placeholder));
            } else {
                addUnlessKnown(names, known, name, placeholder);
                addUnlessKnown(names, known, handle(account), placeholder);
            }
        }
    }

    /** Contact points are hidden wherever they are written, but for those that are a subject's own. */
    private void hideContacts(NameIndex names, Set<String> known) {
        for (StoredContact contact : material.contacts()) {
            contact(contact).ifPresent(placeholder -> addUnlessKnown(names, known, contact.normalised(), placeholder));
        }
    }

    /** What stands for a contact point, unless it is a subject's own. */
    Optional<Placeholder> contact(StoredContact contact) {
        Placeholder owner = accounts.get(contact.account());
        boolean isOwned = contact.relation() == ContactRelation.OWNED;
        if (isOwned && owner != null) {
            return Optional.of(owner);
        }
        RedactionKind kind = switch (contact.kind()) {
            case PHONE -> RedactionKind.NUMBER;
            case EMAIL -> RedactionKind.EMAIL;
            case PROFILE_URL, INVITE_LINK -> RedactionKind.LINK;
            case HANDLE -> RedactionKind.HANDLE;
        };
        return isOwned || identifiers.keeps(contact.normalised())
                ? Optional.empty()
                : Optional.of(identifiers.placeholder(kind, contact.normalised()));
    }

    private static void addUnlessKnown(NameIndex names, Set<String> known, String name, Placeholder placeholder) {
        if (!known.contains(Identifiers.folded(name))) {
            names.add(name, placeholder);
        }
    }

    /** Contact points that a platform or device records as a subject's own. */
    private Set<String> keptIdentifiers() {
        Set<String> kept = new HashSet<>();
        for (StoredContact contact : material.contacts()) {
            if (contact.relation() == ContactRelation.OWNED && isSubject(material.account(contact.account()))) {
                kept.add(Identifiers.folded(contact.normalised()));
            }
        }
        material.accounts().stream()
                .filter(this::isSubject)
                .map(account -> Identifiers.folded(handle(account)))
                .forEach(kept::add);
        return kept;
    }
}
