package suluh.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.KeepKeys;
import suluh.app.flow.KeepKeys.MadeKey;
import suluh.app.flow.SmallHouse;
import suluh.app.web.CodedRoutes;
import suluh.app.web.WebServer;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.casework.Role;
import suluh.core.kernel.Sha256Digest;

/** The REST interface over the real server: keys, problems, idempotency, ETags, slices, seals and proofs. */
class ApiTest {
    private static final String PASSWORD = "a long enough password";
    private static final String MANDATE = "{\"offence\":\"MY-792-12\",\"authority\":\"MY-593-116B\"}";

    @TempDir
    private static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static House house;
    private static WebServer server;
    private static Acting keeper;
    private static String officer;
    private static String administrator;
    private static String stranger;

    @BeforeAll
    static void start() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        keeper = person("d11", "keeper", Role.ADMINISTRATOR);
        Acting otherKeeper = person("mcmc", "other-keeper", Role.ADMINISTRATOR);
        officer = key(keeper, person("d11", "officer", Role.SUPERVISOR)).token();
        administrator = key(keeper, keeper).token();
        stranger = key(otherKeeper, person("mcmc", "stranger", Role.SUPERVISOR)).token();
        server = WebServer.start(house, 0, "");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        house.close();
    }

    private static Acting person(String agency, String login, Role role) {
        return SmallHouse.person(house, agency, login, Set.of(role), PASSWORD, word -> "hash");
    }

    private static MadeKey key(Acting administrator, Acting person) {
        return SmallHouse.done(new KeepKeys(house).make(administrator, person.person(), "a test"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases", "/cases/SU-2026-0001", "/ledger/checkpoint", "/people", "/nothing"})
    void letsNobodyInWithoutAKeyInForce(String path) throws Exception {
        HttpResponse<String> response = send("GET", path, "suluh_k-0000000000000000_" + "x".repeat(32), "");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(response.body()).contains("KEY_NEEDED");
    }

    @Test
    void closesAtOnceToAKeyThatWasRevoked() throws Exception {
        MadeKey passing = key(keeper, person("d11", "passing", Role.ANALYST));
        assertThat(send("GET", "/cases", passing.token(), "").statusCode()).isEqualTo(200);

        SmallHouse.done(new KeepKeys(house).revoke(keeper, passing.id()));

        assertThat(send("GET", "/cases", passing.token(), "").statusCode()).isEqualTo(401);
    }

    @Test
    void opensACaseOnceHoweverOftenItIsSent() throws Exception {
        HttpResponse<String> first = send("POST", "/cases", officer, MANDATE, "Idempotency-Key", "one");
        HttpResponse<String> again = send("POST", "/cases", officer, MANDATE, "Idempotency-Key", "one");
        HttpResponse<String> other =
                send("POST", "/cases", officer, MANDATE.replace("12", "13"), "Idempotency-Key", "one");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("IDEMPOTENCY_KEY_REUSED");
        assertThat(send("POST", "/cases", officer, MANDATE).body()).contains("IDEMPOTENCY_KEY_NEEDED");
        HttpResponse<String> refused =
                send("POST", "/cases", officer, MANDATE.replace("MY-792-12", "MY-0"), "Idempotency-Key", "two");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("OFFENCE_UNKNOWN");
    }

    @Test
    void sealsWhatIsSentAndShowsItToMembersOnly() throws Exception {
        String number = open("seal");
        byte[] bytes = "bytes of an export".getBytes(StandardCharsets.UTF_8);
        String digest = "sha-256=:"
                + Base64.getEncoder().encodeToString(Sha256Digest.of(bytes).raw()) + ":";
        String path = "/cases/" + number + "/evidence";

        HttpResponse<String> wrong = upload(path, officer, bytes, digest.replace(digest.charAt(10), '+'));
        HttpResponse<String> sealed = upload(path, officer, bytes, digest);

        assertThat(wrong.statusCode()).isIn(400, 422);
        assertThat(sealed.statusCode()).as(sealed.body()).isEqualTo(201);
        String id = json(sealed).text("id").orElseThrow();
        assertThat(send("GET", path + "/" + id, officer, "").body())
                .contains("sealed")
                .contains(id);
        assertThat(send("POST", path + "/" + id + "/verification", officer, "").body())
                .contains("\"agrees\":true");
        assertThat(upload(path, stranger, bytes, digest).statusCode()).isEqualTo(404);
        assertThat(send("GET", path, stranger, "").statusCode()).isEqualTo(404);
        assertThat(upload(path, administrator, bytes, digest).statusCode()).isEqualTo(404);
    }

    @Test
    void goesOnAfterAKeyThroughALongList() throws Exception {
        open("slice-1");
        open("slice-2");
        Set<String> seen = new TreeSet<>();
        String after = "0";
        while (after != null) {
            JsonObject slice = json(send("GET", "/cases?limit=1&after=" + after, officer, ""));
            assertThat(seen.add(slice.member("items").orElseThrow().toString())).isTrue();
            after = slice.member("next")
                    .filter(suluh.core.canon.JsonNumber.class::isInstance)
                    .map(next -> String.valueOf(((suluh.core.canon.JsonNumber) next).whole()))
                    .orElse(null);
        }

        assertThat(seen).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void refusesAChangeOfWhatWasChangedSince() throws Exception {
        Acting person = person("d11", "changed", Role.ANALYST);
        String path = "/people/" + person.person();
        String tag = send("GET", path, administrator, "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        String change = "{\"roles\":[\"investigator\"]}";

        assertThat(send("PATCH", path, administrator, change).statusCode()).isEqualTo(428);
        assertThat(send("PATCH", path, administrator, change, "If-Match", tag).body())
                .contains("investigator");
        assertThat(send("PATCH", path, administrator, change, "If-Match", tag).statusCode())
                .isEqualTo(412);
        assertThat(send("PATCH", path, officer, change, "If-Match", tag).statusCode())
                .isEqualTo(403);
    }

    /** Two at once under one version: one change stands, the other is told, and what both write to a case is all there. */
    @Test
    void losesNothingOfTwoWhoWriteAtOnce() throws Exception {
        Acting person = person("d11", "written-twice", Role.ANALYST);
        String path = "/people/" + person.person();
        String number = open("two-writers");
        String evidence = "/cases/" + number + "/evidence";
        List<String> changes = List.of("[\"investigator\"]", "[\"liaison\"]");
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                String tag = send("GET", path, administrator, "")
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow();
                byte[] first = ("first " + round).getBytes(StandardCharsets.UTF_8);
                byte[] second = ("second " + round).getBytes(StandardCharsets.UTF_8);
                List<Future<HttpResponse<String>>> answers = List.of(
                        writers.submit(() -> send(
                                "PATCH", path, administrator, "{\"roles\":" + changes.get(0) + "}", "If-Match", tag)),
                        writers.submit(() -> send(
                                "PATCH", path, administrator, "{\"roles\":" + changes.get(1) + "}", "If-Match", tag)),
                        writers.submit(() -> upload(evidence, officer, first, digest(first))),
                        writers.submit(() -> upload(evidence, officer, second, digest(second))));
                List<Integer> statuses = new ArrayList<>();
                for (Future<HttpResponse<String>> answer : answers) {
                    statuses.add(answer.get().statusCode());
                }
                assertThat(statuses.subList(0, 2)).containsExactlyInAnyOrder(200, 412);
                assertThat(statuses.subList(2, 4)).containsOnly(201);
                int winner = statuses.indexOf(200);
                assertThat(send("GET", path, administrator, "").body())
                        .contains(winner == 0 ? "investigator" : "liaison");
            }
        }
        String items = send("GET", evidence + "?limit=500", officer, "").body();
        for (int round = 0; round < 10; round++) {
            for (String word : List.of("first ", "second ")) {
                assertThat(items)
                        .contains(Sha256Digest.of((word + round).getBytes(StandardCharsets.UTF_8))
                                .hex());
            }
        }
    }

    private static String digest(byte[] bytes) {
        return "sha-256=:"
                + Base64.getEncoder().encodeToString(Sha256Digest.of(bytes).raw()) + ":";
    }

    /** What the description does not name is not answered: bad bodies, bad figures, wrong methods, unknown routes. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /cases                         | {broken              | 400",
                "POST   | /cases                         | {\"offence\":7}     | 422",
                "GET    | /cases?limit=many              |                      | 400",
                "GET    | /cases?after=x                 |                      | 400",
                "DELETE | /cases                         |                      | 404",
                "GET    | /nothing                       |                      | 404",
                "GET    | /ledger/entries/x/proof        |                      | 400",
                "GET    | /ledger/entries/-1/proof       |                      | 404",
                "GET    | /ledger/consistency            |                      | 400",
                "GET    | /ledger/consistency?from=99999 |                      | 404",
                "GET    | /cases/SU-2026-0001/conversations/x |                 | 400",
                "POST   | /webhooks                      | {\"url\":\"ftp://x\"} | 403",
            })
    void answersEveryFailureAsAProblem(String method, String path, String body, int status) throws Exception {
        HttpResponse<String> answer =
                send(method, path, officer, body == null ? "" : body, "Idempotency-Key", "fresh-" + path.hashCode());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonObject problem = json(answer);
        assertThat(problem.text("code")).as(answer.body()).isPresent();
        assertThat(problem.whole("status")).contains((long) status);
    }

    @Test
    void provesTheLedger() throws Exception {
        assertThat(send("GET", "/ledger/checkpoint", officer, "").body()).contains("—");
        assertThat(send("GET", "/ledger/entries/0/proof", officer, "").body()).startsWith("c2sp.org/tlog-proof");
        assertThat(send("GET", "/ledger/consistency?from=1", officer, "").statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/ledger/entries/99999/proof", officer, "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesAComplaintFromAnybodyAndShowsItToTheIntakeAlone() throws Exception {
        HttpResponse<String> sent = send("POST", "/complaints", "", "{\"where\":\"t.me/+AbCdEf\",\"words\":\"look\"}");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        String opening = "{\"reference\":\"" + json(sent).text("reference").orElseThrow() + "\",\"secret\":\""
                + json(sent).text("secret").orElseThrow() + "\"}";

        assertThat(send("POST", "/complaints/status", "", opening).body()).contains("receivedOn");
        assertThat(send("POST", "/complaints/status", "", "{\"reference\":\"AD-0\",\"secret\":\"0\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("POST", "/complaints", "", "{}").body()).contains("COMPLAINT_INCOMPLETE");
        assertThat(send("GET", "/complaints", "", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/complaints", stranger, "").body()).contains("invite:telegram:t.me/+AbCdEf");
        assertThat(send("GET", "/complaints", officer, "").body()).isEqualTo("[]");
        assertThat(send("GET", "/complaints", administrator, "").statusCode()).isEqualTo(403);
    }

    @Test
    void waitsWhenAKeyAsksTooOften() {
        RateLimit limit = new RateLimit(house.clock());
        for (int i = 0; i < RateLimit.BURST; i++) {
            assertThat(limit.waitSeconds("k-1")).isZero();
        }

        assertThat(limit.waitSeconds("k-1")).isPositive();
        assertThat(limit.waitSeconds("k-2")).isZero();
    }

    /** The description that is served names exactly the routes of the code. */
    @Test
    void servesTheDescriptionOfExactlyItsRoutes() throws Exception {
        JsonObject description = json(send("GET", "/openapi.json", "", ""));
        Set<String> described = new TreeSet<>();
        ((JsonObject) description.member("paths").orElseThrow())
                .members()
                .forEach((path, operations) -> ((JsonObject) operations)
                        .members()
                        .keySet()
                        .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        Set<String> coded = CodedRoutes.below("suluh.app.api");

        assertThat(description.text("openapi")).contains("3.1.0");
        assertThat(described).isEqualTo(coded);
    }

    private static String open(String idempotencyKey) throws Exception {
        return json(send("POST", "/cases", officer, MANDATE, "Idempotency-Key", idempotencyKey))
                .text("number")
                .orElseThrow();
    }

    private static JsonObject json(HttpResponse<String> response) throws Exception {
        return JsonParser.parseObject(response.body().getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> upload(String path, String token, byte[] bytes, String digest)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.address() + ApiConfiguration.BASE + path + "?name=a.json"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/octet-stream")
                        .header("Content-Digest", digest)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Described.requireStatus("POST", path, answer.statusCode());
        return answer;
    }

    private static HttpResponse<String> send(String method, String path, String token, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.address() + ApiConfiguration.BASE + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        Described.requireAnswer(method, path, answer);
        return answer;
    }
}
