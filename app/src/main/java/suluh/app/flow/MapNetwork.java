package suluh.app.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import suluh.app.store.ObservationStore.StoredInvitation;
import suluh.app.store.StoredConversation;
import suluh.app.store.StoredTie;
import suluh.core.identity.Resolution;
import suluh.core.network.CaseNetwork;
import suluh.core.network.NetworkBuilder;
import suluh.core.network.NodeKind;
import suluh.core.network.Observed;
import suluh.core.network.TieKind;
import suluh.core.observation.ConversationType;

/** Builds the network of a case: actors and accounts, groups, and what ties them. */
final class MapNetwork {
    private MapNetwork() {}

    /** True for what is a group in the network; a conversation of two ties its two accounts instead. */
    static boolean isGroup(StoredConversation conversation, int participants) {
        ConversationType type = conversation.reference().type();
        return type == ConversationType.GROUP || type == ConversationType.CHANNEL || participants > 2;
    }

    static CaseNetwork run(CaseMaterial material, Resolution resolution) {
        NetworkBuilder builder = new NetworkBuilder();
        Map<Integer, List<StoredTie>> tiesByConversation = new HashMap<>();
        for (StoredTie tie : material.ties()) {
            tiesByConversation
                    .computeIfAbsent(tie.conversation(), ignored -> new ArrayList<>())
                    .add(tie);
        }
        for (StoredConversation conversation : material.conversations()) {
            List<StoredTie> ties = tiesByConversation.getOrDefault(conversation.id(), List.of());
            SortedSet<String> participants = new TreeSet<>();
            ties.forEach(tie -> participants.add(node(material, resolution, tie.account())));
            participants.forEach(key -> builder.node(key, NodeKind.ACCOUNT));
            if (isGroup(conversation, participants.size())) {
                addGroup(builder, material, resolution, conversation, ties);
            } else if (participants.size() == 2) {
                Observed observed = new Observed(
                        Math.max(1, conversation.messages()),
                        null,
                        null,
                        ties.stream().map(StoredTie::source).toList());
                builder.tie(participants.first(), participants.last(), TieKind.DIRECT, observed);
            }
        }
        for (StoredInvitation invitation : material.invitations()) {
            if (invitation.inviter() > 0) {
                String inviter = node(material, resolution, invitation.inviter());
                String invited = node(material, resolution, invitation.invited());
                builder.node(inviter, NodeKind.ACCOUNT);
                builder.node(invited, NodeKind.ACCOUNT);
                builder.tie(inviter, invited, TieKind.INVITATION, Observed.once(null, invitation.source()));
            }
        }
        return builder.build();
    }

    private static void addGroup(
            NetworkBuilder builder,
            CaseMaterial material,
            Resolution resolution,
            StoredConversation conversation,
            List<StoredTie> ties) {
        String group = conversation.reference().key();
        builder.node(group, NodeKind.GROUP);
        for (StoredTie tie : ties) {
            boolean administers = tie.role().equals("creator") || tie.role().equals("administrator");
            TieKind kind =
                    tie.messages() > 0 ? TieKind.MESSAGES : administers ? TieKind.ADMINISTRATION : TieKind.MEMBERSHIP;
            Observed observed = new Observed(Math.max(1, tie.messages()), null, null, List.of(tie.source()));
            builder.tie(node(material, resolution, tie.account()), group, kind, observed);
        }
    }

    private static String node(CaseMaterial material, Resolution resolution, int account) {
        return resolution.representative(material.accountKey(account));
    }
}
