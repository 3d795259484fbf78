package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @TempDir
    private static Path folder;

    private static House house;
    private static WebServer server;
    private static Acting who = Acting.operator("d11");
    private static PageClient supervisor;
    private static PageClient analyst;

    @BeforeAll
    static void start() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        for (Role role : Set.of(Role.SUPERVISOR, Role.ANALYST)) {
            Acting person = SmallHouse.person(house, "d11", role.wire(), Set.of(role), PASSWORD, Passwords::hash);
            who = role == Role.SUPERVISOR ? person : who;
        }
        server = WebServer.start(house, 0, "");
        supervisor = PageClient.signedIn(server, "supervisor", PASSWORD);
        analyst = PageClient.signedIn(server, "analyst", PASSWORD);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        house.close();
    }

    @Test
    void takesAListInByItsFormAndShowsItInBothLanguages() throws Exception {
        assertThat(supervisor.get("/lists").body()).contains("No list is held", "name=\"licence\"");

        HttpResponse<String> kept = upload(supervisor, fields("a test ground"), DIGEST + "\n");

        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(kept.headers().firstValue("Location").orElseThrow()).contains("/lists?kept=");
        String page = supervisor.get("/lists").body();
        assertThat(page).contains("&lt;maker&gt;", "a test ground", "Known good", "2026-10-01", "d11");
        assertThat(supervisor.get("/lists?language=ms").body())
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
        assertThat(analyst.get("/lists").statusCode()).isEqualTo(403);
        assertThat(upload(analyst, fields("ground"), DIGEST + "\n").statusCode())
                .isEqualTo(403);
        assertThat(supervisor.get("/cases").body()).contains("href=\"/lists\"");
        assertThat(analyst.get("/cases").body()).doesNotContain("href=\"/lists\"");
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

    private static HttpResponse<String> upload(PageClient client, Map<String, String> fields, String text)
            throws Exception {
        fields.put("_csrf", client.token("/me"));
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.txt\"\r\n\r\n")
                .append(text)
                .append("\r\n--b--\r\n");
        return client.post("/lists", "multipart/form-data; boundary=b", body.toString());
    }
}
