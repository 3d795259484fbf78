package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.ReceiveComplaint;
import suluh.app.flow.SmallHouse;
import suluh.core.casework.Role;

/** From the public form to the letter in chromium, without script, with axe on each page; pictures in app/target/screenshots. */
@BrowserTest
class CaseworkWalkTest {
    @TempDir
    private static Path folder;

    private static BrowserHouse intake;

    @BeforeAll
    static void start() throws Exception {
        House house = SmallHouse.open(folder.resolve("data"));
        Acting supervisor = SmallHouse.person(
                house, "mcmc", "supervisor", Set.of(Role.SUPERVISOR), BrowserHouse.PASSWORD, Passwords::hash);
        SmallHouse.person(
                house, "mcmc", "administrator", Set.of(Role.ADMINISTRATOR), BrowserHouse.PASSWORD, Passwords::hash);
        SmallHouse.person(house, "mcmc", "auditor", Set.of(Role.AUDITOR), BrowserHouse.PASSWORD, Passwords::hash);
        SmallHouse.person(house, "mcmc", "analyst", Set.of(Role.ANALYST), BrowserHouse.PASSWORD, Passwords::hash);
        try (InputStream complaints = CaseworkWalkTest.class.getResourceAsStream("/demo/complaints.csv")) {
            byte[] csv = Objects.requireNonNull(complaints).readAllBytes();
            SmallHouse.done(new ReceiveComplaint(house).importFile(supervisor, "complaints.csv", csv));
        }
        intake = BrowserHouse.of(house);
    }

    @AfterAll
    static void stop() throws Exception {
        intake.close();
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en", "390, DARK, ms"})
    void walksFromAReportToTheLetterToThePlatform(int width, ColorScheme scheme, String language) throws Exception {
        try (BrowserContext window = BrowserHouse.window(width, scheme)) {
            Page page = window.newPage();
            String suffix = "-" + width + "-" + language;
            report(page, language, suffix);
            intake.signIn(page, "supervisor", language);
            page.navigate(intake.address() + "/complaints");
            BrowserHouse.look(page, "c3-inbox" + suffix);
            page.click("form[action='/complaints/new-case'] button >> nth=0");
            String caseAddress = page.url().replace("/course", "");
            act(page, caseAddress);
            page.click("form[action$='/conflicts'] button");
            page.fill("form[action$='/notes'] textarea", "Compared with the list of the school; nothing yet.");
            page.click("form[action$='/notes'] button");
            BrowserHouse.look(page, "c4-course" + suffix);
            page.navigate(caseAddress + "/requests/new?kind=PRESERVATION");
            page.selectOption("select[name=provider]", "telegram");
            page.selectOption("select[name=authority]", "MY-866-60");
            page.check("input[name=type][value=MESSAGES]");
            for (String item : List.of("b", "c", "d", "e", "f")) {
                page.fill("textarea[name=" + item + "]", "What item (" + item + ") of the request states.");
            }
            BrowserHouse.look(page, "c5-request-new" + suffix);
            page.click("main form button[type=submit] >> nth=-1");
            page.click("button:has-text('" + (language.equals("ms") ? "Saya telah" : "I have sent") + "')");
            BrowserHouse.look(page, "c6-requests" + suffix);
            var download = page.waitForDownload(() -> page.click("a:has-text('PDF (" + language + ")')"));
            Files.createDirectories(BrowserHouse.SCREENSHOTS);
            download.saveAs(BrowserHouse.SCREENSHOTS.resolve("letter-" + language + ".pdf"));
            assertThat(Files.size(BrowserHouse.SCREENSHOTS.resolve("letter-" + language + ".pdf")))
                    .isPositive();
            page.navigate(intake.address() + "/registers");
            BrowserHouse.look(page, "c7-registers" + suffix);
            page.navigate(caseAddress);
            BrowserHouse.look(page, "c8-case" + suffix);
            page.navigate(caseAddress + "/people");
            BrowserHouse.look(page, "c9-case-people" + suffix);
            page.navigate(intake.address() + "/cases");
            BrowserHouse.look(page, "c10-cases" + suffix);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en", "390, DARK, ms"})
    void showsWhatAdministratorAndAuditorSee(int width, ColorScheme scheme, String language) {
        for (String login : List.of("administrator", "auditor")) {
            try (BrowserContext window = BrowserHouse.window(width, scheme)) {
                Page page = intake.signedIn(window, login, language);
                String suffix = "-" + width + "-" + language;
                page.navigate(intake.address() + (login.equals("auditor") ? "/audit" : "/people"));
                BrowserHouse.look(page, "c11-" + login + suffix);
                page.navigate(intake.address() + "/me");
                BrowserHouse.look(page, "c12-me-" + login + suffix);
            }
        }
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
        page.navigate(intake.address() + "/report?language=" + language);
        BrowserHouse.look(page, "c1-report-1" + suffix);
        page.click("button[value=next]");
        page.selectOption("select[name=platform]", "telegram");
        page.fill("textarea[name=where]", "https://t.me/+AbCdEf" + language);
        BrowserHouse.look(page, "c1-report-2" + suffix);
        page.click("button[value=next]");
        page.check("input[value=secrecy]");
        page.fill("textarea[name=words]", "He asks my sister to keep it secret and to come to another app.");
        BrowserHouse.look(page, "c1-report-3" + suffix);
        page.click("button[value=next]");
        page.check("input[name=child][value=yes]");
        BrowserHouse.look(page, "c1-report-4" + suffix);
        page.click("button[value=next]");
        BrowserHouse.look(page, "c1-report-5" + suffix);
        page.click("button[value=send]");
        BrowserHouse.look(page, "c2-sent" + suffix);
    }
}
