package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An officer's first walk in chromium, with axe on each page; screenshots in app/target/screenshots. */
@BrowserTest
class BrowserWalkTest {
    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en", "390, DARK, ms"})
    void walksFromTheSignInToTheSealedBytesOfAMessage(
            int width, ColorScheme scheme, String language, BrowserHouse demo) {
        try (BrowserContext window = BrowserHouse.window(width, scheme)) {
            Page page = window.newPage();
            List<String> complaints = BrowserHouse.complaints(page);
            String suffix = "-" + width + "-" + language;
            page.navigate(demo.address() + "/sign-in?language=" + language);
            BrowserHouse.look(page, "1-sign-in" + suffix);
            demo.signIn(page, "demo", language);
            BrowserHouse.look(page, "2-cases" + suffix);
            page.click("main table a[href$='" + demo.number() + "']");
            BrowserHouse.look(page, "3-case" + suffix);
            String caseAddress = page.url();
            page.navigate(caseAddress + "/accounts");
            BrowserHouse.look(page, "4-accounts" + suffix);
            page.navigate(caseAddress + "/conversations");
            BrowserHouse.look(page, "5-conversations" + suffix);
            page.click("main table a >> nth=0");
            BrowserHouse.look(page, "6-conversation" + suffix);
            assertThat(page.locator("mark").count()).isPositive();
            page.navigate(caseAddress + "/search");
            page.fill("input[name=q]", "umur");
            page.click("form[role=search] button");
            BrowserHouse.look(page, "6f-search" + suffix);
            assertThat(page.locator(".hits mark").count()).isPositive();
            page.click(".hits .head a >> nth=0");
            assertThat(page.url()).contains("/conversations/").contains("#m");
            page.navigate(caseAddress + "/queue");
            BrowserHouse.look(page, "6a-queue" + suffix);
            page.click(".queue a[href$='from=-1'] >> nth=0");
            BrowserHouse.look(page, "6b-passages" + suffix);
            page.fill("input[name=reason]", "read in the walk");
            page.click(".verdicts button >> nth=0");
            assertThat(page.url()).endsWith("/queue");
            page.locator(".state-read").first().waitFor();
            page.navigate(caseAddress + "/evaluation");
            BrowserHouse.look(page, "6c-evaluation" + suffix);
            page.goBack();
            page.click(".queue a >> nth=0");
            BrowserHouse.look(page, "6d-reader" + suffix);
            page.click(".has-cue a.source >> nth=0");
            BrowserHouse.look(page, "7-source" + suffix);
            page.click("main dl a");
            page.click("main form button");
            BrowserHouse.look(page, "8-evidence" + suffix);
            assertThat(page.locator("[role=status]").count()).isEqualTo(1);
            page.navigate(caseAddress + "/report");
            BrowserHouse.picture(page, "9-report" + suffix);
            assertThat(page.title()).startsWith("Report of case");
            assertThat(complaints).as("the browser's console").isEmpty();
        }
    }
}
