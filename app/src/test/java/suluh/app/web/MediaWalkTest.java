package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.app.flow.MediaInput;
import suluh.app.flow.SmallHouse;
import suluh.app.host.InputException;
import suluh.app.media.TestPictures;

/** The media and exposure pages in chromium, with axe on each; screenshots in app/target/screenshots. */
@BrowserTest
class MediaWalkTest {
    @TempDir
    private static Path folder;

    private static BrowserHouse media;

    @BeforeAll
    static void start() throws IOException, InputException {
        Path input = MediaInput.write(
                folder.resolve("input"),
                TestPictures.waves(5, 300, 220),
                TestPictures.waves(6, 320, 320),
                "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1));
        media = BrowserHouse.demo(SmallHouse.open(folder.resolve("data")), input);
    }

    @AfterAll
    static void stop() throws IOException {
        media.close();
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en", "390, DARK, ms"})
    void walksFromBlurredFieldsToOneLookAndAWordThatCarriesOver(int width, ColorScheme scheme, String language) {
        try (BrowserContext window = BrowserHouse.window(width, scheme)) {
            Page page = media.signedIn(window, "demo", language);
            List<String> complaints = BrowserHouse.complaints(page);
            String suffix = "-" + width + "-" + language;
            page.click("main table a");
            page.click(".case-nav a[href$='/conversations']");
            page.click("main table a[href*='/conversations/'] >> nth=0");
            assertThat(page.locator(".messages li img.blurred").count()).isPositive();
            assertThat(page.locator(".messages li input[name=reason]").count()).isPositive();
            BrowserHouse.look(page, "media-0-reader" + suffix);
            page.click(".case-nav a[href$='/media']");
            BrowserHouse.look(page, "media-1-list" + suffix);
            int blurred = page.locator("img.blurred").count();
            assertThat(blurred).isPositive();
            page.click(".media li:has(img.blurred) details summary >> nth=0");
            page.fill(".media details[open] input[name=reason]", "compare with the complaint");
            page.click(".media details[open] button");
            page.waitForLoadState();
            assertThat(page.evaluate("document.querySelector('img.revealed').naturalWidth"))
                    .isNotEqualTo(0);
            BrowserHouse.look(page, "media-2-look" + suffix);
            page.click("button[value=does-not-bear]");
            BrowserHouse.look(page, "media-3-assessed" + suffix);
            assertThat(page.locator("img.blurred").count()).isLessThan(blurred);
            page.navigate(media.address() + "/exposure");
            BrowserHouse.look(page, "media-4-exposure" + suffix);
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            assertThat(complaints).as("the browser's console").isEmpty();
        }
    }
}
