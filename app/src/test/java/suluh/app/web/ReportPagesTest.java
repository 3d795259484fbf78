package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.House;
import suluh.app.flow.SmallHouse;

/** The public form over HTTP, as a browser without script and without cookies sends it. */
class ReportPagesTest {
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern CODE = Pattern.compile("<code>([^<]+)</code>");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static House house;
    private static WebServer server;

    @BeforeAll
    static void start() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        server = WebServer.start(house, 0, "");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        house.close();
    }

    @Test
    void leadsThroughFiveStepsToANumberAndACodeThatOpenTheStatus() throws Exception {
        HttpResponse<String> first = CLIENT.send(request("/report").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(first.body())
                .contains("999", "15999", "rel=\"noreferrer\"")
                .doesNotContain("type=\"file\"", "<script", "??", "_csrf");

        String page = first.body();
        page = step(page, Map.of("danger", "no"));
        page = step(page, Map.of("platform", "telegram", "where", "t.me/+AbCdEf\n<b>somebody"));
        page = step(page, Map.of("concern", "secrecy", "words", "He said \"tell nobody\" & left <b>"));
        page = step(page, Map.of("when", "yesterday", "child", "yes"));
        assertThat(page).contains("tell nobody", "&lt;b&gt;").doesNotContain("<b>");
        String sent = send(page, Map.of("contact", "", "go", "send"), "/report");

        Matcher codes = CODE.matcher(sent);
        assertThat(codes.find()).as(sent).isTrue();
        String reference = codes.group(1);
        assertThat(codes.find()).isTrue();
        String secret = codes.group(1);
        assertThat(post("/report/status", Map.of("reference", reference, "secret", secret.toLowerCase(Locale.ROOT))))
                .contains("We have your report");
        assertThat(post("/report/status", Map.of("reference", reference, "secret", "wrong")))
                .contains("No report goes by this number");
    }

    @Test
    void saysInBothLanguagesWhatIsMissingAndKeepsTheAnswers() throws Exception {
        Map<String, String> nothing = Map.of("step", "5", "go", "send", "contact", "kept@example.org");

        assertThat(post("/report?language=ms", nothing)).contains("Sila ceritakan", "kept@example.org");
        assertThat(post("/report", nothing)).contains("Please say what happened");
        assertThat(post("/report", Map.of("step", "9", "go", "next"))).contains("Step 2 of 5");
        assertThat(post("/report", Map.of("step", "3", "go", "back"))).contains("Step 2 of 5");
    }

    private static String step(String page, Map<String, String> answers) throws Exception {
        Map<String, String> all = new TreeMap<>(answers);
        all.put("go", "next");
        return send(page, all, "/report");
    }

    /** Sends the form of this page, with what it carries along. */
    private static String send(String page, Map<String, String> answers, String path) throws Exception {
        Map<String, String> all = new TreeMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            all.put(
                    hidden.group(1),
                    hidden.group(2)
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&#39;", "'")
                            .replace("&amp;", "&"));
        }
        all.putAll(answers);
        return post(path, all);
    }

    private static String post(String path, Map<String, String> fields) throws Exception {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = CLIENT.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path));
    }
}
