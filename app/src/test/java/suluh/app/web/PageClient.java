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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person at the pages of a server, signed in by password; each form is sent with the token of a page. */
final class PageClient {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final WebServer server;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private PageClient(WebServer server) {
        this.server = server;
    }

    /** Signs in. */
    static PageClient signedIn(WebServer server, String login, String password)
            throws IOException, InterruptedException {
        PageClient client = new PageClient(server);
        client.post("/sign-in", "/sign-in", Map.of("username", login, "password", password));
        return client;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)));
    }

    /** Sends a form that stands on the page {@code from}. */
    HttpResponse<String> post(String from, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        String body = "_csrf=" + encoded(token(from)) + "&" + form;
        return post(path, "application/x-www-form-urlencoded", body);
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Token of the forms of this page. */
    String token(String path) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(path).body());
        assertThat(token.find()).as(path).isTrue();
        return token.group(1);
    }

    private URI address(String path) {
        return URI.create(server.address() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
