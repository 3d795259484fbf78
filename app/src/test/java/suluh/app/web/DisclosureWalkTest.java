package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.app.flow.House;
import suluh.app.flow.SmallHouse;
import suluh.core.casework.Role;

/** Selection, preview, the word of a second person and both bundles in chromium; pictures in app/target/screenshots. */
@Tag("browser")
class DisclosureWalkTest {
    private static final String PASSWORD = "a long enough password";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    private static Path folder;

    private static House house;
    private static WebServer server;
    private static Playwright playwright;
    private static Browser browser;
    private static String number;

    @BeforeAll
    static void start() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        number = SmallHouse.demo(house, SmallHouse.synthetic(folder.resolve("synth"), 200), PASSWORD, Passwords::hash);
        SmallHouse.person(house, "d11", "second", Set.of(Role.SUPERVISOR), PASSWORD, Passwords::hash);
        server = WebServer.start(house, 0, "");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv().getOrDefault("SULUH_CHROMIUM", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")));
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        playwright.close();
        server.close();
        house.close();
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en", "390, DARK, ms"})
    void walksFromTheSelectionToBothBundles(int width, ColorScheme scheme, String language) throws Exception {
        String suffix = "-" + width + "-" + language;
        String address = server.address() + "/cases/" + number + "/disclosure";
        try (BrowserContext one = context(width, scheme);
                BrowserContext two = context(width, scheme)) {
            Page page = signedIn(one, "demo", language);
            page.navigate(server.address() + "/cases/" + number + "/people");
            page.fill("form[action$='/people'] input[name=login]", "second");
            page.selectOption("form[action$='/people'] select[name=role]", "SUPERVISOR");
            page.click("form[action$='/people'] button[type=submit]");
            page.navigate(address);
            if (!page.isVisible("input[name=purpose]")) {
                page.click("details:has(input[name=purpose]) summary");
            }
            look(page, "d1-selection" + suffix);
            page.fill("input[name=purpose]", "For the defence, as the court asked");
            page.fill("input[name=recipient]", "Counsel of the accused");
            page.selectOption("select[name=subject]", page.getAttribute("select[name=subject] option", "value"));
            page.fill("textarea[name=words]", "place=Jalan Contoh");
            page.click("form:has(input[name=purpose]) button[type=submit]");
            page.click("form[action$='/asking'] button >> nth=0");
            look(page, "d2-preview" + suffix);
            Page other = signedIn(two, "second", language);
            other.navigate(address);
            other.click("button[value=true] >> nth=0");
            page.navigate(address);
            page.click("form[action$='/release'] button >> nth=0");
            look(page, "d3-bundles" + suffix);
            var download = page.waitForDownload(() -> page.click("a[href$='/redacted'] >> nth=0"));
            Path zip = folder.resolve("redacted" + suffix + ".zip");
            download.saveAs(zip);
            assertThat(Files.size(zip)).isPositive();
        }
    }

    private static BrowserContext context(int width, ColorScheme scheme) {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    }

    private static Page signedIn(BrowserContext context, String login, String language) {
        Page page = context.newPage();
        page.navigate(server.address() + "/sign-in?language=" + language);
        page.fill("input[name=username]", login);
        page.fill("input[name=password]", PASSWORD);
        page.click("main button[type=submit]");
        return page;
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
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
