package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.app.flow.SmallHouse;
import suluh.app.host.InputException;

/** Evidence that wants to act: on no page does anything run, get fetched, or push the page wider than the screen. */
@BrowserTest
class HostileContentTest {
    /** Names that people gave themselves, each an attack on whoever shows them. */
    private static final List<String> NAMES = List.of(
            "<script>window.acted=1</script>",
            "\"><img src=http://evil.test/a.png onerror=window.acted=2>",
            "javascript:window.acted=3",
            "\u202Egnp.exe\u202C\u2066right\u2069",
            "a\u200B\u200B\u200Bb\uFEFF",
            "W".repeat(400),
            "=HYPERLINK(\"http://evil.test\",\"x\")",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "${7*7} [[${T(java.lang.Runtime)}]] #{case.title}",
            "../../../../etc/passwd\u0000.png");

    @TempDir
    private static Path folder;

    private static BrowserHouse hostile;

    @BeforeAll
    static void start() throws IOException, InputException {
        Path input = folder.resolve("input");
        Files.createDirectories(input);
        Files.write(input.resolve("result.json"), telegram());
        Files.writeString(input.resolve("' onmouseover='window.acted=4' x='.txt"), "nothing that a reader knows");
        hostile = BrowserHouse.demo(SmallHouse.open(folder.resolve("data")), input);
    }

    /** A group of Telegram in which every attack is a name, a message, a file's name and the group's own name. */
    private static byte[] telegram() {
        StringBuilder json = new StringBuilder("{\"name\":").append(quoted(NAMES.get(1)));
        json.append(",\"type\":\"private_supergroup\",\"id\":4711,\"messages\":[");
        for (int i = 0; i < NAMES.size(); i++) {
            String attack = quoted(NAMES.get(i));
            json.append(i == 0 ? "" : ",")
                    .append("{\"id\":")
                    .append(i + 1)
                    .append(",\"type\":\"message\",\"date\":\"2024-10-12T21:14:0")
                    .append(i % 10)
                    .append("\",\"date_unixtime\":\"172874244")
                    .append(i % 10)
                    .append("\",\"from\":")
                    .append(attack)
                    .append(",\"from_id\":\"user")
                    .append(i + 1)
                    .append("\",\"file\":")
                    .append(attack)
                    .append(",\"text\":")
                    .append(quoted("jumpa " + NAMES.get(i)))
                    .append("}");
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 0x20 || c > 0x7E) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }

    @AfterAll
    static void stop() throws IOException {
        hostile.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void nothingRunsNothingIsFetchedNothingReflows(int width) {
        try (BrowserContext window = BrowserHouse.window(width, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            List<String> strangers = new ArrayList<>();
            List<String> complaints = BrowserHouse.complaints(page);
            page.onRequest(request -> {
                if (!request.url().startsWith(hostile.address())
                        && !request.url().startsWith("data:")) {
                    strangers.add(request.url());
                }
            });
            page.onDialog(dialog -> complaints.add("a dialog opened"));
            hostile.signIn(page, "demo", "en");
            String base = hostile.caseAddress();
            for (String path : List.of(
                    "",
                    "/accounts",
                    "/accounts/1",
                    "/accounts/2",
                    "/conversations",
                    "/conversations/1",
                    "/search?q=jumpa",
                    "/search?q=%3Cscript%3E",
                    "/timeline",
                    "/queue",
                    "/media",
                    "/identity",
                    "/network",
                    "/evaluation",
                    "/course",
                    "/requests",
                    "/people",
                    "/disclosure",
                    "/outgoing",
                    "/work",
                    "/report")) {
                page.navigate(base + path);
                requireCalm(page, path);
            }
            page.navigate(base);
            page.click("main table a >> nth=0");
            requireCalm(page, "evidence");
            page.navigate(base + "/conversations/1");
            page.click("a.source >> nth=0");
            requireCalm(page, "source");

            assertThat(strangers).as("addresses elsewhere").isEmpty();
            assertThat(complaints).as("the browser's console").isEmpty();
        }
    }

    private static void requireCalm(Page page, String path) {
        assertThat(page.evaluate("typeof window.acted")).as(path).isEqualTo("undefined");
        assertThat(page.locator("main img[onerror], main script:not([src])").count())
                .as(path)
                .isZero();
        assertThat(BrowserHouse.overflow(page))
                .as("%s reaches beyond the screen", path)
                .isLessThanOrEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/network/nodes", "/network/ties"})
    void noCellOfATableToDownloadIsAFormula(String path) {
        try (BrowserContext window = BrowserHouse.window(1440, ColorScheme.LIGHT)) {
            hostile.signedIn(window, "demo", "en");
            var answer = window.request().get(hostile.caseAddress() + path);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().get("content-disposition")).contains("attachment");
            assertThat(answer.headers().get("x-content-type-options")).isEqualTo("nosniff");
            for (String cell : answer.text().split("[,\\r\\n]")) {
                String bare = cell.replaceFirst("^\"", "");
                assertThat(bare.matches("^[=@+].*") || bare.startsWith("-H"))
                        .as(cell)
                        .isFalse();
            }
        }
    }
}
