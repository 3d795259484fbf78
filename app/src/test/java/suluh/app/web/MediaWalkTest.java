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
import java.nio.charset.StandardCharsets;
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
import suluh.app.flow.MediaInput;
import suluh.app.flow.SmallHouse;
import suluh.app.host.InputException;
import suluh.app.media.TestPictures;

/** The media and exposure pages in chromium, with axe on each; screenshots in app/target/screenshots. */
@Tag("browser")
class MediaWalkTest {
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
        Path input = MediaInput.write(
                folder.resolve("input"),
                TestPictures.waves(5, 300, 220),
                TestPictures.waves(6, 320, 320),
                "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1));
        SmallHouse.demo(house, input, PASSWORD, Passwords::hash);
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
    void walksFromBlurredFieldsToOneLookAndAWordThatCarriesOver(int width, ColorScheme scheme, String language) {
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
            page.fill("input[name=username]", "demo");
            page.fill("input[name=password]", PASSWORD);
            page.click("main button[type=submit]");
            page.click("main table a");
            page.click(".case-nav a[href$='/media']");
            look(page, "media-1-list" + suffix);
            int blurred = page.locator("img.blurred").count();
            assertThat(blurred).isPositive();
            page.click(".media li:has(img.blurred) details summary >> nth=0");
            page.fill(".media details[open] input[name=reason]", "compare with the complaint");
            page.click(".media details[open] button");
            page.waitForLoadState();
            assertThat(page.evaluate("document.querySelector('img.revealed').naturalWidth"))
                    .isNotEqualTo(0);
            look(page, "media-2-look" + suffix);
            page.click("button[value=does-not-bear]");
            look(page, "media-3-assessed" + suffix);
            assertThat(page.locator("img.blurred").count()).isLessThan(blurred);
            page.navigate(server.address() + "/exposure");
            look(page, "media-4-exposure" + suffix);
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
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
        page.waitForLoadState();
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
