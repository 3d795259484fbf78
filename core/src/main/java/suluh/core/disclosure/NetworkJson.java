package suluh.core.disclosure;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonNull;
import suluh.core.canon.JsonNumber;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonValue;
import suluh.core.network.GroupActivity;
import suluh.core.network.InvitePost;
import suluh.core.network.LikeGroup;
import suluh.core.network.NetworkInsight;
import suluh.core.network.NodeRoles;
import suluh.core.network.RankInterval;
import suluh.core.network.Recruitment;
import suluh.core.network.Replacement;
import suluh.core.network.RoleEvidence;
import suluh.core.network.WhatIf;
import suluh.core.observation.SourcePointer;

/** Renders what the network says as the JSON of {@code docs/formats/findings.md} and {@code docs/formats/network.md}. */
public final class NetworkJson {
    private NetworkJson() {}

    /** The part {@code network} of findings. */
    static JsonObject of(NetworkFinding network) {
        NetworkInsight insight = network.insight();
        return JsonObject.builder()
                .put("nodes", network.nodes())
                .put("edges", network.edges())
                .put("modularity", network.modularity())
                .put("communities", array(network.communitySizes(), size -> JsonNumber.of(size)))
                .put("keyPlayers", array(network.keyPlayers(), JsonString::new))
                .put("robustness", figures(network.robustness()))
                .put("ties", figures(insight.tiesByKind()))
                .put("communityStability", array(insight.communityStability(), JsonNumber::new))
                .put(
                        "names",
                        array(
                                network.names().entrySet(),
                                entry -> JsonObject.builder()
                                        .put("id", entry.getKey())
                                        .put("name", entry.getValue())
                                        .build()))
                .put("roles", array(insight.roles(), NetworkJson::roles))
                .put("groups", array(insight.groups(), NetworkJson::group))
                .put(
                        "likeGroups",
                        array(
                                insight.likeGroups().entrySet(),
                                entry -> JsonObject.builder()
                                        .put("id", entry.getKey())
                                        .put("like", array(entry.getValue(), NetworkJson::like))
                                        .build()))
                .put("replacements", array(insight.replacements(), NetworkJson::replacement))
                .put("recruitments", array(insight.recruitments(), NetworkJson::recruitment))
                .put("invitePosts", array(insight.invitePosts(), NetworkJson::invitePost))
                .put("whatIf", whatIf(insight.whatIf()))
                .put("rankIntervals", array(insight.rankIntervals(), NetworkJson::interval))
                .build();
    }

    /** A rank and where it may lie when ties are missing. */
    public static JsonObject interval(RankInterval interval) {
        return JsonObject.builder()
                .put("id", interval.key())
                .put("measure", interval.measure())
                .put("rank", interval.rank())
                .put(
                        "missing",
                        array(
                                interval.missing(),
                                one -> JsonObject.builder()
                                        .put("share", one.share())
                                        .put("best", one.best())
                                        .put("worst", one.worst())
                                        .build()))
                .build();
    }

    /** What would break the network most. */
    public static JsonObject whatIf(WhatIf whatIf) {
        return JsonObject.builder()
                .put("accounts", array(whatIf.accounts(), NetworkJson::step))
                .put(
                        "links",
                        array(
                                whatIf.links(),
                                link -> JsonObject.builder()
                                        .put("a", link.a())
                                        .put("b", link.b())
                                        .put("pairsParted", link.pairsParted())
                                        .build()))
                .put(
                        "reach",
                        array(
                                whatIf.reach(),
                                one -> JsonObject.builder()
                                        .put("id", one.key())
                                        .put("share", one.share())
                                        .build()))
                .build();
    }

    private static JsonObject step(WhatIf.Step step) {
        JsonObject.Builder json = JsonObject.builder()
                .put("id", step.key())
                .put("fragmentation", step.fragmentation())
                .put("largestShare", step.largestShare());
        Instant seen = step.lastSeen();
        if (seen != null) {
            json.put("lastSeen", seen.toString());
        }
        if (step.grownBack() >= 0) {
            json.put("grownBack", step.grownBack());
        }
        return json.build();
    }

    private static JsonObject roles(NodeRoles node) {
        return JsonObject.builder()
                .put("id", node.key())
                .put("role", node.leading().wire())
                .put("evidence", array(node.evidence(), NetworkJson::evidence))
                .build();
    }

    private static JsonObject evidence(RoleEvidence evidence) {
        return JsonObject.builder()
                .put("role", evidence.role().wire())
                .put("code", evidence.code().wire())
                .put("figure", evidence.figure())
                .put("sources", sources(evidence.sources()))
                .build();
    }

    private static JsonObject group(GroupActivity group) {
        GroupActivity.Reach reach = group.reach();
        String privacy = reach.statedPrivacy();
        return JsonObject.builder()
                .put("id", group.key())
                .put("first", time(group.first()))
                .put("last", time(group.last()))
                .put("months", months(group.months()))
                .put("joins", months(group.joins()))
                .put("hours", array(group.hours(), JsonNumber::of))
                .put("weekdays", array(group.weekdays(), JsonNumber::of))
                .put("languages", figures(group.languages()))
                .put("offers", group.offers())
                .put("accessOffers", group.accessOffers())
                .put("offerSources", sources(group.offerSources()))
                .put("linksOut", figures(group.linksOut()))
                .put(
                        "reach",
                        JsonObject.builder()
                                .put("statedPrivacy", privacy == null ? JsonNull.NULL : new JsonString(privacy))
                                .put("statedMembers", reach.statedMembers())
                                .put("seenMembers", reach.seenMembers())
                                .put("joinedUnasked", reach.joinedUnasked())
                                .put("contradicts", reach.contradicts())
                                .build())
                .build();
    }

    private static JsonObject like(LikeGroup group) {
        return JsonObject.builder()
                .put("id", group.key())
                .put("score", group.score())
                .put(
                        "reasons",
                        array(
                                group.reasons(),
                                reason -> JsonObject.builder()
                                        .put("likeness", reason.likeness().wire())
                                        .put("figure", reason.figure())
                                        .put("examples", array(reason.examples(), JsonString::new))
                                        .build()))
                .build();
    }

    private static JsonObject replacement(Replacement replacement) {
        return JsonObject.builder()
                .put("silent", replacement.silent())
                .put("silentSince", replacement.silentSince().toString())
                .put("successor", replacement.successor())
                .put("moved", replacement.moved())
                .put("activeMembers", replacement.activeMembers())
                .put("expected", replacement.expected())
                .put("sharedLinks", array(replacement.sharedLinks(), JsonString::new))
                .put("sources", sources(replacement.sources()))
                .build();
    }

    private static JsonObject recruitment(Recruitment recruitment) {
        return JsonObject.builder()
                .put("recruiter", recruitment.recruiter())
                .put("other", recruitment.other())
                .put("pattern", recruitment.pattern().wire())
                .put("began", recruitment.began().toString())
                .put("sources", sources(recruitment.sources()))
                .build();
    }

    private static JsonObject invitePost(InvitePost post) {
        String from = post.from();
        return JsonObject.builder()
                .put("value", post.value())
                .put("from", from == null ? JsonNull.NULL : new JsonString(from))
                .put("by", post.by())
                .put("times", post.observed().times())
                .put("first", time(post.observed().first()))
                .put("last", time(post.observed().last()))
                .put("into", array(post.into(), JsonString::new))
                .put("basis", post.basis().wire())
                .put("sources", sources(post.observed().sources()))
                .build();
    }

    private static JsonValue time(@Nullable Instant instant) {
        return instant == null ? JsonNull.NULL : new JsonString(instant.toString());
    }

    private static <K> JsonArray months(SortedMap<K, Long> months) {
        return array(
                months.entrySet(),
                month -> JsonObject.builder()
                        .put("month", month.getKey().toString())
                        .put("count", month.getValue())
                        .build());
    }

    private static JsonObject figures(SortedMap<String, ? extends Number> figures) {
        JsonObject.Builder json = JsonObject.builder();
        figures.forEach((key, value) -> json.put(key, value.doubleValue()));
        return json.build();
    }

    private static JsonArray sources(List<SourcePointer> sources) {
        return array(sources, FindingsJson::source);
    }

    private static <T> JsonArray array(Collection<T> values, Function<? super T, ? extends JsonValue> render) {
        return JsonArray.of(values.stream().<JsonValue>map(render).toList());
    }
}
