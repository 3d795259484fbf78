package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import suluh.app.flow.House;
import suluh.app.flow.SmallHouse;
import suluh.app.host.InputException;

/** What every browser test needs: a house with its server, the one chromium of the run, and ways to look at a page. */
final class BrowserHouse implements AutoCloseable {
    static final String PASSWORD = "a long enough password";
    static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** What the newest work of a case found, on its page. */
    static final String WORK_FOUND = "tbody tr:first-child ul.why li";
    /** Longest that work of the background may take on a loaded machine. */
    static final double WORK_MILLIS = 120_000;

    private static final String AXE = AxeBuilder.getAxeScript();
    /** All rules; what passes is not described, which takes most of the time of a long page. */
    private static final String BARRIERS = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                .filter(rule => ['serious', 'critical'].includes(rule.impact))
                .map(rule => [rule.impact, rule.id, rule.help, ...rule.nodes.map(node => node.html)].join(' | '))
            """;

    private static final int HEIGHT = 900;
    private static final int PICTURE_ATTEMPTS = 3;

    private final House house;
    private final WebServer server;
    private final String number;

    /** Chromium starts with the first page that a test opens and ends with the run; its driver ends with our process. */
    private static final class Chromium {
        static final Browser BROWSER = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv().getOrDefault("SULUH_CHROMIUM", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private BrowserHouse(House house, String number) {
        this.house = house;
        this.number = number;
        this.server = WebServer.start(house, 0, "");
    }

    /** Serves this house, which has no case that the test speaks of. */
    static BrowserHouse of(House house) {
        return new BrowserHouse(house, "");
    }

    /** Takes this input through the flow, as the person {@code demo}, and serves the house. */
    static BrowserHouse demo(House house, Path input) throws IOException, InputException {
        return new BrowserHouse(house, SmallHouse.demo(house, input, PASSWORD, Passwords::hash));
    }

    House house() {
        return house;
    }

    /** Number of the demonstration case. */
    String number() {
        return number;
    }

    String address() {
        return server.address();
    }

    /** Address of the demonstration case, without a slash at its end. */
    String caseAddress() {
        return server.address() + "/cases/" + number;
    }

    /** A window of its own: no cookie of another, this wide, this bright. */
    static BrowserContext window(int width, ColorScheme scheme) {
        return window(
                new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setColorScheme(scheme));
    }

    static BrowserContext window(Browser.NewContextOptions options) {
        return Chromium.BROWSER.newContext(options);
    }

    /** A page of this window whose person has signed in, in this language. */
    Page signedIn(BrowserContext window, String login, String language) {
        Page page = window.newPage();
        signIn(page, login, language);
        return page;
    }

    void signIn(Page page, String login, String language) {
        page.navigate(server.address() + "/sign-in?language=" + language);
        page.fill("input[name=username]", login);
        page.fill("input[name=password]", PASSWORD);
        page.click("main button[type=submit]");
    }

    /** What the browser complains of from now on, each line with the page that it stands on. */
    static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + " console: " + message.text());
            }
        });
        return complaints;
    }

    /** Waits until the page of work has come back by itself and tells what the newest work found. */
    static void awaitWork(Page page) {
        page.waitForSelector(WORK_FOUND, new Page.WaitForSelectorOptions().setTimeout(WORK_MILLIS));
    }

    /** Takes a picture of the whole page; chromium without a screen sometimes has no frame to give yet and is asked again. */
    static void picture(Page page, String name) {
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

    /** Takes a picture and requires that nothing is missing, serious for axe, or wider than the screen. */
    static void look(Page page, String name) {
        page.waitForLoadState();
        picture(page, name);
        assertThat(page.content()).as(name).doesNotContain("??");
        assertThat(barriers(page)).as("accessibility of %s", name).isEmpty();
        assertThat(overflow(page)).as("%s reaches beyond the screen", name).isLessThanOrEqualTo(0);
    }

    /** Serious and critical findings of axe, which our pages without frames need to be put into once. */
    static List<String> barriers(Page page) {
        page.evaluate("() => {" + AXE + "}");
        return ((List<?>) page.evaluate(BARRIERS)).stream().map(String::valueOf).toList();
    }

    /** By how many pixels the page is wider than the screen. */
    static int overflow(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
    }

    @Override
    public void close() throws IOException {
        server.close();
        house.close();
    }
}
