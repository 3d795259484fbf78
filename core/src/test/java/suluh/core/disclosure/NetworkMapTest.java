package suluh.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonParser;
import suluh.core.network.BarPicture;
import suluh.core.network.GraphMl;
import suluh.core.network.NetworkCsv;
import suluh.core.network.NetworkMap;
import suluh.core.network.NetworkMap.Filter;
import suluh.core.network.NetworkMap.Label;
import suluh.core.network.NetworkMap.Link;
import suluh.core.network.NetworkMap.Node;
import suluh.core.network.NetworkPicture;

/** A map of the network: filtered, written and read back, with names that mean harm. */
class NetworkMapTest {
    private static final Instant JANUARY = Instant.parse("2024-01-15T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2024-06-15T00:00:00Z");
    private static final NetworkMap MAP = new NetworkMap(
            List.of(
                    node("telegram:g", "=HYPERLINK(\"x\")", true, "group", Set.of("telegram"), 0),
                    node("telegram:1", "<script>\u202E", false, "administrator", Set.of("telegram", "whatsapp"), 60),
                    node("whatsapp:2", "a, \"b\"", false, "member", Set.of("whatsapp"), 120)),
            List.of(
                    new Link(0, 1, new TreeSet<>(Set.of("administration", "messages")), 12, JANUARY, JUNE),
                    new Link(1, 2, new TreeSet<>(Set.of("direct")), 3, JUNE, JUNE)),
            5);

    @Test
    void readsBackWhatWasWritten() throws Exception {
        assertThat(NetworkMapJson.parse(JsonParser.parseObject(CanonicalJson.bytes(NetworkMapJson.of(MAP)))))
                .isEqualTo(MAP);
    }

    @Test
    void keepsTheTiesThatAreAskedForAndMovesNothing() {
        assertThat(MAP.only(Filter.ALL)).isEqualTo(MAP);
        assertThat(ends(new Filter("whatsapp", "", null, null))).containsExactly(1);
        assertThat(ends(new Filter("", "messages", null, null))).containsExactly(0);
        assertThat(ends(new Filter("", "", null, JANUARY.plusSeconds(1)))).containsExactly(0);
        assertThat(ends(new Filter("", "", JUNE.plusSeconds(1), null))).isEmpty();
        assertThat(MAP.only(new Filter("", "direct", null, null)).nodes()).isEqualTo(MAP.nodes());
        assertThat(MAP.only(new Filter("", "direct", null, null)).linked()).containsExactly(false, true, true);
    }

    @Test
    void writesNoFormulaAndNoMarkup() throws IOException {
        StringBuilder nodes = new StringBuilder();
        StringBuilder ties = new StringBuilder();
        StringBuilder xml = new StringBuilder();
        NetworkCsv.nodes(MAP, nodes);
        NetworkCsv.ties(MAP, ties);
        GraphMl.write(MAP, xml);
        String svg = NetworkPicture.svg(MAP, node -> "/n/" + node);

        assertThat(nodes).contains("\"'=HYPERLINK(\"\"x\"\")\"").contains("\"a, \"\"b\"\"\"");
        assertThat(ties).contains("telegram:g,telegram:1,administration messages,12,2024-01-15T00:00:00Z");
        assertThat(xml).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(svg).contains("href=\"/n/1\"").contains("(administrator)").doesNotContain("<script>");
    }

    @Test
    void drawsAsManyNodesAsFit() {
        String whole = NetworkPicture.svg(MAP, node -> "");

        assertThat(NetworkPicture.within(whole.length() * 2, MAP, node -> "")).isEqualTo(whole);
        assertThat(NetworkPicture.within(whole.length() - 100, MAP, node -> ""))
                .contains("2 nodes drawn")
                .contains("6 further nodes");
        assertThat(NetworkPicture.within(0, MAP, node -> "")).contains("0 nodes drawn");
    }

    @Test
    void drawsABarForEachFigure() {
        String svg = BarPicture.svg("by <month>", List.of("2024-01", "2024-02"), List.of(3L, 0L));

        assertThat(svg).contains("by &lt;month&gt;").contains("2024-02: 0");
        assertThat(svg.split("<rect", -1)).hasSize(3);
        assertThat(BarPicture.svg("none", List.of(), List.of())).contains("<svg");
    }

    private static List<Integer> ends(Filter filter) {
        return MAP.only(filter).links().stream().map(Link::a).toList();
    }

    private static Node node(String key, String name, boolean isGroup, String role, Set<String> platforms, double x) {
        return new Node(key, new Label(name, new TreeSet<>(platforms)), isGroup, 0, 2, 1.5, 1, role, x, x / 2, 5);
    }
}
