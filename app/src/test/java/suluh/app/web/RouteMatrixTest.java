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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.JoinCase;
import suluh.app.flow.OpenCase;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.SmallHouse;
import suluh.core.casework.Act;
import suluh.core.casework.Role;

/** Every page route by every role: members of the case, and strangers of the other agency. */
class RouteMatrixTest {
    private static final String PASSWORD = "a long enough password";
    /** What the refusal says to whoever is no member; 404 alone may mean that a thing inside the case is not there. */
    private static final String NO_SUCH_CASE = "There is no case";

    @TempDir
    private static Path folder;

    private static House house;
    private static WebServer server;
    private static OpenedCase opened;
    private static final Map<Role, Visitor> MEMBERS = new EnumMap<>(Role.class);
    private static final Map<Role, Visitor> STRANGERS = new EnumMap<>(Role.class);

    /** Somebody signed in, with a token for forms. */
    private record Visitor(String agency, HttpClient client, String token) {}

    /**
     * A route with the act that opens it.
     *
     * @param form body of a POST that changes nothing, or as little as can be
     */
    record Route(String method, String path, Act act, String form) {
        static Route get(String path, Act act) {
            return new Route("GET", path, act, "");
        }

        static Route post(String path, Act act, String form) {
            return new Route("POST", path, act, form);
        }

        /** True when the act is done in a case, which the path names or the form. */
        boolean isInCase() {
            return path.startsWith(CASE) || form.contains("number={number}");
        }

        String template() {
            return method + " " + path.replaceFirst("\\?.*", "");
        }

        @Override
        public String toString() {
            return method + " " + path + " " + act.wire();
        }
    }

    private static final String CASE = "/cases/{number}";

    /**
     * Routes that no role opens: signing in and the way to the list of cases, one's own sign-in, and the public form.
     * WebServerTest, PasskeyWalkTest and ReportPagesTest hold them.
     */
    private static final Set<String> WITHOUT_AN_ACT = Set.of(
            "GET /",
            "GET /sign-in",
            "GET /set-up",
            "POST /set-up",
            "GET /me",
            "POST /me/second-factor",
            "POST /me/second-factor/confirmation",
            "POST /me/passkeys/{id}/removal",
            "GET /report",
            "POST /report",
            "GET /report/status",
            "POST /report/status",
            // Takes a file with what it is: ListPagesTest holds who may.
            "POST /lists");

    static List<Route> routes() {
        return List.of(
                Route.get("/cases", Act.LIST_CASES),
                Route.get("/registers", Act.SEE_REGISTERS),
                Route.get("/audit", Act.AUDIT),
                Route.get("/audit/{index}", Act.AUDIT),
                Route.get("/people", Act.MANAGE_PEOPLE),
                Route.post("/people", Act.MANAGE_PEOPLE, "agency=AGENCY&login=x&name=x&password=short"),
                Route.post("/people/{id}", Act.MANAGE_PEOPLE, "version=1&role=ANALYST"),
                Route.post("/people/{id}/second-factor", Act.MANAGE_PEOPLE, ""),
                Route.post("/people/{id}/provider-subject", Act.MANAGE_PEOPLE, "subject="),
                Route.post("/people/{id}/keys", Act.MANAGE_KEYS, "label="),
                Route.post("/keys/{id}/revocation", Act.MANAGE_KEYS, ""),
                Route.get("/complaints", Act.HANDLE_COMPLAINTS),
                Route.post("/complaints/filters", Act.HANDLE_COMPLAINTS, "name="),
                Route.post("/complaints/filters/removal", Act.HANDLE_COMPLAINTS, "name="),
                Route.post("/complaints/{reference}/acknowledgement", Act.HANDLE_COMPLAINTS, ""),
                Route.post("/complaints/{reference}/answer", Act.HANDLE_COMPLAINTS, "words=x"),
                Route.post("/complaints/closing", Act.HANDLE_COMPLAINTS, "pile=url:x&digest=0&closing=repeated"),
                Route.post(
                        "/complaints/new-case",
                        Act.HANDLE_COMPLAINTS,
                        "pile=url:x&digest=0&offence=MY-792-12&authority=MY-593-116B"),
                Route.post("/complaints/case", Act.HANDLE_COMPLAINTS, "pile=url:x&digest=0&number={number}"),
                Route.get("/health", Act.SEE_HEALTH),
                Route.get("/exposure", Act.SEE_EXPOSURE),
                Route.post("/exposure/limit", Act.SET_EXPOSURE_LIMIT, "looks=-1&minutes=0&stretch=1&pause=0"),
                Route.get(CASE, Act.VIEW_CASE),
                Route.get(CASE + "/report", Act.READ_CONTENT),
                Route.get(CASE + "/accounts", Act.READ_CONTENT),
                Route.get(CASE + "/accounts/{id}", Act.READ_CONTENT),
                Route.get(CASE + "/actors/{id}", Act.READ_CONTENT),
                Route.post(CASE + "/analysis", Act.ANALYSE_CASE, ""),
                Route.get(CASE + "/identity", Act.READ_CONTENT),
                Route.post(CASE + "/identity/preview", Act.DECIDE, "kind=MERGE&left=1&right=2"),
                Route.post(CASE + "/identity", Act.DECIDE, "kind=MERGE&left=1&right=2&reason=x"),
                Route.post(CASE + "/identity/{id}/undo", Act.DECIDE, "reason=x"),
                Route.get(CASE + "/conversations", Act.READ_CONTENT),
                Route.get(CASE + "/conversations/{id}", Act.READ_CONTENT),
                Route.post(CASE + "/conversations/{id}/verdict", Act.REVIEW_FINDINGS, "verdict=unclear&reason=x"),
                Route.get(CASE + "/queue", Act.READ_CONTENT),
                Route.get(CASE + "/search?q=x", Act.READ_CONTENT),
                Route.get(CASE + "/messages/{message}", Act.READ_CONTENT),
                Route.get(CASE + "/timeline", Act.READ_CONTENT),
                Route.get(CASE + "/work", Act.VIEW_EVIDENCE),
                Route.post(CASE + "/evidence", Act.SEAL_EVIDENCE, "MULTIPART"),
                Route.get(CASE + "/work/{id}/events", Act.VIEW_EVIDENCE),
                Route.post(CASE + "/work", Act.ANALYSE_CASE, "zone=none"),
                Route.post(CASE + "/work/{id}/cancellation", Act.ANALYSE_CASE, ""),
                Route.post(CASE + "/searches", Act.REVIEW_FINDINGS, "q=x&name="),
                Route.post(CASE + "/searches/{id}/removal", Act.REVIEW_FINDINGS, ""),
                Route.get(CASE + "/evaluation", Act.READ_CONTENT),
                Route.get(CASE + "/network", Act.READ_CONTENT),
                Route.get(CASE + "/network/nodes/{place}", Act.READ_CONTENT),
                Route.get(CASE + "/network/groups/{conversation}", Act.READ_CONTENT),
                Route.get(CASE + "/network/map", Act.READ_CONTENT),
                Route.get(CASE + "/network/picture", Act.READ_CONTENT),
                Route.get(CASE + "/network/graphml", Act.READ_CONTENT),
                Route.get(CASE + "/network/nodes", Act.READ_CONTENT),
                Route.get(CASE + "/network/ties", Act.READ_CONTENT),
                Route.get(CASE + "/source?item=ev-00000000000000000000000000000000&offset=0&length=1", Act.SHOW_BYTES),
                Route.get(CASE + "/evidence/{item}", Act.VIEW_EVIDENCE),
                Route.post(CASE + "/evidence/{item}/verify", Act.VERIFY_EVIDENCE, ""),
                Route.post(CASE + "/evidence/{item}/purge", Act.PURGE_EVIDENCE, ""),
                Route.get(CASE + "/media", Act.READ_CONTENT),
                Route.get(CASE + "/media/{id}/blurred", Act.READ_CONTENT),
                Route.post(CASE + "/media/{id}/looks", Act.REVEAL_MEDIA, "reason=matrix"),
                Route.get(CASE + "/media/{id}/looks/{look}", Act.READ_CONTENT),
                Route.get(CASE + "/media/{id}/looks/{look}/picture", Act.REVEAL_MEDIA),
                Route.post(CASE + "/media/{id}/looks/{look}/end", Act.READ_CONTENT, ""),
                Route.post(CASE + "/media/{id}/assessment", Act.ASSESS_MEDIA, "word=bears-on-case"),
                Route.get(CASE + "/people", Act.VIEW_CASE),
                Route.post(CASE + "/people", Act.MANAGE_MEMBERS, "login=nobody&role=ANALYST"),
                Route.post(CASE + "/people/{person}/leave", Act.MANAGE_MEMBERS, ""),
                Route.post(CASE + "/agencies", Act.BRING_IN_AGENCY, "agency=nobody"),
                Route.post(CASE + "/approvals", Act.PURGE_EVIDENCE, "act=purge-evidence&subject=x&reason=why"),
                Route.post(CASE + "/approvals/{id}", Act.VIEW_CASE, "granted=true"),
                Route.post(CASE + "/children/{account}", Act.MARK_CHILD, "act=lift"),
                Route.get(CASE + "/course", Act.VIEW_CASE),
                Route.post(CASE + "/conflicts", Act.LOOK_UP_CONFLICTS, ""),
                Route.post(CASE + "/notes", Act.WRITE_NOTES, "words=a+note"),
                Route.post(CASE + "/tasks", Act.ASSIGN_TASKS, "title=x&person=nobody"),
                Route.post(CASE + "/tasks/{task}/done", Act.WRITE_NOTES, ""),
                Route.post(CASE + "/hand-over", Act.DECIDE, "person=nobody&words=x"),
                Route.post(CASE + "/decisions", Act.DECIDE, "decision=REFER&words=x"),
                Route.post(CASE + "/marking", Act.MARK_CASE, "version=-1&sensitivity=NORMAL"),
                Route.post(CASE + "/closing", Act.CLOSE_OR_REOPEN_CASE, "version=-1&words=x"),
                Route.post(CASE + "/reopening", Act.CLOSE_OR_REOPEN_CASE, "version=-1&words=x"),
                Route.post(CASE + "/purge", Act.PURGE_EVIDENCE, ""),
                Route.get(CASE + "/requests", Act.VIEW_CASE),
                Route.get(CASE + "/requests/new", Act.VIEW_CASE),
                Route.post(CASE + "/requests", Act.MAKE_REQUESTS, "kind=PRODUCTION&provider=nobody"),
                Route.post(CASE + "/requests/{request}", Act.FOLLOW_REQUESTS, "act=answer"),
                Route.get(CASE + "/requests/{request}/letter", Act.FOLLOW_REQUESTS),
                Route.post(CASE + "/requests/{request}/productions", Act.SEAL_EVIDENCE, "MULTIPART"),
                Route.get(CASE + "/disclosure", Act.DISCLOSE),
                Route.post(CASE + "/disclosure", Act.DISCLOSE, "purpose="),
                Route.post(CASE + "/disclosure/{plan}/asking", Act.DISCLOSE, ""),
                Route.post(CASE + "/disclosure/{plan}/release", Act.DISCLOSE, ""),
                Route.get(CASE + "/disclosure/{plan}/{edition}", Act.DISCLOSE),
                Route.post(CASE + "/disclosure/marks", Act.MARK_CASE, "reason=NON_DISCLOSURE&words=x&item=x"),
                Route.post(CASE + "/disclosure/marks/{mark}/lifting", Act.MARK_CASE, ""),
                Route.get(CASE + "/outgoing", Act.FOLLOW_REQUESTS),
                Route.post(CASE + "/outgoing/tip-report", Act.ASSEMBLE_BUNDLE, "recipient="),
                Route.post(CASE + "/outgoing/referral", Act.ASSEMBLE_BUNDLE, "recipient="),
                Route.post(CASE + "/outgoing/log", Act.ASSEMBLE_BUNDLE, "kind=OTHER&sha256=x"),
                Route.get("/lists", Act.KEEP_HASH_LISTS),
                Route.get("/charges", Act.MANAGE_PEOPLE),
                Route.post("/charges", Act.MANAGE_PEOPLE, "basis=OPERATION&from=2026-01-01"),
                Route.post("/charges/{id}/end", Act.MANAGE_PEOPLE, ""));
    }

    @BeforeAll
    static void start() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        Acting supervisor = person("mcmc", Role.SUPERVISOR);
        opened = SmallHouse.done(new OpenCase(house).run(supervisor, "MY-792-12", "MY-593-116B"));
        for (Role role : Role.values()) {
            Acting acting = role == Role.SUPERVISOR ? supervisor : person("mcmc", role);
            if (role.worksOnCases() && role != Role.SUPERVISOR) {
                SmallHouse.done(new JoinCase(house).run(opened, acting.person(), role));
            }
            person("d11", role);
        }
        server = WebServer.start(house, 0, "");
        for (Role role : Role.values()) {
            MEMBERS.put(role, visitor("mcmc-" + role.wire()));
            STRANGERS.put(role, visitor("d11-" + role.wire()));
        }
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
        boolean isInCase = route.isInCase();
        for (Role role : Role.values()) {
            HttpResponse<String> member = ask(Objects.requireNonNull(MEMBERS.get(role)), route);
            boolean isMember = role.worksOnCases();
            String expected =
                    isInCase && !isMember ? "hidden" : route.act().roles().contains(role) ? "open" : "refused";
            note(wrong, "member " + role.wire(), expected, member);
            HttpResponse<String> stranger = ask(Objects.requireNonNull(STRANGERS.get(role)), route);
            String shown = isInCase ? "hidden" : expected;
            note(wrong, "stranger " + role.wire(), shown, stranger);
        }

        assertThat(wrong).isEmpty();
    }

    /** A case that is not there answers a member of another as a case that is there answers a stranger. */
    @ParameterizedTest
    @MethodSource("routes")
    void answersAlikeForACaseThatIsNotThere(Route route) throws Exception {
        if (!route.path().startsWith(CASE)) {
            return;
        }
        Route elsewhere =
                new Route(route.method(), route.path().replace("{number}", "SU-2026-9999"), route.act(), route.form());

        HttpResponse<String> response = ask(Objects.requireNonNull(MEMBERS.get(Role.SUPERVISOR)), elsewhere);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains(NO_SUCH_CASE);
    }

    /** A route that is added without its line in the matrix, or among those without an act, fails here. */
    @Test
    void coversEveryRouteOfThePages() {
        Set<String> coded = CodedRoutes.below("suluh.app.web");

        Set<String> listed = new TreeSet<>(WITHOUT_AN_ACT);
        routes().forEach(route -> listed.add(route.template()));
        assertThat(listed).isEqualTo(coded);
    }

    /** Who has not signed in is sent to the sign-in page, and by a POST changes nothing. */
    @ParameterizedTest
    @MethodSource("routes")
    void opensToNobodyWhoHasNotSignedIn(Route route) throws Exception {
        HttpClient client = HttpClient.newHttpClient();

        HttpResponse<String> response = ask(new Visitor("mcmc", client, "forged"), route);

        boolean isSentAway = response.statusCode() == 302
                && response.headers().firstValue("Location").orElse("").endsWith("/sign-in");
        assertThat(isSentAway || response.statusCode() == 403)
                .as("%s answers %d", route, response.statusCode())
                .isTrue();
    }

    private static void note(List<String> wrong, String who, String expected, HttpResponse<String> response) {
        boolean isHidden = response.statusCode() == 404 && response.body().contains(NO_SUCH_CASE);
        String found = isHidden ? "hidden" : response.statusCode() == 403 ? "refused" : "open";
        if (!found.equals(expected) || response.statusCode() >= 500) {
            wrong.add(who + ": expected " + expected + ", found " + found + " (" + response.statusCode() + ")");
        }
    }

    private static HttpResponse<String> ask(Visitor visitor, Route route) throws Exception {
        String path = route.path()
                .replace("{number}", opened.number())
                .replace("{item}", "ev-00000000000000000000000000000000")
                .replaceAll("\\{(?:account|task|request|index)}", "999999")
                .replaceAll("\\{[a-z]+}", "1");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
        if (route.method().equals("POST")) {
            String form = route.form().replace("AGENCY", visitor.agency()).replace("{number}", opened.number());
            post(request, visitor, form);
        }
        return visitor.client().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void post(HttpRequest.Builder request, Visitor visitor, String form) {
        if (form.equals("MULTIPART")) {
            String body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + visitor.token()
                    + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx\r\n--b--\r\n";
            request.header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            return;
        }
        request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(visitor.token()) + "&" + form));
    }

    private static Acting person(String agency, Role role) {
        return SmallHouse.person(house, agency, agency + "-" + role.wire(), Set.of(role), PASSWORD, Passwords::hash);
    }

    private static Visitor visitor(String login) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String form =
                "_csrf=" + encoded(token(client, "/sign-in")) + "&username=" + login + "&password=" + encoded(PASSWORD);
        client.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return new Visitor(login.replaceFirst("-.*", ""), client, token(client, "/me"));
    }

    private static String token(HttpClient client, String path) throws Exception {
        String body = client.send(
                        HttpRequest.newBuilder(URI.create(server.address() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(body);
        assertThat(token.find()).as(path).isTrue();
        return token.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
