package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.OpenCase;
import suluh.app.flow.SmallHouse;
import suluh.app.host.InputException;
import suluh.core.casework.Role;

/** Files handed in, their reading watched, cancelled and cut off by a stop of the program; then the timeline of them. */
@BrowserTest
class WorkWalkTest {
    /** Enough that a reading goes through several steps while somebody looks. */
    private static final long MESSAGES = 20_000;

    private static final int MAX_ZOOMS = 5;

    @TempDir
    private static Path folder;

    private static Path[] exports;
    private static Acting officer;
    private static BrowserHouse served;

    @BeforeAll
    static void start() throws IOException, InputException {
        Path synthetic = SmallHouse.synthetic(folder.resolve("synth"), MESSAGES);
        try (Stream<Path> files = Files.walk(synthetic)) {
            exports = files.filter(Files::isRegularFile).sorted().toArray(Path[]::new);
        }
        House house = SmallHouse.openWithRunningClock(folder.resolve("data"));
        officer = SmallHouse.person(
                house, "d11", "officer", Set.of(Role.INVESTIGATOR), BrowserHouse.PASSWORD, Passwords::hash);
        served = BrowserHouse.of(house);
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en", "390, DARK, ms"})
    void watchesTheWorkCancelsItAndFindsItDoneAfterARestart(int width, ColorScheme scheme, String language)
            throws Exception {
        String suffix = "-" + width + "-" + language;
        String number = SmallHouse.done(new OpenCase(served.house()).run(officer, "MY-792-12", "MY-593-116B"))
                .number();
        try (BrowserContext window = BrowserHouse.window(width, scheme)) {
            Page page = served.signedIn(window, "officer", language);
            List<String> complaints = BrowserHouse.complaints(page);
            page.navigate(served.address() + "/cases/" + number + "/work");
            handIn(page, exports);
            BrowserHouse.look(page, "w1-handed-in" + suffix);
            begin(page);
            Locator live = page.locator("#work-live");
            String first = live.textContent();
            PlaywrightAssertions.assertThat(live).not().hasText(first);
            BrowserHouse.look(page, "w2-progress" + suffix);
            BrowserHouse.awaitWork(page);
            BrowserHouse.look(page, "w3-found" + suffix);
            assertThat(page.locator(BrowserHouse.WORK_FOUND).count()).isEqualTo(6);

            cancelOnTheWay(page);
            BrowserHouse.look(page, "w4-cancelled" + suffix);
            begin(page);
            assertThat(complaints).as("the browser's console").isEmpty();
        }
        served.close();
        served = BrowserHouse.of(SmallHouse.openWithRunningClock(folder.resolve("data")));
        try (BrowserContext window = BrowserHouse.window(width, scheme)) {
            Page page = served.signedIn(window, "officer", language);
            page.navigate(served.address() + "/cases/" + number + "/work");
            BrowserHouse.awaitWork(page);
            BrowserHouse.look(page, "w5-after-a-restart" + suffix);
            page.navigate(served.address() + "/cases/" + number + "/timeline");
            walkTheTimeline(page, suffix);
        }
    }

    private static void handIn(Page page, Path... files) {
        page.setInputFiles("input[name=file]", files);
        page.click("form[enctype='multipart/form-data'] button");
    }

    private static void begin(Page page) {
        page.click("main form.filter button");
        page.waitForSelector("#work-live");
    }

    /** Hands one more file in, begins, and cancels at once: the work is over and found nothing. */
    private static void cancelOnTheWay(Page page) throws IOException {
        Path chat = folder.resolve("WhatsApp Chat with Taman.txt");
        Files.writeString(chat, "12/10/2024, 21:14 - Cikgu: Selamat petang semua\n");
        handIn(page, chat);
        begin(page);
        page.click("form[action$='/cancellation'] button");
        PlaywrightAssertions.assertThat(page.locator("#work-live"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(BrowserHouse.WORK_MILLIS));
        assertThat(page.locator(BrowserHouse.WORK_FOUND).count()).isZero();
        assertThat(page.locator("tbody tr:first-child .band").textContent()).isIn("cancelled", "dibatalkan");
    }

    /** From the whole case down to the messages of a day by its bars, and to some days by a stroke over the chart. */
    private static void walkTheTimeline(Page page, String suffix) {
        String whole = page.url();
        BrowserHouse.look(page, "t1-timeline" + suffix);
        for (int zoom = 0; zoom < MAX_ZOOMS && !page.url().contains("/search"); zoom++) {
            page.locator("svg.timeline a").first().focus();
            page.keyboard().press("Enter");
            page.waitForLoadState();
            BrowserHouse.look(page, "t2-opened-" + zoom + suffix);
        }
        assertThat(page.url()).contains("/search?day=");
        assertThat(page.locator(".hits li").count()).isPositive();

        page.navigate(whole);
        int bars = bars(page);
        page.locator("svg.timeline").scrollIntoViewIfNeeded();
        BoundingBox chart = page.locator("svg.timeline").boundingBox();
        page.mouse().move(chart.x + chart.width * 0.3, chart.y + chart.height / 2);
        page.mouse().down();
        page.mouse().move(chart.x + chart.width * 0.6, chart.y + chart.height / 2);
        page.mouse().up();
        page.waitForURL("**/timeline?from=*");
        BrowserHouse.look(page, "t3-marked" + suffix);
        assertThat(page.inputValue("input[name=from]")).isLessThan(page.inputValue("input[name=until]"));
        assertThat(bars(page)).isNotEqualTo(bars);
    }

    private static int bars(Page page) {
        return page.getAttribute("svg.timeline", "data-from").split(" ").length;
    }
}
