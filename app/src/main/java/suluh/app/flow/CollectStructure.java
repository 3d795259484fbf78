package suluh.app.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredConversation;
import suluh.app.store.StoredMessage;
import suluh.app.store.StoredTie;
import suluh.app.store.StructureStore;
import suluh.core.conversation.ContactStructure;
import suluh.core.conversation.ContactStructure.Line;
import suluh.core.conversation.ContactStructure.Moment;
import suluh.core.conversation.ContactStructure.Party;
import suluh.core.conversation.ContactStructure.Signal;
import suluh.core.conversation.CueFamily;
import suluh.core.conversation.CueMatcher;
import suluh.core.conversation.MessageCues;
import suluh.core.identity.Resolution;
import suluh.core.observation.ConversationType;

/** Gives the ties and records of a case to the structure of its contacts. */
final class CollectStructure {
    /** Notes to oneself and talk with programs come about in no way that says something. */
    private static final Set<ConversationType> OF_ONE = Set.of(ConversationType.SAVED, ConversationType.BOT);

    private final CaseMaterial material;
    private final Resolution resolution;
    private final ContactStructure structure;
    private final boolean[] isGroup;

    CollectStructure(StructureStore store, int caseId, CaseMaterial material, Resolution resolution) {
        this.material = material;
        this.resolution = resolution;
        CueMatcher matcher = CueMatcher.standard();
        this.structure = new ContactStructure(matcher::normalised);
        this.isGroup = groups(material);
        store.joins(caseId).stream()
                .filter(join -> isGroup[join.conversation()])
                .forEach(join ->
                        structure.inGroup(actor(join.account()), join.conversation(), join.since(), join.source()));
        Map<String, String> known = new HashMap<>();
        material.accounts().forEach(account -> known.put(account.key(), resolution.representative(account.key())));
        store.relations(caseId)
                .forEach(relation -> structure.related(
                        actor(relation.account()), known.getOrDefault(relation.otherKey(), relation.otherKey())));
    }

    private static boolean[] groups(CaseMaterial material) {
        Map<Integer, Set<Integer>> participants = new HashMap<>();
        for (StoredTie tie : material.ties()) {
            participants
                    .computeIfAbsent(tie.conversation(), ignored -> new HashSet<>())
                    .add(tie.account());
        }
        boolean[] isGroup = new boolean[material.lastConversation() + 1];
        for (StoredConversation conversation : material.conversations()) {
            isGroup[conversation.id()] = MapNetwork.isGroup(
                    conversation,
                    participants.getOrDefault(conversation.id(), Set.of()).size());
        }
        return isGroup;
    }

    /** The next record of the case; {@code shown} is what its text shows. */
    void accept(StoredMessage message, MessageCues shown) {
        if (message.sender() == 0) {
            return;
        }
        if (isGroup[message.conversation()]) {
            structure.inGroup(actor(message.sender()), message.conversation(), message.sentAt(), message.source());
            return;
        }
        ConversationType type =
                material.conversation(message.conversation()).reference().type();
        if (OF_ONE.contains(type)) {
            return;
        }
        StoredAccount writer = material.account(message.sender());
        String name = writer.name();
        boolean asksToMove = shown.matches().stream().anyMatch(match -> match.family() == CueFamily.MOVE);
        structure.accept(new Line(
                message.conversation(),
                writer.platform().wire(),
                type == ConversationType.DIRECT,
                new Party(writer.key(), actor(message.sender()), name == null ? "" : name),
                new Moment(message.sentAt(), message.zone().equals("unix") ? null : message.localAt()),
                message.text(),
                asksToMove,
                message.source()));
    }

    SortedMap<Integer, List<Signal>> signals() {
        return structure.signals();
    }

    private String actor(int account) {
        return resolution.representative(material.accountKey(account));
    }
}
