package suluh.app.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.app.store.DisclosureStore.Mark;
import suluh.app.store.StoredConversation;
import suluh.app.store.StoredMessage;
import suluh.app.store.StoredTie;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.selection.Exclusion;
import suluh.core.disclosure.selection.ExclusionReason;
import suluh.core.disclosure.selection.PlanFigure;
import suluh.core.disclosure.selection.Selection;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.FileFate;

/**
 * What a selection takes of a case once marks and time are applied, and which items may go out whole.
 *
 * <p>Reads every message once. Memory: accounts, conversations, ties and items.
 */
final class DisclosureScope {
    static final String IN_FULL = "in-full-bundle";

    private final House house;
    private final int caseId;
    private final CaseMaterial material;
    private final Selection selection;
    private final DisclosureNames names;
    private final Map<Integer, ExclusionReason> markedConversations = new HashMap<>();
    private final Map<EvidenceId, ExclusionReason> markedItems = new HashMap<>();
    private final Set<Integer> conversations = new HashSet<>();
    private final Set<Integer> accounts = new HashSet<>();
    private final Set<EvidenceId> used = new HashSet<>();
    private final Set<EvidenceId> tainted = new HashSet<>();
    private final SortedMap<Exclusion, Long> excluded = new TreeMap<>();
    private final SortedMap<String, Long> figures = new TreeMap<>();
    private final List<ReceivedItem> items = new ArrayList<>();
    private Set<EvidenceId> purged = Set.of();

    DisclosureScope(House house, int caseId, CaseMaterial material, Selection selection, DisclosureNames names) {
        this.house = house;
        this.caseId = caseId;
        this.material = material;
        this.selection = selection;
        this.names = names;
    }

    /** Applies selection and marks. */
    DisclosureScope applied() {
        readMarks();
        chooseConversations();
        house.observations().forEachMessage(caseId, this::weigh);
        material.ties().forEach(this::weigh);
        if (selection.isWholeCase()) {
            material.accounts().forEach(account -> accounts.add(account.id()));
        }
        material.contacts().forEach(contact -> {
            boolean isTaken = accounts.contains(contact.account())
                    && (contact.conversation() == 0 || conversations.contains(contact.conversation()))
                    && !markedItems.containsKey(contact.source().item());
            note(contact.source().item(), isTaken);
        });
        if (!selection.isWholeCase()) {
            house.database()
                    .inCase(caseId, () -> house.disclosurePlans().itemsWithOtherRecords())
                    .forEach(item -> tainted.add(new EvidenceId(item)));
        }
        chooseItems();
        return this;
    }

    CaseMaterial material() {
        return material;
    }

    List<StoredConversation> conversations() {
        return material.conversations().stream()
                .filter(conversation -> conversations.contains(conversation.id()))
                .toList();
    }

    boolean takesAccount(int account) {
        return accounts.contains(account);
    }

    boolean takes(StoredTie tie) {
        return conversations.contains(tie.conversation())
                && !markedItems.containsKey(tie.source().item());
    }

    boolean takesSourceIn(EvidenceId item, int conversation) {
        return (conversation == 0 || conversations.contains(conversation)) && !markedItems.containsKey(item);
    }

    boolean takes(StoredMessage message) {
        return conversations.contains(message.conversation())
                && !markedItems.containsKey(message.source().item())
                && (!selection.isTimed() || (message.sentAt() != null && selection.isWithin(message.sentAt())));
    }

    /** Items that go out, at least as a record. */
    List<ReceivedItem> items() {
        return List.copyOf(items);
    }

    /** {@code in-full-bundle}, or why the bytes of the item stay. */
    String bytesOf(EvidenceId item) {
        if (purged.contains(item)) {
            return ExclusionReason.PURGED.wire();
        }
        return tainted.contains(item) ? ExclusionReason.BEYOND_SELECTION.wire() : IN_FULL;
    }

    List<Exclusion> exclusions() {
        return excluded.entrySet().stream()
                .map(entry -> new Exclusion(
                        entry.getKey().reason(),
                        entry.getKey().kind(),
                        entry.getKey().key(),
                        entry.getValue()))
                .toList();
    }

    SortedMap<String, Long> figures() {
        return figures;
    }

    void count(PlanFigure figure, long more) {
        figures.merge(figure.wire(), more, Long::sum);
    }

    private void readMarks() {
        List<Mark> marks =
                house.database().inCase(caseId, () -> house.disclosurePlans().marks());
        for (Mark mark : marks) {
            if (mark.kind().equals("item")) {
                markedItems.put(new EvidenceId(mark.subject()), mark.reason());
            } else {
                markedConversations.put(Integer.parseInt(mark.subject()), mark.reason());
            }
        }
    }

    private void chooseConversations() {
        Map<Integer, Set<String>> participants = new HashMap<>();
        material.ties()
                .forEach(tie -> participants
                        .computeIfAbsent(tie.conversation(), ignored -> new HashSet<>())
                        .add(material.accountKey(tie.account())));
        for (StoredConversation conversation : material.conversations()) {
            String key = conversation.reference().key();
            if (!selection.takes(key, participants.getOrDefault(conversation.id(), Set.of()))) {
                continue;
            }
            ExclusionReason reason = markedConversations.get(conversation.id());
            if (reason == null) {
                conversations.add(conversation.id());
                count(PlanFigure.CONVERSATIONS, 1);
            } else {
                exclude(reason, "conversation", key, conversation.messages());
            }
        }
    }

    private void weigh(StoredMessage message) {
        boolean isTaken = takes(message);
        note(message.source().item(), isTaken);
        if (isTaken) {
            count(PlanFigure.MESSAGES, 1);
            count(PlanFigure.MESSAGES_WITH_FILES, message.attachments().isEmpty() ? 0 : 1);
            if (message.sender() != 0) {
                accounts.add(message.sender());
                count(PlanFigure.CHILD_MESSAGES, names.isChild(message.sender()) ? 1 : 0);
            }
        } else if (conversations.contains(message.conversation())) {
            String key =
                    material.conversation(message.conversation()).reference().key();
            ExclusionReason ofItem = markedItems.get(message.source().item());
            if (ofItem != null) {
                exclude(ofItem, "item", message.source().item().value(), 1);
            } else {
                boolean isDated = message.sentAt() != null;
                exclude(isDated ? ExclusionReason.OUTSIDE_TIME : ExclusionReason.UNDATED, "conversation", key, 1);
            }
        }
    }

    private void weigh(StoredTie tie) {
        boolean isTaken = takes(tie);
        note(tie.source().item(), isTaken);
        if (isTaken) {
            accounts.add(tie.account());
        }
    }

    private void note(EvidenceId item, boolean isTaken) {
        (isTaken ? used : tainted).add(item);
    }

    private void exclude(ExclusionReason reason, String kind, String key, long messages) {
        excluded.merge(new Exclusion(reason, kind, key, 0), messages, Long::sum);
    }

    private void chooseItems() {
        purged = house.evidence().purged(caseId);
        for (ReceivedItem item : house.evidence().items(caseId)) {
            ExclusionReason reason = markedItems.get(item.id());
            if (reason != null) {
                exclude(reason, "item", item.id().value(), 0);
            } else if (selection.isWholeCase() || used.contains(item.id())) {
                items.add(item);
                if (!selection.isWholeCase() && holdsUnread(item.id())) {
                    tainted.add(item.id());
                }
                boolean goesOut = bytesOf(item.id()).equals(IN_FULL);
                count(PlanFigure.ITEMS, 1);
                count(PlanFigure.ITEMS_WITH_BYTES, goesOut ? 1 : 0);
                if (!goesOut) {
                    exclude(
                            ExclusionReason.ofWire(bytesOf(item.id())).orElseThrow(),
                            "item",
                            item.id().value(),
                            0);
                }
            }
        }
        count(PlanFigure.ACCOUNTS, accounts.size());
        count(
                PlanFigure.CHILD_ACCOUNTS,
                accounts.stream().filter(names::isChild).count());
    }

    /** True when the item has files of which nobody knows whether they are within the selection. */
    private boolean holdsUnread(EvidenceId item) {
        return house.readings().ofItem(caseId, item).stream()
                .anyMatch(reading -> !reading.fate().equals(FileFate.READ.wire()));
    }
}
