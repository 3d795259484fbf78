package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.KeepHashLists;
import suluh.app.flow.SmallHouse;
import suluh.app.media.list.KeptList;
import suluh.core.casework.Role;

/** The page of lists of hashes: a supervisor takes one in by its form, others get nowhere. */
class ListPagesTest {
    private static final String PASSWORD = "a long enough password";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @TempDir
    private static Path folder;

    private static House house;
    private static WebServer server;
    private static Acting who = Acting.operator("d11");
    private static HttpClient supervisor = HttpClient.newHttpClient();
    private static HttpClient analyst = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        for (Role role : Set.of(Role.SUPERVISOR, Role.ANALYST)) {
            Acting person = SmallHouse.person(house, "d11", role.wire(), Set.of(role), PASSWORD, Passwords::hash);
            who = role == Role.SUPERVISOR ? person : who;
        }
        server = WebServer.start(house, 0, "");
        supervisor = signedIn("supervisor");
        analyst = signedIn("analyst");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        house.close();
    }

    @Test
    void takesAListInByItsFormAndShowsItInBothLanguages() throws Exception {
        assertThat(get(supervisor, "/lists").body()).contains("No list is held", "name=\"licence\"");

        HttpResponse<String> kept = upload(supervisor, fields("a test ground"), DIGEST + "\n");

        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(kept.headers().firstValue("Location").orElseThrow()).contains("/lists?kept=");
        String page = get(supervisor, "/lists").body();
        assertThat(page).contains("&lt;maker&gt;", "a test ground", "Known good", "2026-10-01", "d11");
        assertThat(get(supervisor, "/lists?language=ms").body())
                .contains("Senarai cincangan", "Dasar penyimpanannya")
                .doesNotContain("??");
        assertThat(kept()).singleElement().satisfies(list -> {
            assertThat(list.records()).isEqualTo(1);
            assertThat(list.agencies()).containsExactly("d11");
        });
    }

    @Test
    void saysWhatIsMissingAndKeepsNothing() throws Exception {
        int before = kept().size();

        HttpResponse<String> without = upload(supervisor, fields(" "), DIGEST + "\n");
        HttpResponse<String> empty = upload(supervisor, fields("ground"), "nothing here\n");

        assertThat(without.body()).contains("the ground on which it is held");
        assertThat(empty.statusCode()).isBetween(400, 499);
        assertThat(kept()).hasSize(before);
    }

    @Test
    void isForSupervisorsAlone() throws Exception {
        assertThat(get(analyst, "/lists").statusCode()).isEqualTo(403);
        assertThat(upload(analyst, fields("ground"), DIGEST + "\n").statusCode())
                .isEqualTo(403);
        assertThat(get(supervisor, "/cases").body()).contains("href=\"/lists\"");
        assertThat(get(analyst, "/cases").body()).doesNotContain("href=\"/lists\"");
    }

    private static List<KeptList> kept() {
        return SmallHouse.done(new KeepHashLists(house).list(who));
    }

    private static Map<String, String> fields(String licence) {
        return new TreeMap<>(Map.of(
                "name",
                "first",
                "source",
                "<maker>",
                "licence",
                licence,
                "scheme",
                "none",
                "purpose",
                "known-good",
                "date",
                "2026-10-01",
                "agency",
                "d11"));
    }

    private static HttpResponse<String> upload(HttpClient client, Map<String, String> fields, String text)
            throws Exception {
        fields.put("_csrf", token(client, "/me"));
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.txt\"\r\n\r\n")
                .append(text)
                .append("\r\n--b--\r\n");
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/lists"))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient signedIn(String login) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String form = "_csrf=" + URLEncoder.encode(token(client, "/sign-in"), StandardCharsets.UTF_8) + "&username="
                + login + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        client.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return client;
    }

    private static String token(HttpClient client, String path) throws Exception {
        Matcher token = TOKEN.matcher(get(client, path).body());
        assertThat(token.find()).as(path).isTrue();
        return token.group(1);
    }
}
