package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.app.flow.House;
import suluh.app.flow.SmallHouse;
import suluh.app.host.InputException;
import suluh.core.casework.Role;

/** The server over the real database: who gets in, what headers say, that evidence does not act. */
class WebServerTest {
    private static final String PASSWORD = "a long enough password";

    @TempDir
    private static Path folder;

    private static House house;
    private static WebServer server;
    private static String caseNumber;

    @BeforeAll
    static void start() throws IOException, InputException {
        house = SmallHouse.open(folder.resolve("data"));
        caseNumber =
                SmallHouse.demo(house, SmallHouse.synthetic(folder.resolve("synth"), 500), PASSWORD, Passwords::hash);
        SmallHouse.person(house, "mcmc", "outsider", Set.of(Role.ANALYST), PASSWORD, Passwords::hash);
        server = WebServer.start(house, 0, "");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cases", "/cases/SU-2026-0001", "/cases/SU-2026-0001/report", "/actuator", "/h2"})
    void sendsStrangersToTheSignIn(String path) throws Exception {
        HttpResponse<String> response = get(client(), path);

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
    }

    @Test
    void letsInWhoKnowsThePasswordAndNobodyElse() throws Exception {
        assertThat(location(signIn(client(), "demo", PASSWORD))).endsWith("/cases");
        assertThat(location(signIn(client(), "demo", "wrong"))).endsWith("/sign-in?failed");
        assertThat(location(signIn(client(), "nobody", PASSWORD))).endsWith("/sign-in?failed");
    }

    @Test
    void stopsGuessingAfterTenAttempts() throws Exception {
        SmallHouse.person(house, "mcmc", "guessed", Set.of(Role.ANALYST), PASSWORD, Passwords::hash);
        for (int i = 0; i < 10; i++) {
            signIn(client(), "guessed", "wrong " + i);
        }

        assertThat(location(signIn(client(), "guessed", PASSWORD))).endsWith("/sign-in?failed");
    }

    @Test
    void refusesAFormWithoutItsToken() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=demo&password=x"))
                .build();

        assertThat(client().send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsACaseToItsMembersOnly() throws Exception {
        HttpClient outsider = client();
        signIn(outsider, "outsider", PASSWORD);

        assertThat(get(outsider, "/cases").body()).doesNotContain(caseNumber);
        for (String page :
                new String[] {"", "/report", "/accounts", "/conversations", "/conversations/1", "/queue", "/evaluation"
                }) {
            HttpResponse<String> response = get(outsider, "/cases/" + caseNumber + page);
            assertThat(response.statusCode()).as(page).isEqualTo(404);
        }
    }

    @Test
    void sendsItsHeadersWithEveryPageAndOpensEachPage() throws Exception {
        HttpClient member = client();
        signIn(member, "demo", PASSWORD);
        for (String page : new String[] {
            "/cases",
            "/registers",
            "/cases/N",
            "/cases/N/report",
            "/cases/N/accounts",
            "/cases/N/conversations",
            "/cases/N/conversations/1",
            "/cases/N/conversations/1?from=0&language=ms",
            "/cases/N/queue",
            "/cases/N/conversations/1?from=-1&language=en",
            "/cases/N/evaluation"
        }) {
            HttpResponse<String> response = get(member, page.replace("N", caseNumber));

            assertThat(response.statusCode()).as(page).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'none'")
                            .contains("frame-ancestors 'none'")
                            .doesNotContain("script-src"));
            assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(response.body()).doesNotContain("<script").doesNotContain("??");
        }
    }

    @Test
    void followsAMessageToItsSealedBytesAndRecordsTheLook() throws Exception {
        HttpClient member = client();
        signIn(member, "demo", PASSWORD);
        String conversation =
                get(member, "/cases/" + caseNumber + "/conversations/1").body();
        Matcher link = Pattern.compile("href=\"(/cases/[^\"]*/source[^\"]*)\"").matcher(conversation);
        assertThat(link.find()).isTrue();

        String source = get(member, link.group(1).replace("&amp;", "&")).body();
        Matcher item = Pattern.compile("/evidence/(ev-[0-9a-f]{32})").matcher(source);
        assertThat(item.find()).isTrue();
        String evidence = get(member, "/cases/" + caseNumber + "/evidence/" + item.group(1))
                .body();

        assertThat(source).contains("RFC 9162");
        assertThat(evidence).contains("sealed").contains("read").contains("shown");
    }

    @Test
    void answersWhatIsNotThereWithoutSayingMore() throws Exception {
        HttpClient member = client();
        signIn(member, "demo", PASSWORD);
        String base = "/cases/" + caseNumber;
        String absent = "ev-" + "0".repeat(32);

        assertThat(get(member, base + "/evidence/nonsense").statusCode()).isEqualTo(404);
        assertThat(get(member, base + "/evidence/" + absent).statusCode()).isEqualTo(404);
        assertThat(get(member, base + "/source?item=" + absent + "&path=&offset=0&length=1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(member, base + "/source?item=" + absent + "&path=&offset=-1&length=1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get(member, base + "/conversations/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void speaksBothLanguagesInFull() throws IOException {
        assertThat(messages("messages_ms.properties").keySet())
                .isEqualTo(messages("messages.properties").keySet());
    }

    @Test
    void showsHostileTextAsText() {
        String shown = new PageText().safe("<img src=x onerror=alert(1)>\u202Eabc\u0000");

        assertThat(shown).isEqualTo("<bdi>&lt;img src=x onerror=alert(1)&gt;⟨U+202E⟩abc⟨U+0000⟩</bdi>");
    }

    @Test
    void makesTheFirstPersonByALinkThatServesOnce() {
        SetupToken token = new SetupToken("secret");

        assertThat(token.opens("other")).isFalse();
        assertThat(token.use("other")).isFalse();
        assertThat(token.use("secret")).isTrue();
        assertThat(token.opens("secret")).isFalse();
        assertThat(new SetupToken("").opens("")).isFalse();
    }

    private static Properties messages(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = WebServerTest.class.getResourceAsStream("/" + name)) {
            assertThat(in).isNotNull();
            properties.load(in);
        }
        return properties;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static HttpResponse<String> get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> signIn(HttpClient client, String login, String password)
            throws IOException, InterruptedException {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get(client, "/sign-in").body());
        assertThat(token.find()).isTrue();
        String form =
                "_csrf=" + encoded(token.group(1)) + "&username=" + encoded(login) + "&password=" + encoded(password);
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
