package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.app.flow.SmallHouse;
import suluh.core.canon.CanonicalJson;
import suluh.core.disclosure.NetworkMapJson;
import suluh.core.graph.Graph;
import suluh.core.graph.layout.Layout;
import suluh.core.network.NetworkMap;

/** The network, a group and an account in chromium, with and without script; screenshots in app/target/screenshots. */
@BrowserTest
class NetworkWalkTest {
    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en", "390, DARK, ms"})
    void walksFromTheNetworkToTheRecordsOfATie(int width, ColorScheme scheme, String language, BrowserHouse demo)
            throws IOException {
        try (BrowserContext window = BrowserHouse.window(width, scheme)) {
            Page page = demo.signedIn(window, "demo", language);
            List<String> complaints = BrowserHouse.complaints(page);
            String suffix = "-" + width + "-" + language;
            String network = demo.caseAddress() + "/network";
            page.navigate(network);
            page.waitForSelector("#network-live[data-drawn=yes]");
            BrowserHouse.look(page, "n1-network" + suffix);
            assertThat(inks(page)).as("colours on the picture").isGreaterThan(5);
            Download png = page.waitForDownload(() -> page.click("#network-png"));
            BufferedImage saved = ImageIO.read(png.path().toFile());
            assertThat(saved.getWidth()).isEqualTo(3_000);
            narrowAndWalk(page, suffix);
            assertThat(page.locator("section table").count()).isGreaterThan(3);
            page.navigate(network + "?kind=administration&platform=telegram&from=2020-01-01&until=2030-01-01");
            page.waitForSelector("#network-live[data-drawn=yes]");
            BrowserHouse.look(page, "n2-filtered" + suffix);
            page.navigate(network + "/nodes/0");
            BrowserHouse.look(page, "n3-group" + suffix);
            page.click("table a >> nth=0");
            BrowserHouse.look(page, "n4-account" + suffix);
            page.click("table a.source >> nth=0");
            BrowserHouse.look(page, "n5-source" + suffix);
            assertThat(page.locator("code").count()).isPositive();
            assertThat(complaints).as("the browser's console").isEmpty();
        }
    }

    /** The slider narrows without a request, a node is found, and its neighbours alone are shown. */
    private static void narrowAndWalk(Page page, String suffix) {
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> requests.add(request.url()));
        int all = shown(page);
        page.evaluate("const s = document.getElementById('network-until');"
                + "s.value = Number(s.min) + 400; s.dispatchEvent(new Event('input', {bubbles: true}))");
        assertThat(shown(page)).isBetween(1, all - 1);
        assertThat(page.getAttribute("a.network-save >> nth=1", "href")).contains("until=20");
        page.evaluate("const s = document.getElementById('network-until');"
                + "s.value = s.max; s.dispatchEvent(new Event('input', {bubbles: true}))");
        assertThat(shown(page)).isEqualTo(all);
        page.fill("#network-name", page.textContent("table a >> nth=0").strip());
        page.click("#network-find button");
        page.click("#network-only");
        int few = shown(page);
        assertThat(few).isBetween(1, all - 1);
        BrowserHouse.look(page, "n1b-neighbours" + suffix);
        page.fill("#network-name", "a");
        page.click("#network-find button");
        page.click("#network-expand");
        assertThat(shown(page)).isGreaterThanOrEqualTo(few);
        page.click("#network-whole");
        assertThat(shown(page)).isEqualTo(all);
        page.focus("#network-canvas");
        page.keyboard().press("+");
        page.keyboard().press("ArrowLeft");
        assertThat(requests).as("requests of the slider and the steps").isEmpty();
    }

    /** Prints how long a map of the case that began it all takes from request to picture, in a case of its own. */
    @Test
    void drawsSixThousandMembersWithTheirTies(BrowserHouse demo) {
        String number = SmallHouse.caseWithMap(
                demo.house(), "demo", CanonicalJson.bytes(NetworkMapJson.of(largeMap(6_100, 60_000))));
        try (BrowserContext window = BrowserHouse.window(1280, ColorScheme.LIGHT)) {
            Page page = demo.signedIn(window, "demo", "en");
            page.navigate(demo.address() + "/cases/" + number + "/network");
            page.waitForSelector("#network-live[data-drawn=yes]");

            assertThat(shown(page)).isGreaterThan(50_000);
            Object millis = page.evaluate("Math.round(performance.getEntriesByName('network-drawn')[0].startTime"
                    + " - performance.getEntriesByName('network-asked')[0].startTime)");
            Object told = page.evaluate("Math.round(performance.getEntriesByName('network-told')[0].startTime"
                    + " - performance.getEntriesByName('network-asked')[0].startTime)");
            Object frame = page.evaluate("import('/network.js').then(n => { const start = performance.now();"
                    + " for (let i = 0; i < 20; i++) { n.pan(3, 1); n.canvas.getContext('2d').getImageData(0, 0, 1, 1); }"
                    + " return Math.round((performance.now() - start) / 20); })");
            System.out.println("network page, 6,100 nodes, " + shown(page) + " ties: drawn " + millis
                    + " ms after it was asked for (" + told + " ms until it was told), " + frame
                    + " ms a frame while moved");
            BrowserHouse.picture(page, "n7-large");
        }
    }

    private static NetworkMap largeMap(int nodes, int ties) {
        SplittableRandom random = new SplittableRandom(1);
        int communities = 12;
        int[] community = new int[nodes];
        Arrays.setAll(community, node -> node % communities);
        int[] from = new int[ties];
        int[] to = new int[ties];
        List<NetworkMap.Link> links = new ArrayList<>();
        for (int i = 0; i < ties; i++) {
            from[i] = random.nextInt(nodes);
            int other = random.nextInt(10) == 0
                    ? random.nextInt(nodes)
                    : Math.floorMod(from[i] + communities * random.nextInt(nodes), nodes - nodes % communities);
            to[i] = other == from[i] ? (other + 1) % nodes : other;
            Instant first = Instant.parse("2021-03-15T00:00:00Z").plus(Duration.ofHours(random.nextInt(30_000)));
            links.add(new NetworkMap.Link(
                    Math.min(from[i], to[i]),
                    Math.max(from[i], to[i]),
                    new TreeSet<>(Set.of("messages")),
                    1 + random.nextInt(40),
                    first,
                    first.plus(Duration.ofDays(30))));
        }
        Graph graph = Graph.simple(nodes, from, to);
        double[] radius = new double[nodes];
        Arrays.setAll(radius, node -> 3 + Math.sqrt(graph.degree(node)));
        Layout layout = Layout.of(graph, community, radius, 1);
        List<NetworkMap.Node> drawn = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            NetworkMap.Label label = new NetworkMap.Label("Node " + i, new TreeSet<>(Set.of("facebook")));
            drawn.add(new NetworkMap.Node(
                    "facebook:" + i,
                    label,
                    i < communities,
                    community[i],
                    graph.degree(i),
                    0,
                    1,
                    "member",
                    layout.x(i),
                    layout.y(i),
                    radius[i]));
        }
        return new NetworkMap(drawn, links, 0);
    }

    private static int shown(Page page) {
        return Integer.parseInt(page.getAttribute("#network-live", "data-shown"));
    }

    /** Different colours on the canvas: one when nothing is drawn. */
    private static int inks(Page page) {
        return ((Number) page.evaluate("(() => { const c = document.getElementById('network-canvas');"
                        + "const d = new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer);"
                        + "return new Set(d).size; })()"))
                .intValue();
    }

    @Test
    void showsThePictureAndTheTablesWithoutScript(BrowserHouse demo) {
        try (BrowserContext window = BrowserHouse.window(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = demo.signedIn(window, "demo", "en");
            page.navigate(demo.caseAddress() + "/network");

            assertThat(page.isVisible("#network-still svg")).isTrue();
            assertThat(page.isVisible("#network-live")).isFalse();
            assertThat(page.locator("#network-still a").count()).isGreaterThan(10);
            BrowserHouse.picture(page, "n6-without-script");
        }
    }
}
