package suluh.core.disclosure;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import suluh.core.network.GroupActivity;
import suluh.core.network.LikeGroup;
import suluh.core.network.NetworkInsight;
import suluh.core.network.RoleEvidence;
import suluh.core.network.WhatIf;
import suluh.core.observation.SourcePointer;

/** The part of the report on the network: its picture, roles with evidence, what groups do, and what would break it. */
final class NetworkReport {
    private static final int MAX_ROLES = 40;
    private static final int MAX_GROUPS = 25;
    private static final int MAX_LIKE = 3;
    private static final int MAX_REPLACEMENTS = 20;
    private static final int MAX_RECRUITMENTS = 20;
    private static final int MAX_WHAT_IF = 20;
    private static final int MAX_RANKS = 40;
    private static final int MAX_SOURCES = 2;

    private final NetworkFinding network;
    private final NetworkInsight insight;
    private final String picture;
    private final Html html;

    private NetworkReport(NetworkFinding network, String picture, Html html) {
        this.network = network;
        this.insight = network.insight();
        this.picture = picture;
        this.html = html;
    }

    /**
     * Writes the part.
     *
     * @param picture an {@code <svg>} element made by core, or empty
     */
    static void write(NetworkFinding network, String picture, Html html) {
        NetworkReport report = new NetworkReport(network, picture, html);
        report.figures();
        report.roles();
        report.groups();
        report.likeGroups();
        report.replacements();
        report.recruitments();
        report.whatIf();
        report.ranks();
    }

    private void figures() {
        html.allow(ReportPart.NETWORK_PICTURE.bytes()).heading(2, "network", "Network");
        html.paragraph(Html.grouped(network.nodes()) + " actors, accounts and groups with "
                + Html.grouped(network.edges())
                + " ties fall into " + Html.grouped(network.communitySizes().size()) + " communities (modularity "
                + Html.decimal(network.modularity())
                + "). The data are incomplete: an absent tie may be one that nobody "
                + "handed in.");
        String kinds = insight.tiesByKind().entrySet().stream()
                .map(kind -> Html.grouped(kind.getValue()) + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        if (!kinds.isEmpty()) {
            html.paragraph("Ties by what they rest on: " + kinds + ".");
        }
        html.raw("<figure>").raw(picture).raw("</figure>\n");
    }

    private void roles() {
        html.allow(ReportPart.ROLES.bytes());
        if (insight.roles().isEmpty()) {
            return;
        }
        html.table("Roles that records show; no role is read from a score alone", List.of("Account", "Because"));
        int shown = html.upTo(MAX_ROLES, insight.roles(), node -> {
            html.row();
            node(node.key());
            html.raw("<td>");
            for (RoleEvidence evidence : node.evidence()) {
                html.raw("<div><span class=\"code\">")
                        .text(evidence.role().wire())
                        .raw("</span> ")
                        .text(because(evidence) + " ");
                sources(evidence.sources());
                html.raw("</div>");
            }
            html.raw("</td>").endRow();
        });
        html.endTable();
        leftOut(insight.roles().size(), shown, "accounts with a role");
    }

    private static String because(RoleEvidence evidence) {
        String figure = Html.decimal(evidence.figure());
        return switch (evidence.code()) {
            case ADMINISTERS_GROUPS -> "administers groups, as the sources say: " + figure;
            case SENT_INVITATIONS -> "accounts brought into groups: " + figure;
            case PUBLISHED_LINKS_TO_OTHER_PLATFORM -> "invitation links to another platform: " + figure;
            case MOVED_A_CONTACT_TO_OTHER_PLATFORM -> "contacts moved to another platform: " + figure;
            case OFFERED_ACCESS_AT_A_PRICE -> "messages that offer access at a price: " + figure;
            case WROTE_MOST_OF_A_GROUP -> "messages, most of what was written in a group: " + figure;
            case TAKES_PART_IN_COMMUNITIES -> "takes part in groups of different communities: " + figure;
            case WAS_WRITTEN_CUES -> "conversations in which another account wrote cues to it: " + figure;
            case PARTS_THE_NETWORK -> "pairs of others that only paths through it join: " + figure;
            case HAS_TIES -> "ties: " + figure;
        };
    }

    private void groups() {
        html.allow(ReportPart.WHAT_GROUPS_DO.bytes());
        List<GroupActivity> groups = insight.groups().stream()
                .sorted(Comparator.comparingLong(GroupActivity::messages).reversed())
                .toList();
        if (groups.isEmpty()) {
            return;
        }
        html.table(
                "What groups do",
                List.of("Group", "From, to", "Busiest hour", "Languages", "Offers", "Links out", "Says, and is seen"));
        int shown = html.upTo(MAX_GROUPS, groups, group -> {
            html.row();
            node(group.key());
            html.cell(day(group.first()) + " – " + day(group.last()));
            html.cell(busiest(group.hours()));
            html.cell(inOrder(group.languages()));
            html.raw("<td>")
                    .text(Html.grouped(group.offers()) + ", of access " + Html.grouped(group.accessOffers()) + " ");
            sources(group.offerSources());
            html.raw("</td>");
            html.hostileCell(inOrder(group.linksOut()));
            reach(group.reach());
            html.endRow();
        });
        html.endTable();
        leftOut(groups.size(), shown, "groups");
    }

    private void reach(GroupActivity.Reach reach) {
        String privacy = reach.statedPrivacy();
        html.raw("<td>");
        if (privacy != null) {
            html.text("calls itself ").hostile(privacy).text("; ");
        }
        html.text(Html.grouped(reach.seenMembers()) + " accounts seen, " + Html.grouped(reach.joinedUnasked())
                + " joined without a stated inviter");
        html.text(reach.contradicts() ? ": open in fact" : "").raw("</td>");
    }

    private void likeGroups() {
        html.allow(ReportPart.LIKE_GROUPS.bytes());
        if (insight.likeGroups().isEmpty()) {
            return;
        }
        html.table("Groups like one another", List.of("Group", "Like", "In"));
        int shown = html.upTo(MAX_GROUPS, List.copyOf(insight.likeGroups().entrySet()), entry -> {
            for (LikeGroup like : entry.getValue().stream().limit(MAX_LIKE).toList()) {
                html.row();
                node(entry.getKey());
                node(like.key());
                html.raw("<td>");
                for (LikeGroup.Reason reason : like.reasons()) {
                    html.raw("<div>").text(reason.likeness().wire() + " " + Html.decimal(reason.figure()) + " ");
                    html.hostile(reason.examples().stream().map(network::name).collect(Collectors.joining(", ")))
                            .raw("</div>");
                }
                html.raw("</td>").endRow();
            }
        });
        html.endTable();
        leftOut(insight.likeGroups().size(), shown, "groups with others like them");
    }

    private void replacements() {
        html.allow(ReportPart.REPLACEMENTS.bytes());
        if (insight.replacements().isEmpty()) {
            return;
        }
        html.table(
                "Groups that fell silent, and where their members went",
                List.of("Silent", "Since", "Successor", "Members that went there", "Before", "Records"));
        int shown = html.upTo(MAX_REPLACEMENTS, insight.replacements(), one -> {
            html.row();
            node(one.silent());
            html.cell(day(one.silentSince()));
            node(one.successor());
            html.cell(Html.grouped(one.moved()) + " of " + Html.grouped(one.activeMembers()) + " still active");
            html.cell(Html.decimal(one.expected())).raw("<td>");
            sources(one.sources());
            html.raw("</td>").endRow();
        });
        html.endTable();
        leftOut(insight.replacements().size(), shown, "replacements");
    }

    private void recruitments() {
        html.allow(ReportPart.RECRUITMENTS.bytes());
        if (insight.recruitments().isEmpty()) {
            return;
        }
        html.table("From invitation to private contact to another platform", List.of("Began", "By", "With", "Steps"));
        int shown = html.upTo(MAX_RECRUITMENTS, insight.recruitments(), one -> {
            html.row().cell(day(one.began()));
            node(one.recruiter());
            node(one.other());
            html.raw("<td>").text(one.pattern().wire() + " ");
            sources(one.sources());
            html.raw("</td>").endRow();
        });
        html.endTable();
        leftOut(insight.recruitments().size(), shown, "such sequences");
    }

    private void whatIf() {
        html.allow(ReportPart.WHAT_IF.bytes());
        WhatIf whatIf = insight.whatIf();
        if (whatIf.accounts().isEmpty()) {
            return;
        }
        html.table(
                "What if: accounts whose absence would break the network most, one after the other",
                List.of("Account", "Pairs parted", "Still in one part", "Last seen", "Ties grown back in 90 days"));
        int shown = html.upTo(MAX_WHAT_IF, whatIf.accounts(), step -> {
            html.row();
            node(step.key());
            html.cell(percent(step.fragmentation())).cell(percent(step.largestShare()));
            html.cell(day(step.lastSeen()));
            html.cell(step.grownBack() < 0 ? "nothing was observed later" : Html.grouped(step.grownBack()))
                    .endRow();
        });
        html.endTable();
        leftOut(whatIf.accounts().size(), shown, "such accounts");
        int shownLinks = html.upTo(MAX_WHAT_IF, whatIf.links(), link -> {
            html.raw("<p>")
                    .text("The tie between ")
                    .hostile(network.name(link.a()))
                    .text(" and ");
            html.hostile(network.name(link.b()))
                    .text(" alone joins " + Html.grouped(link.pairsParted()) + " pairs of nodes.")
                    .raw("</p>\n");
        });
        leftOut(whatIf.links().size(), shownLinks, "such ties");
    }

    private void ranks() {
        html.allow(ReportPart.RANKS.bytes());
        if (insight.rankIntervals().isEmpty()) {
            return;
        }
        html.table(
                "Ranks of leading accounts, and between which ranks they lie when 5, 10 or 20% of the ties are missing",
                List.of("Account", "By", "Rank", "Best to worst"));
        int shown = html.upTo(MAX_RANKS, insight.rankIntervals(), interval -> {
            html.row();
            node(interval.key());
            html.cell(interval.measure()).cell(interval.rank());
            html.cell(interval.missing().stream()
                            .map(one -> percent(one.share()) + ": " + one.best() + "–" + one.worst())
                            .collect(Collectors.joining("; ")))
                    .endRow();
        });
        html.endTable();
        leftOut(insight.rankIntervals().size(), shown, "ranks");
    }

    private void node(String key) {
        String name = network.name(key);
        html.raw("<td>").hostile(name);
        if (!name.equals(key)) {
            html.raw("<br><code>").hostile(key).raw("</code>");
        }
        html.raw("</td>");
    }

    private void sources(List<SourcePointer> sources) {
        sources.stream().limit(MAX_SOURCES).forEach(source -> CaseReport.source(html, source));
    }

    private void leftOut(int present, int shown, String what) {
        if (present > shown) {
            html.raw("<p class=\"more\">")
                    .text(Html.grouped((long) present - shown) + " further " + what + " stand in findings.json.")
                    .raw("</p>\n");
        }
    }

    private static String busiest(List<Long> hours) {
        long most = Collections.max(hours);
        return most == 0 ? "" : String.format(Locale.ROOT, "%02d:00", hours.indexOf(most));
    }

    private static String inOrder(SortedMap<String, Long> figures) {
        return figures.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey() + " " + Html.grouped(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", share * 100);
    }

    private static String day(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString().substring(0, "2024-01-01".length());
    }
}
