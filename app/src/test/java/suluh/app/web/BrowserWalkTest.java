package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.app.flow.House;
import suluh.app.flow.SmallHouse;
import suluh.app.host.InputException;

/** An officer's first walk in chromium, with axe on each page; screenshots in app/target/screenshots. */
@Tag("browser")
class BrowserWalkTest {
    private static final String PASSWORD = "a long enough password";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    private static Path folder;

    private static House house;
    private static WebServer server;
    private static Playwright playwright;
    private static final int PICTURE_ATTEMPTS = 3;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InputException {
        house = SmallHouse.open(folder.resolve("data"));
        SmallHouse.demo(house, SmallHouse.synthetic(folder.resolve("synth"), 3_000), PASSWORD, Passwords::hash);
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
    void walksFromTheSignInToTheSealedBytesOfAMessage(int width, ColorScheme scheme, String language) {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            String suffix = "-" + width + "-" + language;
            page.navigate(server.address() + "/sign-in?language=" + language);
            look(page, "1-sign-in" + suffix);
            page.fill("input[name=username]", "demo");
            page.fill("input[name=password]", PASSWORD);
            page.click("main button[type=submit]");
            look(page, "2-cases" + suffix);
            page.click("main table a");
            look(page, "3-case" + suffix);
            String caseAddress = page.url();
            page.navigate(caseAddress + "/accounts");
            look(page, "4-accounts" + suffix);
            page.navigate(caseAddress + "/conversations");
            look(page, "5-conversations" + suffix);
            page.click("main table a >> nth=0");
            look(page, "6-conversation" + suffix);
            assertThat(page.locator("mark").count()).isPositive();
            page.navigate(caseAddress + "/search");
            page.fill("input[name=q]", "umur");
            page.click("form[role=search] button");
            look(page, "6f-search" + suffix);
            assertThat(page.locator(".hits mark").count()).isPositive();
            page.click(".hits .head a >> nth=0");
            assertThat(page.url()).contains("/conversations/").contains("#m");
            page.navigate(caseAddress + "/queue");
            look(page, "6a-queue" + suffix);
            page.click(".queue a[href$='from=-1'] >> nth=0");
            look(page, "6b-passages" + suffix);
            page.fill("input[name=reason]", "read in the walk");
            page.click(".verdicts button >> nth=0");
            assertThat(page.url()).endsWith("/queue");
            assertThat(page.locator(".state-read").count()).isPositive();
            page.navigate(caseAddress + "/evaluation");
            look(page, "6c-evaluation" + suffix);
            page.goBack();
            page.click(".queue a >> nth=0");
            look(page, "6d-reader" + suffix);
            page.click(".has-cue a.source >> nth=0");
            look(page, "7-source" + suffix);
            page.click("main dl a");
            page.click("main form button");
            look(page, "8-evidence" + suffix);
            assertThat(page.locator("[role=status]").count()).isEqualTo(1);
            page.navigate(caseAddress + "/report");
            picture(page, "9-report" + suffix);
            assertThat(page.title()).startsWith("Report of case");
            assertThat(complaints).as("the browser's console").isEmpty();
        }
    }

    /** Takes a picture; chromium without a screen sometimes has no frame to give yet, so it is asked again. */
    private static void picture(Page page, String name) {
        Page.ScreenshotOptions options = new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png"));
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
