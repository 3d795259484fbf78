package suluh.core.network;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the network means, beside its figures.
 *
 * @param tiesByKind different ties of each kind
 * @param roles nodes that hold a role above membership, protection first
 * @param groups what each group does
 * @param likeGroups groups like each, by the key of the group
 * @param replacements groups that fell silent and where their members went
 * @param recruitments contacts that follow the motif of recruitment
 * @param invitePosts invitation links posted, by whom and from where to where, most often posted first
 * @param whatIf what would break the network most
 * @param rankIntervals where leading accounts would stand if ties were missing
 * @param communityStability how firmly each community is found again, 0 to 1; empty for networks of too many ties
 */
public record NetworkInsight(
        SortedMap<String, Integer> tiesByKind,
        List<NodeRoles> roles,
        List<GroupActivity> groups,
        SortedMap<String, List<LikeGroup>> likeGroups,
        List<Replacement> replacements,
        List<Recruitment> recruitments,
        List<InvitePost> invitePosts,
        WhatIf whatIf,
        List<RankInterval> rankIntervals,
        List<Double> communityStability) {
    /** Nothing to say: no ties. */
    public static final NetworkInsight NONE = new NetworkInsight(
            new TreeMap<>(),
            List.of(),
            List.of(),
            new TreeMap<>(),
            List.of(),
            List.of(),
            List.of(),
            new WhatIf(List.of(), List.of(), List.of()),
            List.of(),
            List.of());

    public NetworkInsight {
        tiesByKind = Collections.unmodifiableSortedMap(new TreeMap<>(tiesByKind));
        roles = List.copyOf(roles);
        groups = List.copyOf(groups);
        likeGroups = Collections.unmodifiableSortedMap(new TreeMap<>(likeGroups));
        replacements = List.copyOf(replacements);
        recruitments = List.copyOf(recruitments);
        invitePosts = List.copyOf(invitePosts);
        rankIntervals = List.copyOf(rankIntervals);
        communityStability = List.copyOf(communityStability);
    }
}
