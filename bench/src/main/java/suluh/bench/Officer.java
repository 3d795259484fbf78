package suluh.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person at work in a browser: signs in, then looks at pages as an analyst does, and follows their links. */
final class Officer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Status of a visit that nothing answered. */
    private static final int NO_ANSWER = 0;

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SOURCE = Pattern.compile("href=\"(/cases/[^\"]+/source\\?[^\"]+)\"");
    private static final Pattern CONVERSATION = Pattern.compile("href=\"(/cases/[^\"]+/conversations/\\d+)[\"?]");
    private static final Pattern ACCOUNT = Pattern.compile("href=\"(/cases/[^\"]+/accounts/\\d+)\"");
    private static final Pattern NODE = Pattern.compile("href=\"(/cases/[^\"]+/network/nodes/\\d+)\"");
    /** A person reads for about a second and a half before the next click. */
    private static final int MIN_THINK_MILLIS = 500;

    private static final int THINK_MILLIS = 2_000;
    /** From rare to in every tenth message, a phrase, a beginning, a near handle, and Chinese. */
    private static final List<String> WORDS =
            List.of("umur", "jumpa", "%22awak+umur%22", "kel*", "a", "meilinq99", "%E7%94%9F%E6%97%A5");

    private static final List<String> OTHERS =
            List.of("timeline", "work", "queue", "media", "identity", "course", "requests", "people", "evaluation");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(PATIENCE)
            .build();
    private final String address;
    private final String casePath;
    private final Random random;

    /** A page that was asked for: by kind, with its time, status and size. */
    record Visit(String page, double millis, int status, int bytes) {}

    Officer(String address, String caseNumber, long seed) {
        this.address = address;
        this.casePath = "/cases/" + caseNumber;
        this.random = new Random(seed);
    }

    void signIn(String login, String password) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/sign-in").body());
        if (!token.find()) {
            throw new IOException("the sign-in page has no token");
        }
        String form = "username=" + login + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)
                + "&code=&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/cases")) {
            throw new IOException(login + " could not sign in");
        }
    }

    /** Works until this instant of {@link System#nanoTime}; gives what was asked for. */
    List<Visit> work(long until) throws IOException, InterruptedException {
        List<Visit> visits = new ArrayList<>();
        while (System.nanoTime() < until) {
            visit(visits, "cases", "/cases");
            visit(visits, "case", casePath);
            follow(visits, "account", ACCOUNT, visit(visits, "accounts", casePath + "/accounts"));
            visit(visits, "search", casePath + "/search?q=" + WORDS.get(random.nextInt(WORDS.size())));
            visit(visits, OTHERS.get(random.nextInt(OTHERS.size())));
            follow(visits, "network node", NODE, visit(visits, "network", casePath + "/network"));
            List<String> conversations =
                    links(CONVERSATION, visit(visits, "conversations", casePath + "/conversations"));
            for (int i = 0; i < 4 && !conversations.isEmpty() && System.nanoTime() < until; i++) {
                String chosen = conversations.get(random.nextInt(conversations.size()));
                follow(visits, "source", SOURCE, visit(visits, "conversation", chosen));
            }
        }
        return visits;
    }

    /** Opens one of the links of this kind, if the page has any. */
    private void follow(List<Visit> visits, String name, Pattern kind, String page)
            throws IOException, InterruptedException {
        List<String> links = links(kind, page);
        if (!links.isEmpty()) {
            visit(visits, name, links.get(random.nextInt(links.size())));
        }
    }

    private void visit(List<Visit> visits, String page) throws IOException, InterruptedException {
        visit(visits, page, casePath + "/" + page);
    }

    private String visit(List<Visit> visits, String page, String path) throws IOException, InterruptedException {
        Thread.sleep(MIN_THINK_MILLIS + random.nextInt(THINK_MILLIS));
        long start = System.nanoTime();
        HttpResponse<String> answer;
        try {
            answer = get(path);
        } catch (HttpTimeoutException e) {
            System.err.println("no answer within " + PATIENCE.toSeconds() + " s: " + path);
            visits.add(new Visit(page, PATIENCE.toMillis(), NO_ANSWER, 0));
            return "";
        }
        double millis = (System.nanoTime() - start) / 1e6;
        visits.add(new Visit(page, millis, answer.statusCode(), answer.body().getBytes(StandardCharsets.UTF_8).length));
        return answer.body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> links(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(result -> result.group(1).replace("&amp;", "&"))
                .toList();
    }
}
