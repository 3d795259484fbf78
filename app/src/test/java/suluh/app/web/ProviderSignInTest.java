package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.Acting;
import suluh.app.flow.ChangePerson;
import suluh.app.flow.House;
import suluh.app.flow.KnowProvider;
import suluh.app.flow.SeeAudit;
import suluh.app.flow.SmallHouse;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;

/** Sign-in by an OpenID Connect provider: bound persons come in as themselves, and nobody else does. */
class ProviderSignInTest {
    private static final String PASSWORD = "a long enough password";

    @TempDir
    private static Path folder;

    private static House house;
    private static TestProvider provider;
    private static WebServer server;
    private static Acting keeper;
    private static Acting auditor;
    private static Acting officer;

    @BeforeAll
    static void start() throws Exception {
        provider = TestProvider.start();
        house = SmallHouse.open(folder.resolve("data"));
        Files.writeString(
                folder.resolve("data/keys/sign-in"),
                "oidc.issuer=" + provider.issuer()
                        + "\noidc.client-id=suluh\noidc.client-secret=secret\noidc.name=Agensi\n");
        keeper = person("keeper", Role.ADMINISTRATOR);
        auditor = person("auditor", Role.AUDITOR);
        officer = person("officer", Role.ANALYST);
        SmallHouse.done(new KnowProvider(house).bind(keeper, officer.person(), "subject-of-the-officer"));
        server = WebServer.start(house, 0, "");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        provider.close();
        house.close();
    }

    @BeforeEach
    void signsRightly() {
        provider.subject = "subject-of-the-officer";
        provider.signingKey = provider.publishedKey();
    }

    private static Acting person(String login, Role role) {
        return SmallHouse.person(house, "d11", login, Set.of(role), PASSWORD, Passwords::hash);
    }

    @Test
    void letsABoundPersonInAsThemselvesAndRecordsIt() throws Exception {
        HttpResponse<String> landed = throughTheProvider(client());

        assertThat(landed.uri().getPath()).isEqualTo("/cases");
        assertThat(landed.statusCode()).isEqualTo(200);
        var lines = SmallHouse.done(new SeeAudit(house)
                        .lines(auditor, new SeeAudit.Question("", officer.person(), "signed-in", -1)))
                .lines();
        assertThat(lines.getFirst().entry().subject()).containsEntry("way", "provider");
    }

    @Test
    void givesNoRightsThatTheProviderClaims() throws Exception {
        HttpClient client = client();
        throughTheProvider(client);

        assertThat(get(client, server.address().replace("127.0.0.1", "localhost") + "/people")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void makesNobodyOfAStranger() throws Exception {
        int before = SmallHouse.done(new ChangePerson(house).list(keeper)).size();
        provider.subject = "somebody else";

        HttpResponse<String> landed = throughTheProvider(client());

        assertThat(landed.uri().toString()).endsWith("/sign-in?unbound");
        assertThat(landed.body()).contains("nobody here is bound to you");
        assertThat(SmallHouse.done(new ChangePerson(house).list(keeper))).hasSize(before);
    }

    @Test
    void refusesATokenThatTheProviderDidNotSign() throws Exception {
        provider.signingKey = TestProvider.freshKey();

        assertThat(throughTheProvider(client()).uri().toString()).endsWith("/sign-in?unbound");
    }

    @Test
    void isBoundByAnAdministratorOnlyAndToOnePerson() {
        Acting other = person("other", Role.ANALYST);

        assertThat(new KnowProvider(house).bind(officer, officer.person(), "x")).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<?>) new KnowProvider(house).bind(keeper, other.person(), "subject-of-the-officer"))
                        .refusal()
                        .code())
                .isEqualTo(CaseworkCode.SUBJECT_TAKEN);
    }

    @Test
    void standsBesideThePasswordOnThePage() throws Exception {
        assertThat(get(client(), server.address() + "/sign-in?language=ms").body())
                .contains("Log masuk dengan Agensi")
                .contains("name=\"password\"");
    }

    private static HttpResponse<String> throughTheProvider(HttpClient client) throws Exception {
        return get(client, server.address().replace("127.0.0.1", "localhost") + ProviderSignIn.START);
    }

    private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }
}
