package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.app.flow.House;
import suluh.app.flow.SmallHouse;
import suluh.app.host.InputException;

/** An officer looks at an actor and an account in chromium, splits the actor and undoes it; axe looks at each page. */
@Tag("browser")
class IdentityWalkTest {
    private static final String PASSWORD = "a long enough password";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1440, en", "390, ms"})
    void splitsAnActorAndTakesItBack(int width, String language) throws IOException, InputException {
        House house = SmallHouse.open(folder.resolve("data"));
        SmallHouse.demo(house, SmallHouse.synthetic(folder.resolve("synth"), 3_000), PASSWORD, Passwords::hash);
        String chromium = System.getenv().getOrDefault("SULUH_CHROMIUM", "/usr/bin/chromium");
        try (WebServer server = WebServer.start(house, 0, "");
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(chromium))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
                BrowserContext context =
                        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900))) {
            walk(context.newPage(), server.address(), "-" + width + "-" + language, language);
        } finally {
            house.close();
        }
    }

    private static void walk(Page page, String address, String suffix, String language) {
        page.navigate(address + "/sign-in?language=" + language);
        page.fill("input[name=username]", "demo");
        page.fill("input[name=password]", PASSWORD);
        page.click("main button[type=submit]");
        page.click("main table a");
        String caseAddress = page.url();
        page.navigate(caseAddress + "/accounts");
        look(page, "i1-accounts" + suffix);
        page.navigate(caseAddress + "/actors/actor-1");
        look(page, "i2-actor" + suffix);
        page.click("main table th a >> nth=0");
        look(page, "i3-account" + suffix);
        assertThat(page.locator("svg.heat rect").count()).isEqualTo(168);
        page.navigate(caseAddress + "/actors/actor-1");
        page.check("input[name=left] >> nth=0");
        page.check("input[name=right] >> nth=1");
        page.click("main form button");
        look(page, "i4-preview" + suffix);
        page.fill("input[name=reason]", "two people");
        page.click("main form button");
        look(page, "i5-decisions" + suffix);
        page.click("main form.notice button");
        assertThat(page.locator("main form.notice").count()).isZero();
        look(page, "i6-worked-out-anew" + suffix);
        page.navigate(caseAddress + "/identity");
        page.fill("input[name=reason]", "an error");
        page.click("main section.tie form button");
        assertThat(page.locator("main section.tie form").count()).isZero();
        assertThat(page.locator("main form.notice").count()).isOne();
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
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
