package suluh.app.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.app.flow.AssessConversations.Assessed;
import suluh.app.flow.DescribeGroups.Described;
import suluh.app.flow.MapNetwork.Mapped;
import suluh.app.store.NetworkStore.StoredIdentifier;
import suluh.app.store.StoredTie;
import suluh.core.network.GroupLikeness;
import suluh.core.network.NetworkInsight;
import suluh.core.network.NetworkMeasures;
import suluh.core.network.NodeRoles;
import suluh.core.network.Observed;
import suluh.core.network.Recruitment;
import suluh.core.network.ReplacementSearch;
import suluh.core.network.Role;
import suluh.core.network.RoleAssessor;
import suluh.core.network.RoleEvidence;
import suluh.core.network.RoleFact;
import suluh.core.network.WhatIf;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;

/** Reads meaning from a mapped network: roles with evidence, groups, replacement, and what if. */
final class MeanNetwork {
    private static final int MAX_ROLES = 200;
    private static final int MAX_RECRUITMENTS = 100;
    private static final int MAX_SOURCES = 3;
    /**
     * The meaning and every node's roles.
     *
     * @param roles in the order of the network's nodes
     */
    record Meaning(NetworkInsight insight, List<NodeRoles> roles) {}

    private MeanNetwork() {}

    static Meaning run(
            CaseMaterial material,
            Mapped mapped,
            NetworkMeasures measures,
            Described described,
            List<Assessed> assessed) {
        List<Recruitment> recruitments = Recruitment.find(mapped.encounters());
        List<RoleFact> facts = new ArrayList<>(described.offers());
        links(material, mapped, facts);
        addressed(material, mapped, assessed, facts);
        for (Recruitment recruitment : recruitments) {
            if (recruitment.pattern() != Recruitment.Pattern.INVITED_CONTACTED) {
                facts.add(new RoleFact(
                        recruitment.recruiter(),
                        RoleEvidence.Code.MOVED_A_CONTACT_TO_OTHER_PLATFORM,
                        recruitment.other(),
                        new Observed(1, recruitment.began(), recruitment.began(), recruitment.sources())));
            }
        }
        List<NodeRoles> roles = RoleAssessor.roles(mapped.network(), measures, facts);
        SortedMap<String, Integer> byKind = new TreeMap<>();
        mapped.network().ties().forEach(tie -> byKind.merge(tie.kind().wire(), 1, Integer::sum));
        NetworkInsight insight = new NetworkInsight(
                byKind,
                roles.stream()
                        .filter(role -> role.leading().compareTo(Role.MEMBER) < 0)
                        .sorted(java.util.Comparator.comparing(NodeRoles::leading)
                                .thenComparing(NodeRoles::key))
                        .limit(MAX_ROLES)
                        .toList(),
                described.activities(),
                GroupLikeness.of(mapped.network(), described.traits()),
                ReplacementSearch.of(mapped.network(), described.traits(), described.activities()),
                recruitments.stream().limit(MAX_RECRUITMENTS).toList(),
                FollowLinks.posts(material, mapped),
                WhatIf.of(mapped.network(), measures),
                measures.rankIntervals(),
                measures.communityStability());
        return new Meaning(insight, roles);
    }

    /** Invitation links that lead to another platform than the one they were written on. */
    private static void links(CaseMaterial material, Mapped mapped, List<RoleFact> facts) {
        for (StoredIdentifier identifier : mapped.identifiers()) {
            if (identifier.kind() != ContactPointKind.INVITE_LINK || identifier.isOwned()) {
                continue;
            }
            String value = identifier.normalised();
            Platform target = FollowLinks.target(value);
            if (target != null
                    && target != material.account(identifier.account()).platform()) {
                facts.add(new RoleFact(
                        mapped.resolution().representative(material.accountKey(identifier.account())),
                        RoleEvidence.Code.PUBLISHED_LINKS_TO_OTHER_PLATFORM,
                        value,
                        identifier.observed()));
            }
        }
    }

    /** The other side of a conversation of two that carries cues. */
    private static void addressed(CaseMaterial material, Mapped mapped, List<Assessed> assessed, List<RoleFact> facts) {
        Map<Integer, String> senderOf = new TreeMap<>();
        Map<Integer, List<SourcePointer>> cues = new TreeMap<>();
        for (Assessed one : assessed) {
            String sender = one.assessment().sender();
            if (sender != null && !mapped.isGroup().of(one.conversation())) {
                senderOf.put(one.conversation(), mapped.resolution().representative(sender));
                cues.put(
                        one.conversation(),
                        one.assessment().cues().stream()
                                .map(cue -> cue.message().source())
                                .limit(MAX_SOURCES)
                                .toList());
            }
        }
        for (StoredTie tie : material.ties()) {
            String sender = senderOf.get(tie.conversation());
            String node = mapped.resolution().representative(material.accountKey(tie.account()));
            if (sender != null && !sender.equals(node) && tie.role().equals("writer")) {
                facts.add(new RoleFact(
                        node,
                        RoleEvidence.Code.WAS_WRITTEN_CUES,
                        sender,
                        new Observed(1, null, null, cues.getOrDefault(tie.conversation(), List.of(tie.source())))));
            }
        }
    }
}
