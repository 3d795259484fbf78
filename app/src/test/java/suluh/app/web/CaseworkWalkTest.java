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
import com.microsoft.playwright.options.SelectOption;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.ReceiveComplaint;
import suluh.app.flow.SmallHouse;
import suluh.core.casework.Role;

/** From the public form to the letter in chromium, without script, with axe on each page; pictures in app/target/screenshots. */
@Tag("browser")
class CaseworkWalkTest {
    private static final String PASSWORD = "a long enough password";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    private static Path folder;

    private static House house;
    private static WebServer server;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        Acting supervisor =
                SmallHouse.person(house, "mcmc", "supervisor", Set.of(Role.SUPERVISOR), PASSWORD, Passwords::hash);
        SmallHouse.person(house, "mcmc", "administrator", Set.of(Role.ADMINISTRATOR), PASSWORD, Passwords::hash);
        SmallHouse.person(house, "mcmc", "auditor", Set.of(Role.AUDITOR), PASSWORD, Passwords::hash);
        SmallHouse.person(house, "mcmc", "analyst", Set.of(Role.ANALYST), PASSWORD, Passwords::hash);
        try (InputStream complaints = CaseworkWalkTest.class.getResourceAsStream("/demo/complaints.csv")) {
            byte[] csv = Objects.requireNonNull(complaints).readAllBytes();
            SmallHouse.done(new ReceiveComplaint(house).importFile(supervisor, "complaints.csv", csv));
        }
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
    void walksFromAReportToTheLetterToThePlatform(int width, ColorScheme scheme, String language) throws Exception {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
            Page page = context.newPage();
            String suffix = "-" + width + "-" + language;
            report(page, language, suffix);
            signIn(page, language, "supervisor");
            page.navigate(server.address() + "/complaints");
            look(page, "c3-inbox" + suffix);
            page.click("form[action='/complaints/new-case'] button >> nth=0");
            String caseAddress = page.url().replace("/course", "");
            act(page, caseAddress);
            page.click("form[action$='/conflicts'] button");
            page.fill("form[action$='/notes'] textarea", "Compared with the list of the school; nothing yet.");
            page.click("form[action$='/notes'] button");
            look(page, "c4-course" + suffix);
            page.navigate(caseAddress + "/requests/new?kind=PRESERVATION");
            page.selectOption("select[name=provider]", "telegram");
            page.selectOption("select[name=authority]", "MY-866-60");
            page.check("input[name=type][value=MESSAGES]");
            for (String item : List.of("b", "c", "d", "e", "f")) {
                page.fill("textarea[name=" + item + "]", "What item (" + item + ") of the request states.");
            }
            look(page, "c5-request-new" + suffix);
            page.click("main form button[type=submit] >> nth=-1");
            page.click("button:has-text('" + (language.equals("ms") ? "Saya telah" : "I have sent") + "')");
            look(page, "c6-requests" + suffix);
            var download = page.waitForDownload(() -> page.click("a:has-text('PDF (" + language + ")')"));
            Files.createDirectories(SCREENSHOTS);
            download.saveAs(SCREENSHOTS.resolve("letter-" + language + ".pdf"));
            assertThat(Files.size(SCREENSHOTS.resolve("letter-" + language + ".pdf")))
                    .isPositive();
            page.navigate(server.address() + "/registers");
            look(page, "c7-registers" + suffix);
            page.navigate(caseAddress);
            look(page, "c8-case" + suffix);
            page.navigate(caseAddress + "/people");
            look(page, "c9-case-people" + suffix);
            page.navigate(server.address() + "/cases");
            look(page, "c10-cases" + suffix);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en", "390, DARK, ms"})
    void showsWhatAdministratorAndAuditorSee(int width, ColorScheme scheme, String language) {
        for (String login : List.of("administrator", "auditor")) {
            try (BrowserContext context = browser.newContext(
                    new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
                Page page = context.newPage();
                String suffix = "-" + width + "-" + language;
                signIn(page, language, login);
                page.navigate(server.address() + (login.equals("auditor") ? "/audit" : "/people"));
                look(page, "c11-" + login + suffix);
                page.navigate(server.address() + "/me");
                look(page, "c12-me-" + login + suffix);
            }
        }
    }

    private static void signIn(Page page, String language, String login) {
        page.navigate(server.address() + "/sign-in?language=" + language);
        page.fill("input[name=username]", login);
        page.fill("input[name=password]", PASSWORD);
        page.click("main button[type=submit]");
    }

    /** A member, a task, a decision and a marking, so that the pages have rows to show. */
    private static void act(Page page, String caseAddress) {
        page.navigate(caseAddress + "/people");
        page.fill("form[action$='/people'] input[name=login]", "analyst");
        page.selectOption("form[action$='/people'] select[name=role]", "ANALYST");
        page.click("form[action$='/people'] button");
        page.navigate(caseAddress + "/course");
        page.fill(
                "form[action$='/tasks'] input[name=title]", "Compare the invite link with the links of the other case");
        page.selectOption("form[action$='/tasks'] select[name=person]", new SelectOption().setIndex(0));
        page.fill("form[action$='/tasks'] input[name=due]", "2026-12-01");
        page.click("form[action$='/tasks'] button");
        page.click("details:has(form[action$='/decisions']) > summary");
        page.fill(
                "form[action$='/decisions'] textarea[name=words]",
                "The provider keeps the group's records for ninety days; the other agency looks at the numbers.");
        page.selectOption("form[action$='/decisions'] select[name=decision]", "REFER");
        page.click("form[action$='/decisions'] button");
    }

    private static void report(Page page, String language, String suffix) {
        page.navigate(server.address() + "/report?language=" + language);
        look(page, "c1-report-1" + suffix);
        page.click("button[value=next]");
        page.selectOption("select[name=platform]", "telegram");
        page.fill("textarea[name=where]", "https://t.me/+AbCdEf" + language);
        look(page, "c1-report-2" + suffix);
        page.click("button[value=next]");
        page.check("input[value=secrecy]");
        page.fill("textarea[name=words]", "He asks my sister to keep it secret and to come to another app.");
        look(page, "c1-report-3" + suffix);
        page.click("button[value=next]");
        page.check("input[name=child][value=yes]");
        look(page, "c1-report-4" + suffix);
        page.click("button[value=next]");
        look(page, "c1-report-5" + suffix);
        page.click("button[value=send]");
        look(page, "c2-sent" + suffix);
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
