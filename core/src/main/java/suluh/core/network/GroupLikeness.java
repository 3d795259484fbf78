package suluh.core.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import suluh.core.graph.ValidatedProjection;
import suluh.core.network.LikeGroup.Likeness;
import suluh.core.network.LikeGroup.Reason;

/**
 * Ranks, for each group, the groups like it, with the reasons.
 *
 * <p>Time: the square of the groups, at most {@value #MAX_GROUPS}, by the words of each.
 */
public final class GroupLikeness {
    /** Compared with each other: the largest. */
    static final int MAX_GROUPS = 400;

    private static final int MAX_LIKE = 8;
    private static final int MAX_EXAMPLES = 5;
    private static final double FALSE_DISCOVERIES = 0.01;
    /** Below this, two groups of one language look alike. */
    private static final double MIN_COSINE = 0.55;

    private final CaseNetwork network;
    private final List<GroupTraits> groups;
    private final Map<String, Double> rarity = new HashMap<>();
    private final Map<Long, ValidatedProjection.Pair> validated = new HashMap<>();
    private final double[][] cosines;
    /** Keys of the accounts tied to each group, and of those that administer it. */
    private final List<SortedSet<String>> members;

    private final List<SortedSet<String>> administrators;

    private GroupLikeness(CaseNetwork network, List<GroupTraits> traits) {
        this.network = network;
        this.groups = traits.stream().limit(MAX_GROUPS).toList();
        CaseNetwork.Layer layer =
                network.layer(java.util.EnumSet.of(TieKind.MEMBERSHIP, TieKind.ADMINISTRATION, TieKind.MESSAGES));
        boolean[] side = new boolean[network.nodeCount()];
        for (int node = 0; node < side.length; node++) {
            side[node] = network.isGroup(node);
        }
        for (ValidatedProjection.Pair pair :
                ValidatedProjection.of(layer.graph(), side, FALSE_DISCOVERIES).pairs()) {
            if (pair.isValidated()) {
                validated.put(((long) pair.a() << 32) | pair.b(), pair);
            }
        }
        for (GroupTraits group : groups) {
            group.words().keySet().forEach(word -> rarity.merge(word, 1.0, Double::sum));
        }
        rarity.replaceAll((word, count) -> Math.log((1 + groups.size()) / count));
        this.cosines = WordCosines.of(groups.stream().map(this::vector).toList());
        this.members = groups.stream()
                .map(group -> neighbours(network.place(group.key()), false))
                .toList();
        this.administrators = groups.stream()
                .map(group -> neighbours(network.place(group.key()), true))
                .toList();
    }

    /** Groups like each, best first; a group that is like no other is left out. */
    public static SortedMap<String, List<LikeGroup>> of(CaseNetwork network, List<GroupTraits> traits) {
        GroupLikeness likeness = new GroupLikeness(network, traits);
        SortedMap<String, List<LikeGroup>> result = new TreeMap<>();
        for (int i = 0; i < likeness.groups.size(); i++) {
            List<LikeGroup> like = new ArrayList<>();
            for (int j = 0; j < likeness.groups.size(); j++) {
                List<Reason> reasons = i == j ? List.of() : likeness.reasons(i, j);
                if (!reasons.isEmpty()) {
                    double score = reasons.stream().mapToDouble(Reason::weight).sum();
                    like.add(new LikeGroup(likeness.groups.get(j).key(), score, reasons));
                }
            }
            like.sort(Comparator.comparingDouble(LikeGroup::score).reversed().thenComparing(LikeGroup::key));
            if (!like.isEmpty()) {
                result.put(
                        likeness.groups.get(i).key(),
                        like.stream().limit(MAX_LIKE).toList());
            }
        }
        return result;
    }

    private List<Reason> reasons(int i, int j) {
        GroupTraits a = groups.get(i);
        GroupTraits b = groups.get(j);
        List<Reason> reasons = new ArrayList<>();
        int nodeA = network.place(a.key());
        int nodeB = network.place(b.key());
        ValidatedProjection.Pair pair = validated.get(((long) Math.min(nodeA, nodeB) << 32) | Math.max(nodeA, nodeB));
        if (nodeA >= 0 && nodeB >= 0 && pair != null) {
            int smaller =
                    Math.max(1, Math.min(members.get(i).size(), members.get(j).size()));
            reasons.add(reason(
                    Likeness.MEMBERS,
                    pair.shared(),
                    pair.shared() / (double) smaller,
                    common(members.get(i), members.get(j))));
        }
        SortedSet<String> leaders = common(administrators.get(i), administrators.get(j));
        if (!leaders.isEmpty()) {
            reasons.add(reason(Likeness.ADMINISTRATORS, leaders.size(), 0.8, leaders));
        }
        shared(Likeness.LINKS, a.links(), b.links(), reasons);
        shared(Likeness.MEDIA, a.media(), b.media(), reasons);
        double cosine = cosines[i][j];
        if (cosine >= MIN_COSINE) {
            reasons.add(new Reason(Likeness.WORDING, cosine, cosine / 2, List.of()));
        }
        reasons.sort(Comparator.comparingDouble(Reason::weight).reversed().thenComparing(Reason::likeness));
        return reasons;
    }

    private static void shared(Likeness likeness, SortedSet<String> a, SortedSet<String> b, List<Reason> reasons) {
        SortedSet<String> shared = common(a, b);
        if (!shared.isEmpty()) {
            double share = shared.size() / (double) Math.min(a.size(), b.size());
            reasons.add(reason(likeness, shared.size(), Math.min(1, 0.4 + share), shared));
        }
    }

    private static Reason reason(Likeness likeness, double figure, double weight, SortedSet<String> examples) {
        return new Reason(
                likeness, figure, weight, examples.stream().limit(MAX_EXAMPLES).toList());
    }

    /** None for a group that is not in the network, at place -1. */
    private SortedSet<String> neighbours(int group, boolean isOfAdministrators) {
        SortedSet<String> keys = new TreeSet<>();
        if (group < 0) {
            return keys;
        }
        for (Tie tie : network.ties(group)) {
            boolean counts = isOfAdministrators ? tie.kind() == TieKind.ADMINISTRATION : !network.isGroup(tie.a());
            if (tie.b() == group && counts) {
                keys.add(network.key(tie.a()));
            }
        }
        return keys;
    }

    private static SortedSet<String> common(SortedSet<String> a, SortedSet<String> b) {
        SortedSet<String> common = new TreeSet<>(a);
        common.retainAll(b);
        return common;
    }

    private Map<String, Double> vector(GroupTraits group) {
        Map<String, Double> vector = new HashMap<>();
        group.words()
                .forEach((word, count) -> vector.put(word, (1 + Math.log(count)) * rarity.getOrDefault(word, 0.0)));
        return vector;
    }
}
