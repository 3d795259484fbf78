package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.app.flow.House;
import suluh.app.flow.SmallHouse;
import suluh.app.host.InputException;

/** The network, a group and an account in chromium, with and without script; screenshots in app/target/screenshots. */
@Tag("browser")
class NetworkWalkTest {
    private static final String PASSWORD = "a long enough password";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int PICTURE_ATTEMPTS = 3;

    @TempDir
    private static Path folder;

    private static House house;
    private static WebServer server;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InputException {
        house = SmallHouse.open(folder.resolve("data"));
        SmallHouse.demo(house, SmallHouse.synthetic(folder.resolve("synth"), 4_000), PASSWORD, Passwords::hash);
        server = WebServer.start(house, 0, "");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String chromium = System.getenv().getOrDefault("SULUH_CHROMIUM", "/usr/bin/chromium");
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void stop() throws IOException {
        browser.close();
        playwright.close();
        server.close();
        house.close();
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en", "390, DARK, ms"})
    void walksFromTheNetworkToTheRecordsOfATie(int width, ColorScheme scheme, String language) throws IOException {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 1000).setColorScheme(scheme))) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            String suffix = "-" + width + "-" + language;
            String network = signIn(page, language) + "/network";
            page.navigate(network);
            page.waitForSelector("#network-live[data-drawn=yes]");
            look(page, "n1-network" + suffix);
            Download png = page.waitForDownload(() -> page.click("#network-png"));
            assertThat(Files.size(png.path())).isGreaterThan(1_000);
            assertThat(page.locator("section table").count()).isGreaterThan(3);
            page.navigate(network + "?kind=administration&platform=telegram&from=2020-01-01&until=2030-01-01");
            page.waitForSelector("#network-live[data-drawn=yes]");
            look(page, "n2-filtered" + suffix);
            page.navigate(network + "/nodes/0");
            look(page, "n3-group" + suffix);
            page.click("table a >> nth=0");
            look(page, "n4-account" + suffix);
            page.click("table a.source >> nth=0");
            look(page, "n5-source" + suffix);
            assertThat(page.locator("code").count()).isPositive();
            assertThat(complaints).as("the browser's console").isEmpty();
        }
    }

    @Test
    void showsThePictureAndTheTablesWithoutScript() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            String network = signIn(page, "en") + "/network";
            page.navigate(network);

            assertThat(page.isVisible("#network-still svg")).isTrue();
            assertThat(page.isVisible("#network-live")).isFalse();
            assertThat(page.locator("#network-still a").count()).isGreaterThan(10);
            picture(page, "n6-without-script");
        }
    }

    /** Signs in and opens the case; gives its address. */
    private static String signIn(Page page, String language) {
        page.navigate(server.address() + "/sign-in?language=" + language);
        page.fill("input[name=username]", "demo");
        page.fill("input[name=password]", PASSWORD);
        page.click("main button[type=submit]");
        page.click("main table a");
        return page.url();
    }

    private static void picture(Page page, String name) {
        Page.ScreenshotOptions options = new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true);
        for (int attempt = 1; ; attempt++) {
            try {
                page.screenshot(options);
                return;
            } catch (PlaywrightException e) {
                if (attempt == PICTURE_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static void look(Page page, String name) {
        picture(page, name);
        assertThat(page.content()).as(name).doesNotContain("??");
        List<String> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(Rule::toString)
                        .toList();
        assertThat(serious).as("accessibility of %s", name).isEmpty();
        int overflow = ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
        assertThat(overflow).as("%s reaches beyond the screen", name).isLessThanOrEqualTo(0);
    }
}
