package suluh.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import suluh.core.identity.Actor;
import suluh.core.network.NetworkInsight;

/** The report of a case stays a page whatever the size of the case, and says what it leaves out. */
class CaseReportSizeTest {
    private static final int MAX_PAGE_BYTES = 300_000;
    private static final int MANY = 3_000;
    private static final String PICTURE =
            "<svg>" + " ".repeat(CaseReport.MAX_PICTURE_BYTES - "<svg></svg>".length()) + "</svg>";

    @Test
    void staysAPageForACaseOfAnySize() {
        Findings many = many(SampleFindings.findings());

        String report = report(many);

        assertThat(bytes(report)).isBetween(MAX_PAGE_BYTES / 2, MAX_PAGE_BYTES - 1);
        assertThat(report)
                .contains("further conversations stand in findings.json")
                .contains("</html>");
    }

    @Test
    void showsAllOfASmallCase() {
        String report = CaseReport.html(
                SampleFindings.heading(),
                SampleFindings.items(),
                SampleFindings.readings(),
                SampleFindings.findings(),
                PICTURE);

        assertThat(report).doesNotContain("class=\"more\"");
    }

    @Test
    void letsAGiantHideNothingButItself() {
        Findings sample = SampleFindings.findings();
        ConversationFinding one = sample.conversations().getFirst();
        ConversationFinding giant = new ConversationFinding(
                one.conversation(),
                one.messages(),
                one.score(),
                one.band(),
                one.sender(),
                one.firstLook(),
                one.firstAlert(),
                one.course(),
                one.cues(),
                Collections.nCopies(MANY, one.signals().getFirst()));

        String report = report(with(sample, List.of(giant, one)));

        assertThat(report.split("<section class=\"conversation\">", -1)).hasSize(2);
        assertThat(report).contains("1 further conversations stand in findings.json");
    }

    @Test
    void leavesRoomForTheLastPart() {
        assertThat(Arrays.stream(ReportPart.values())
                        .mapToInt(ReportPart::bytes)
                        .sum())
                .isLessThan(MAX_PAGE_BYTES);
    }

    private static String report(Findings findings) {
        return CaseReport.html(
                SampleFindings.heading(),
                Collections.nCopies(MANY, SampleFindings.items().getFirst()),
                SampleFindings.readings(),
                findings,
                PICTURE);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Findings many(Findings one) {
        Actor actor = one.actors().getFirst();
        return new Findings(
                MANY,
                one.sizeBytes(),
                one.reading(),
                one.observations(),
                Collections.nCopies(MANY, one.groups().getFirst()),
                Collections.nCopies(MANY, actor),
                Collections.nCopies(MANY, actor.links().getFirst()),
                Collections.nCopies(MANY, one.accounts().getFirst()),
                Collections.nCopies(MANY, one.conversations().getFirst()),
                many(one.network()),
                one.media());
    }

    private static NetworkFinding many(NetworkFinding one) {
        NetworkInsight insight = one.insight();
        return new NetworkFinding(
                one.nodes(),
                one.edges(),
                one.modularity(),
                one.communitySizes(),
                one.keyPlayers(),
                one.robustness(),
                new NetworkInsight(
                        insight.tiesByKind(),
                        Collections.nCopies(MANY, insight.roles().getFirst()),
                        Collections.nCopies(MANY, insight.groups().getFirst()),
                        numbered(insight.likeGroups()),
                        Collections.nCopies(MANY, insight.replacements().getFirst()),
                        Collections.nCopies(MANY, insight.recruitments().getFirst()),
                        insight.invitePosts(),
                        insight.whatIf(),
                        Collections.nCopies(MANY, insight.rankIntervals().getFirst()),
                        insight.communityStability()),
                one.names());
    }

    private static <T> SortedMap<String, T> numbered(SortedMap<String, T> one) {
        SortedMap<String, T> numbered = new TreeMap<>();
        for (int i = 0; i < MANY; i++) {
            numbered.put("group " + i, one.get(one.firstKey()));
        }
        return numbered;
    }

    private static Findings with(Findings one, List<ConversationFinding> conversations) {
        return new Findings(
                one.items(),
                one.sizeBytes(),
                one.reading(),
                one.observations(),
                one.groups(),
                one.actors(),
                one.suggested(),
                one.accounts(),
                conversations,
                one.network(),
                one.media());
    }
}
