package suluh.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.KeepKeys;
import suluh.app.flow.OpenCase;
import suluh.app.flow.SmallHouse;
import suluh.app.web.WebServer;
import suluh.core.casework.Role;

/** The course of a case and its requests by key, from the first note to a production held against what was asked. */
class CourseApiTest {
    private static final String CHAT = """
        {"name":"A group","type":"private_supergroup","id":4711,"messages":[
         {"id":1,"type":"message","date":"2026-01-02T10:00:00","date_unixtime":"1767348000","from":"Ali","from_id":"user1","text":"hello","text_entities":[]}]}
        """;
    private static final String DRAFT = """
        {"kind":"preservation","provider":"telegram","authority":"MY-866-60","targets":["https://t.me/c/4711"],
         "types":["messages"],"from":"2026-01-01","until":"2026-01-31","statedDays":30,
         "items":{"a":"The agency","b":"Facts","c":"Messages","d":"Telegram","e":"They may be deleted","f":"Yes"}}
        """;

    @TempDir
    private static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static House house;
    private static WebServer server;
    private static Acting supervisor;
    private static String token;
    private static String base;

    @BeforeAll
    static void start() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        supervisor = person("supervisor", Role.SUPERVISOR);
        Acting keeper = person("keeper", Role.ADMINISTRATOR);
        token = SmallHouse.done(new KeepKeys(house).make(keeper, supervisor.person(), "a test"))
                .token();
        base = "/cases/"
                + SmallHouse.done(new OpenCase(house).run(supervisor, "MY-792-12", "MY-866-60"))
                        .number();
        server = WebServer.start(house, 0, "");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        house.close();
    }

    private static Acting person(String login, Role role) {
        return SmallHouse.person(house, "mcmc", login, Set.of(role), "a long enough password", word -> "hash");
    }

    @Test
    void writesTheCourseOnceHoweverOftenItIsSent() throws Exception {
        String note = "{\"words\":\"Compared with the list of the school.\"}";
        HttpResponse<String> first = send("POST", base + "/notes", note, "Idempotency-Key", "note-1");
        HttpResponse<String> again = send("POST", base + "/notes", note, "Idempotency-Key", "note-1");
        String task =
                "{\"title\":\"Look at the link\",\"person\":\"" + supervisor.person() + "\",\"due\":\"2026-12-01\"}";
        HttpResponse<String> set = send("POST", base + "/tasks", task, "Idempotency-Key", "task-1");
        HttpResponse<String> finished = send("POST", base + "/tasks/1/completion", "");
        HttpResponse<String> decided = send(
                "POST",
                base + "/decisions",
                "{\"decision\":\"refer\",\"words\":\"The other agency looks.\"}",
                "Idempotency-Key",
                "decision-1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(set.statusCode()).isEqualTo(201);
        assertThat(finished.statusCode()).isEqualTo(200);
        assertThat(decided.statusCode()).isEqualTo(201);
        String course = send("GET", base + "/course", "").body();
        assertThat(course).containsOnlyOnce("Compared with the list").contains("\"due\":\"2026-12-01\"", "\"refer\"");
    }

    @Test
    void refusesADecisionDayOrKindThatIsNone() throws Exception {
        assertThat(send(
                                "POST",
                                base + "/decisions",
                                "{\"decision\":\"convict\",\"words\":\"x\"}",
                                "Idempotency-Key",
                                "none-1")
                        .body())
                .contains("DECISION_UNKNOWN");
        assertThat(send(
                                "POST",
                                base + "/tasks",
                                "{\"title\":\"x\",\"person\":\"p\",\"due\":\"tomorrow\"}",
                                "Idempotency-Key",
                                "none-2")
                        .body())
                .contains("DAY_UNREADABLE");
        assertThat(send("POST", base + "/requests", "{\"kind\":\"rumour\"}", "Idempotency-Key", "none-3")
                        .body())
                .contains("KIND_UNKNOWN");
    }

    @Test
    void marksOnlyTheVersionThatWasSeen() throws Exception {
        String tag =
                send("GET", base + "/course", "").headers().firstValue("ETag").orElseThrow();
        String marking = "{\"sensitivity\":\"sensitive\",\"mustNotTell\":false}";

        HttpResponse<String> marked = send("PUT", base + "/marking", marking, "If-Match", tag);
        HttpResponse<String> late = send("PUT", base + "/marking", marking, "If-Match", tag);

        assertThat(marked.statusCode()).isEqualTo(200);
        assertThat(marked.headers().firstValue("ETag")).isNotEqualTo(java.util.Optional.of(tag));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(send("PUT", base + "/marking", marking).statusCode()).isEqualTo(428);
    }

    @Test
    void takesARequestFromDraftToProduction() throws Exception {
        HttpResponse<String> draft = send("POST", base + "/requests", DRAFT, "Idempotency-Key", "draft-1");
        assertThat(draft.statusCode()).as(draft.body()).isEqualTo(201);
        String request = draft.headers().firstValue("Location").orElseThrow().replace(ApiConfiguration.BASE, "");

        HttpResponse<String> early =
                send("POST", request + "/steps", "{\"step\":\"acknowledge\"}", "Idempotency-Key", "step-0");
        HttpResponse<String> sent =
                send("POST", request + "/steps", "{\"step\":\"send\"}", "Idempotency-Key", "step-1");
        HttpResponse<String> twin = send("GET", request + "/letters/en/twin", "");
        HttpResponse<String> letter = send("GET", request + "/letters/ms", "");
        HttpResponse<String> produced = upload(request + "/productions?name=result.json", CHAT);

        assertThat(early.body()).contains("REQUEST_NOT_THERE_YET");
        assertThat(sent.body()).contains("\"state\":\"sent\"", "\"clock\":\"running\"", "\"acknowledge\"");
        assertThat(twin.body()).contains("\"language\":\"en\"");
        assertThat(letter.body()).startsWith("%PDF");
        assertThat(produced.statusCode()).as(produced.body()).isEqualTo(201);
        assertThat(produced.body()).contains("\"unread\":0", "\"comparison\":{");
        assertThat(send("GET", base + "/requests", "").body()).contains("\"id\":\"R-1\"");
        assertThat(send("GET", request, "").headers().firstValue("ETag")).isPresent();
        assertThat(send("GET", base + "/requests/99", "").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> upload(String path, String body) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Described.requireAnswer("POST", path, answer);
        return answer;
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer =
                CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        Described.requireAnswer(method, path, answer);
        return answer;
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + ApiConfiguration.BASE + path))
                .header("Authorization", "Bearer " + token);
    }
}
