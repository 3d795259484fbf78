package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.app.flow.SmallHouse;
import suluh.app.host.InputException;

/** An officer looks at an actor and an account in chromium, splits the actor and undoes it; axe looks at each page. */
@BrowserTest
class IdentityWalkTest {
    @TempDir
    private static Path folder;

    private static BrowserHouse identity;

    @BeforeAll
    static void start() throws IOException, InputException {
        identity = BrowserHouse.demo(
                SmallHouse.open(folder.resolve("data")), SmallHouse.synthetic(folder.resolve("synth"), 3_000));
    }

    @AfterAll
    static void stop() throws IOException {
        identity.close();
    }

    @ParameterizedTest
    @CsvSource({"1440, en", "390, ms"})
    void splitsAnActorAndTakesItBack(int width, String language) {
        try (BrowserContext window = BrowserHouse.window(width, ColorScheme.LIGHT)) {
            Page page = identity.signedIn(window, "demo", language);
            String suffix = "-" + width + "-" + language;
            page.navigate(identity.caseAddress() + "/accounts");
            BrowserHouse.look(page, "i1-accounts" + suffix);
            page.navigate(identity.caseAddress() + "/actors/actor-1");
            BrowserHouse.look(page, "i2-actor" + suffix);
            page.click("main table th a >> nth=0");
            BrowserHouse.look(page, "i3-account" + suffix);
            assertThat(page.locator("svg.heat rect").count()).isEqualTo(168);
            page.navigate(identity.caseAddress() + "/actors/actor-1");
            split(page, suffix);
            page.navigate(identity.caseAddress() + "/identity");
            page.fill("input[name=reason]", "an error");
            page.click("main section.tie form button");
            assertThat(page.locator("main section.tie form").count()).isZero();
            page.click("main form.notice button");
            assertThat(page.locator("main form.notice").count()).isZero();
        }
    }

    private static void split(Page page, String suffix) {
        page.check("input[name=left] >> nth=0");
        page.check("input[name=right] >> nth=1");
        page.click("main form button");
        BrowserHouse.look(page, "i4-preview" + suffix);
        page.fill("input[name=reason]", "two people");
        page.click("main form button");
        BrowserHouse.look(page, "i5-decisions" + suffix);
        page.click("main form.notice button");
        assertThat(page.locator("main form.notice").count()).isZero();
        BrowserHouse.look(page, "i6-worked-out-anew" + suffix);
    }
}
