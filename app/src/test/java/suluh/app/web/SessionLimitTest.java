package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.House;
import suluh.app.flow.SmallHouse;
import suluh.core.casework.Role;

/** A session that is used all the time ends all the same. */
class SessionLimitTest {
    private static final String PASSWORD = "a long enough password";

    @TempDir
    private Path folder;

    private Instant time = Instant.parse("2026-11-24T08:00:00Z");

    @Test
    void endsTwelveHoursAfterTheSignInHoweverBusyItWas() throws Exception {
        Path data = folder.resolve("data");
        try (House house = SmallHouse.open(data, SmallHouse.clock(() -> time))) {
            SmallHouse.person(house, "mcmc", "analyst", Set.of(Role.ANALYST), PASSWORD, Passwords::hash);
            try (WebServer server = WebServer.start(house, 0, "")) {
                HttpClient client = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .build();
                signIn(client, server);
                for (int hour = 0; hour < 12; hour++) {
                    assertThat(get(client, server, "/cases").statusCode())
                            .as("after %d hours", hour)
                            .isEqualTo(200);
                    time = time.plus(Duration.ofHours(1));
                }

                HttpResponse<String> ended = get(client, server, "/cases");

                assertThat(ended.statusCode()).isEqualTo(302);
                assertThat(ended.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?ended");
                assertThat(get(client, server, "/cases").statusCode()).isEqualTo(302);
                signIn(client, server);
                assertThat(get(client, server, "/cases").statusCode()).isEqualTo(200);
            }
        }
    }

    private static void signIn(HttpClient client, WebServer server) throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get(client, server, "/sign-in").body());
        assertThat(token.find()).isTrue();
        String form = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
                + "&username=analyst&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        client.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private static HttpResponse<String> get(HttpClient client, WebServer server, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
