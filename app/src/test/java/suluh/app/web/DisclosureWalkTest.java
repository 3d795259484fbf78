package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selection, preview, the word of a second person and both bundles in chromium; pictures in app/target/screenshots. */
@BrowserTest
class DisclosureWalkTest {
    @TempDir
    private static Path folder;

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en", "390, DARK, ms"})
    void walksFromTheSelectionToBothBundles(int width, ColorScheme scheme, String language, BrowserHouse demo)
            throws Exception {
        String suffix = "-" + width + "-" + language;
        String address = demo.caseAddress() + "/disclosure";
        try (BrowserContext one = BrowserHouse.window(width, scheme);
                BrowserContext two = BrowserHouse.window(width, scheme)) {
            Page page = demo.signedIn(one, "demo", language);
            page.navigate(demo.caseAddress() + "/people");
            page.fill("form[action$='/people'] input[name=login]", "second");
            page.selectOption("form[action$='/people'] select[name=role]", "SUPERVISOR");
            page.click("form[action$='/people'] button[type=submit]");
            page.navigate(address);
            if (!page.isVisible("input[name=purpose]")) {
                page.click("details:has(input[name=purpose]) summary");
            }
            BrowserHouse.look(page, "d1-selection" + suffix);
            page.fill("input[name=purpose]", "For the defence, as the court asked");
            page.fill("input[name=recipient]", "Counsel of the accused");
            page.selectOption("select[name=subject]", page.getAttribute("select[name=subject] option", "value"));
            page.fill("textarea[name=words]", "place=Jalan Contoh");
            page.click("form:has(input[name=purpose]) button[type=submit]");
            page.click("form[action$='/asking'] button >> nth=0");
            BrowserHouse.look(page, "d2-preview" + suffix);
            Page other = demo.signedIn(two, "second", language);
            other.navigate(address);
            other.click("button[value=true] >> nth=0");
            page.navigate(address);
            page.click("form[action$='/release'] button >> nth=0");
            BrowserHouse.awaitWork(page);
            BrowserHouse.look(page, "d3-made" + suffix);
            page.navigate(address);
            BrowserHouse.look(page, "d4-bundles" + suffix);
            var download = page.waitForDownload(() -> page.click("a[href$='/redacted'] >> nth=0"));
            Path zip = folder.resolve("redacted" + suffix + ".zip");
            download.saveAs(zip);
            assertThat(Files.size(zip)).isPositive();
        }
    }
}
