package suluh.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.JoinCase;
import suluh.app.flow.KeepKeys;
import suluh.app.flow.OpenCase;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.SmallHouse;
import suluh.app.web.CodedRoutes;
import suluh.app.web.WebServer;
import suluh.core.casework.Act;
import suluh.core.casework.Role;

/** Every route of the interface by a key of every role: members of the case, and strangers of the other agency. */
class ApiMatrixTest {
    private static final String NO_SUCH_CASE = "There is no case";
    private static final String CASE = "/cases/{number}";

    /** Routes that need no key: the description, a complaint and its status. */
    private static final Set<String> WITHOUT_A_KEY =
            Set.of("GET /openapi.json", "POST /complaints", "POST /complaints/status");

    @TempDir
    private static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static House house;
    private static WebServer server;
    private static OpenedCase opened;
    private static final Map<Role, String> MEMBERS = new EnumMap<>(Role.class);
    private static final Map<Role, String> STRANGERS = new EnumMap<>(Role.class);

    /**
     * A route with the act that opens it.
     *
     * @param body JSON that changes as little as can be; {@code BYTES} for a file, empty for none
     */
    record Route(String method, String path, Act act, String body) {
        String template() {
            return method + " " + path.replaceFirst("\\?.*", "");
        }

        @Override
        public String toString() {
            return method + " " + path + " " + act.wire();
        }
    }

    private static Route get(String path, Act act) {
        return new Route("GET", path, act, "");
    }

    private static Route post(String path, Act act, String body) {
        return new Route("POST", path, act, body);
    }

    static List<Route> routes() {
        return List.of(
                get("/cases", Act.LIST_CASES),
                post("/cases", Act.OPEN_CASE, "{}"),
                get("/ledger/checkpoint", Act.PROVE_LEDGER),
                get("/ledger/entries/{index}/proof", Act.PROVE_LEDGER),
                get("/ledger/consistency?from=0", Act.PROVE_LEDGER),
                get("/people", Act.MANAGE_PEOPLE),
                get("/people/{id}", Act.MANAGE_PEOPLE),
                new Route("PATCH", "/people/{id}", Act.MANAGE_PEOPLE, "{}"),
                get("/webhooks", Act.MANAGE_KEYS),
                post("/webhooks", Act.MANAGE_KEYS, "{\"url\":\"no address\"}"),
                new Route("DELETE", "/webhooks/{id}", Act.MANAGE_KEYS, ""),
                get("/complaints", Act.HANDLE_COMPLAINTS),
                post("/complaints/{reference}/acknowledgement", Act.HANDLE_COMPLAINTS, ""),
                post(
                        "/complaints/closing",
                        Act.HANDLE_COMPLAINTS,
                        "{\"references\":[\"AD-0\"],\"closing\":\"repeated\"}"),
                get(CASE, Act.VIEW_CASE),
                get(CASE + "/findings", Act.READ_CONTENT),
                get(CASE + "/accounts", Act.READ_CONTENT),
                get(CASE + "/conversations", Act.READ_CONTENT),
                get(CASE + "/conversations/{id}", Act.READ_CONTENT),
                get(CASE + "/evidence", Act.VIEW_EVIDENCE),
                post(CASE + "/evidence?name=a", Act.SEAL_EVIDENCE, "BYTES"),
                get(CASE + "/evidence/{item}", Act.VIEW_EVIDENCE),
                post(CASE + "/evidence/{item}/verification", Act.VERIFY_EVIDENCE, ""),
                get(CASE + "/approvals", Act.VIEW_CASE),
                post(
                        CASE + "/approvals",
                        Act.PURGE_EVIDENCE,
                        "{\"act\":\"purge-evidence\",\"subject\":\"x\",\"reason\":\"why\"}"),
                post(CASE + "/approvals/{id}/decision", Act.VIEW_CASE, "{\"isGranted\":true}"),
                get(CASE + "/search?q=x", Act.READ_CONTENT),
                get(CASE + "/course", Act.VIEW_CASE),
                post(CASE + "/notes", Act.WRITE_NOTES, "{\"words\":\"a note\"}"),
                post(CASE + "/tasks", Act.ASSIGN_TASKS, "{\"title\":\"x\",\"person\":\"nobody\"}"),
                post(CASE + "/tasks/{task}/completion", Act.WRITE_NOTES, ""),
                post(CASE + "/hand-overs", Act.DECIDE, "{\"person\":\"nobody\",\"words\":\"x\"}"),
                post(CASE + "/decisions", Act.DECIDE, "{\"decision\":\"refer\",\"words\":\"x\"}"),
                post(CASE + "/conflicts", Act.LOOK_UP_CONFLICTS, ""),
                new Route(
                        "PUT", CASE + "/marking", Act.MARK_CASE, "{\"sensitivity\":\"normal\",\"mustNotTell\":false}"),
                post(CASE + "/closing", Act.CLOSE_OR_REOPEN_CASE, "{\"words\":\"x\"}"),
                post(CASE + "/reopening", Act.CLOSE_OR_REOPEN_CASE, "{\"words\":\"x\"}"),
                get(CASE + "/requests", Act.VIEW_CASE),
                post(CASE + "/requests", Act.MAKE_REQUESTS, "{\"kind\":\"production\"}"),
                get(CASE + "/requests/{request}", Act.VIEW_CASE),
                post(CASE + "/requests/{request}/steps", Act.FOLLOW_REQUESTS, "{\"step\":\"answer\"}"),
                get(CASE + "/requests/{request}/letters/{language}", Act.FOLLOW_REQUESTS),
                get(CASE + "/requests/{request}/letters/{language}/twin", Act.FOLLOW_REQUESTS),
                post(CASE + "/requests/{request}/productions?name=a", Act.SEAL_EVIDENCE, "BYTES"));
    }

    @BeforeAll
    static void start() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        Acting supervisor = person("mcmc", Role.SUPERVISOR);
        opened = SmallHouse.done(new OpenCase(house).run(supervisor, "MY-792-12", "MY-593-116B"));
        Acting keeper = person("mcmc", Role.ADMINISTRATOR);
        Acting otherKeeper = person("d11", Role.ADMINISTRATOR);
        for (Role role : Role.values()) {
            Acting member = switch (role) {
                case SUPERVISOR -> supervisor;
                case ADMINISTRATOR -> keeper;
                default -> person("mcmc", role);
            };
            if (role.worksOnCases() && role != Role.SUPERVISOR) {
                SmallHouse.done(new JoinCase(house).run(opened, member.person(), role));
            }
            MEMBERS.put(role, key(keeper, member));
            STRANGERS.put(role, key(otherKeeper, role == Role.ADMINISTRATOR ? otherKeeper : person("d11", role)));
        }
        server = WebServer.start(house, 0, "");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        house.close();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void opensToTheRolesOfItsActAndToNobodyElse(Route route) throws Exception {
        List<String> wrong = new ArrayList<>();
        boolean isInCase = route.path().startsWith(CASE);
        for (Role role : Role.values()) {
            String byRole = route.act().roles().contains(role) ? "open" : "refused";
            note(
                    wrong,
                    "member " + role.wire(),
                    isInCase && !role.worksOnCases() ? "hidden" : byRole,
                    ask(MEMBERS, role, route));
            note(wrong, "stranger " + role.wire(), isInCase ? "hidden" : byRole, ask(STRANGERS, role, route));
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void opensToNobodyWithoutAKey(Route route) throws Exception {
        assertThat(ask("suluh_k-0000000000000000_" + "x".repeat(32), route).statusCode())
                .isEqualTo(401);
    }

    /** A route that is added without its line in the matrix fails here. */
    @Test
    void coversEveryRouteOfTheInterface() {
        Set<String> coded = CodedRoutes.below("suluh.app.api");

        Set<String> listed = new TreeSet<>();
        WITHOUT_A_KEY.forEach(route -> listed.add(route.replaceFirst(" ", " " + ApiConfiguration.BASE)));
        routes().forEach(route -> listed.add(route.template().replaceFirst(" ", " " + ApiConfiguration.BASE)));
        assertThat(listed).isEqualTo(coded);
    }

    private static void note(List<String> wrong, String who, String expected, HttpResponse<String> response) {
        boolean isHidden = response.statusCode() == 404 && response.body().contains(NO_SUCH_CASE);
        String found = isHidden ? "hidden" : response.statusCode() == 403 ? "refused" : "open";
        boolean isUnusable =
                response.statusCode() >= 500 || response.statusCode() == 400 || response.statusCode() == 429;
        if (!found.equals(expected) || isUnusable) {
            wrong.add(who + ": expected " + expected + ", found " + found + " (" + response.statusCode() + ") "
                    + response.body());
        }
    }

    private static HttpResponse<String> ask(Map<Role, String> keys, Role role, Route route) throws Exception {
        return ask(Objects.requireNonNull(keys.get(role)), route);
    }

    private static HttpResponse<String> ask(String key, Route route) throws Exception {
        String path = route.path()
                .replace("{number}", opened.number())
                .replace("{item}", "ev-00000000000000000000000000000000")
                .replace("{language}", "ms")
                .replaceAll("\\{(?:task|request)}", "999999")
                .replaceAll("\\{[a-z]+}", "1");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.address() + ApiConfiguration.BASE + path))
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"-1\"");
        if (route.body().equals("BYTES")) {
            // A digest that the bytes do not have: whoever may seal is told so, and nothing is kept.
            request.header("Content-Type", "application/octet-stream")
                    .header("Content-Digest", "sha-256=:" + "A".repeat(43) + "=:")
                    .method(route.method(), HttpRequest.BodyPublishers.ofString("x"));
        } else {
            request.header("Content-Type", "application/json")
                    .method(
                            route.method(),
                            route.body().isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(route.body()));
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        Described.requireStatus(route.method(), path, answer.statusCode());
        return answer;
    }

    private static Acting person(String agency, Role role) {
        return SmallHouse.person(
                house, agency, agency + "-" + role.wire(), Set.of(role), "a long enough password", word -> "hash");
    }

    private static String key(Acting keeper, Acting person) {
        return SmallHouse.done(new KeepKeys(house).make(keeper, person.person(), "a test"))
                .token();
    }
}
