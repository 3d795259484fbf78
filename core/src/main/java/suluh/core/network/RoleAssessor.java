package suluh.core.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import suluh.core.observation.SourcePointer;

/** Reads the roles of nodes from their ties and from facts, each with the records that it rests on. */
public final class RoleAssessor {
    /** Fewer invitations, or links to another platform, anyone sends. */
    static final int MIN_RECRUITING = 3;
    /** One offer may be a remark. */
    static final int MIN_OFFERS = 2;
    /** Fewer messages make no broadcaster. */
    static final int MIN_BROADCAST = 20;

    static final double MIN_BROADCAST_SHARE = 0.6;
    private static final int MAX_SOURCES = 5;

    private final CaseNetwork network;
    private final NetworkMeasures measures;
    private final Map<String, List<RoleFact>> facts = new HashMap<>();
    private final Map<Integer, Long> messagesOfGroup = new HashMap<>();

    private RoleAssessor(CaseNetwork network, NetworkMeasures measures, List<RoleFact> facts) {
        this.network = network;
        this.measures = measures;
        facts.forEach(fact -> this.facts
                .computeIfAbsent(fact.node(), ignored -> new ArrayList<>())
                .add(fact));
        for (Tie tie : network.ties()) {
            if (tie.kind() == TieKind.MESSAGES) {
                messagesOfGroup.merge(tie.b(), tie.observations(), Long::sum);
            }
        }
    }

    /** Roles of every node, in the order of the network. */
    public static List<NodeRoles> roles(CaseNetwork network, NetworkMeasures measures, List<RoleFact> facts) {
        RoleAssessor assessor = new RoleAssessor(network, measures, facts);
        List<NodeRoles> roles = new ArrayList<>(network.nodeCount());
        for (int node = 0; node < network.nodeCount(); node++) {
            roles.add(new NodeRoles(network.key(node), assessor.evidence(node)));
        }
        return roles;
    }

    /** Leading role of one node of a network without facts, as an edge list. */
    public static Role role(CaseNetwork network, NetworkMeasures measures, int node) {
        return new NodeRoles(network.key(node), new RoleAssessor(network, measures, List.of()).evidence(node))
                .leading();
    }

    private List<RoleEvidence> evidence(int node) {
        if (network.isGroup(node)) {
            List<RoleEvidence> group = new ArrayList<>();
            group.add(new RoleEvidence(Role.GROUP, RoleEvidence.Code.HAS_TIES, measures.degree(node), List.of()));
            return group;
        }
        List<Tie> ties = network.ties(node);
        List<RoleEvidence> evidence = new ArrayList<>();
        List<RoleFact> own = facts.getOrDefault(network.key(node), List.of());
        fact(own, Role.POSSIBLY_TARGETED_CHILD, RoleEvidence.Code.WAS_WRITTEN_CUES, 1, evidence);
        count(
                from(node, ties, TieKind.ADMINISTRATION),
                Role.ADMINISTRATOR,
                RoleEvidence.Code.ADMINISTERS_GROUPS,
                1,
                evidence);
        fact(own, Role.OFFERS_ACCESS, RoleEvidence.Code.OFFERED_ACCESS_AT_A_PRICE, MIN_OFFERS, evidence);
        count(
                from(node, ties, TieKind.INVITATION),
                Role.RECRUITER,
                RoleEvidence.Code.SENT_INVITATIONS,
                MIN_RECRUITING,
                evidence);
        fact(own, Role.RECRUITER, RoleEvidence.Code.PUBLISHED_LINKS_TO_OTHER_PLATFORM, MIN_RECRUITING, evidence);
        fact(own, Role.RECRUITER, RoleEvidence.Code.MOVED_A_CONTACT_TO_OTHER_PLATFORM, 1, evidence);
        broadcasts(node, ties, evidence);
        brokers(node, ties, evidence);
        if (evidence.isEmpty()) {
            Role rest = measures.degree(node) <= 1 ? Role.PERIPHERAL : Role.MEMBER;
            evidence.add(new RoleEvidence(rest, RoleEvidence.Code.HAS_TIES, measures.degree(node), sources(ties)));
        }
        evidence.sort(Comparator.comparing(RoleEvidence::role).thenComparing(RoleEvidence::code));
        return evidence;
    }

    /** Ties of this kind that go from the node, or where administrations stand: to the group. */
    private static List<Tie> from(int node, List<Tie> ties, TieKind kind) {
        return ties.stream()
                .filter(tie -> tie.kind() == kind && tie.a() == node)
                .toList();
    }

    private static void count(
            List<Tie> ties, Role role, RoleEvidence.Code code, int least, List<RoleEvidence> evidence) {
        if (ties.size() >= least) {
            evidence.add(new RoleEvidence(role, code, ties.size(), sources(ties)));
        }
    }

    private static void fact(
            List<RoleFact> facts, Role role, RoleEvidence.Code code, int least, List<RoleEvidence> evidence) {
        long times = 0;
        Set<SourcePointer> sources = new LinkedHashSet<>();
        for (RoleFact fact : facts) {
            if (fact.code() == code) {
                times += fact.observed().times();
                sources.addAll(fact.observed().sources());
            }
        }
        if (times >= least) {
            evidence.add(new RoleEvidence(
                    role,
                    code,
                    (double) times,
                    sources.stream().limit(MAX_SOURCES).toList()));
        }
    }

    private void broadcasts(int node, List<Tie> ties, List<RoleEvidence> evidence) {
        List<Tie> most = from(node, ties, TieKind.MESSAGES).stream()
                .filter(tie -> tie.observations() >= MIN_BROADCAST
                        && tie.observations() >= MIN_BROADCAST_SHARE * messagesOfGroup.getOrDefault(tie.b(), 0L))
                .toList();
        if (!most.isEmpty()) {
            long messages = most.stream().mapToLong(Tie::observations).sum();
            evidence.add(new RoleEvidence(
                    Role.BROADCASTER, RoleEvidence.Code.WROTE_MOST_OF_A_GROUP, (double) messages, sources(most)));
        }
    }

    /** Groups of different communities, and pairs of others that would be parted: both, or it is a mere member. */
    private void brokers(int node, List<Tie> ties, List<RoleEvidence> evidence) {
        Set<Integer> communities = new HashSet<>();
        List<Tie> groups = new ArrayList<>();
        for (Tie tie : ties) {
            boolean isPart = tie.kind() == TieKind.MESSAGES
                    || tie.kind() == TieKind.MEMBERSHIP
                    || tie.kind() == TieKind.ADMINISTRATION;
            if (isPart && tie.a() == node && network.isGroup(tie.b()) && communities.add(measures.community(tie.b()))) {
                groups.add(tie);
            }
        }
        if (communities.size() >= 2) {
            evidence.add(new RoleEvidence(
                    Role.BROKER, RoleEvidence.Code.TAKES_PART_IN_COMMUNITIES, communities.size(), sources(groups)));
        }
        // Without kinds of ties, as in an edge list, the structure is all there is.
        if (ties.isEmpty() && measures.pairsParted(node) > 0) {
            evidence.add(new RoleEvidence(
                    Role.BROKER, RoleEvidence.Code.PARTS_THE_NETWORK, (double) measures.pairsParted(node), List.of()));
        }
    }

    private static List<SourcePointer> sources(List<Tie> ties) {
        return ties.stream()
                .flatMap(tie -> tie.sources().stream().limit(1))
                .distinct()
                .limit(MAX_SOURCES)
                .toList();
    }
}
