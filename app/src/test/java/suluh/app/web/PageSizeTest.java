package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.ReceiveComplaint;
import suluh.app.flow.ShowSourceBytes;
import suluh.app.flow.SmallHouse;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;
import suluh.app.host.InputException;
import suluh.core.casework.Role;
import suluh.core.disclosure.ReceivedItem;

/** No page has 300 kB, whatever the size of the case or the inbox: lists go on with the next page. */
class PageSizeTest {
    private static final int MAX_PAGE_BYTES = 300_000;
    private static final long MESSAGES = 20_000;
    private static final int COMPLAINTS = 1_500;
    private static final int LOOKS = 120;
    private static final String PASSWORD = "a long enough password";

    @TempDir
    private static Path folder;

    private static House house;
    private static WebServer server;
    private static String number;
    private static ReceivedItem item;
    private static PageClient member;
    private static PageClient intake;

    @BeforeAll
    static void start() throws IOException, InputException, InterruptedException {
        house = SmallHouse.open(folder.resolve("data"));
        number = SmallHouse.demo(
                house, SmallHouse.synthetic(folder.resolve("synth"), MESSAGES), PASSWORD, Passwords::hash);
        SmallHouse.person(house, "mcmc", "intake", Set.of(Role.INTAKE), PASSWORD, Passwords::hash);
        StringBuilder table = new StringBuilder("text,target\n");
        for (int i = 0; i < COMPLAINTS; i++) {
            String target = i % 10 == 0 ? "other" + i % 300 : "bulk1";
            table.append("look ")
                    .append(i)
                    .append(" தமிழ்".repeat(100))
                    .append(",t.me/")
                    .append(target)
                    .append('\n');
        }
        SmallHouse.done(new ReceiveComplaint(house)
                .importFile(
                        Acting.operator("mcmc"), "list.csv", table.toString().getBytes(StandardCharsets.UTF_8)));
        server = WebServer.start(house, 0, "");
        member = PageClient.signedIn(server, "demo", PASSWORD);
        intake = PageClient.signedIn(server, "intake", PASSWORD);
        item = lookOften();
    }

    /** Puts many events into the chain of custody of one item; gives it. */
    private static ReceivedItem lookOften() {
        var supervisor = new suluh.app.flow.SignIn(house).find("demo").orElseThrow();
        CaseView view = SmallHouse.done(
                new ViewCase(house).find(new Acting(supervisor.agency(), supervisor.personId()), number));
        ReceivedItem looked =
                SmallHouse.done(new ViewCase(house).items(view.opened())).getFirst();
        for (int i = 0; i < LOOKS; i++) {
            SmallHouse.done(new ShowSourceBytes(house).verify(view.opened(), looked.id()));
        }
        return looked;
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/report",
                "/accounts",
                "/accounts/1",
                "/actors/actor-1",
                "/conversations",
                "/conversations/1",
                "/conversations/1?from=-1",
                "/course",
                "/identity",
                "/media",
                "/network",
                "/network/nodes/0",
                "/network/nodes/1",
                "/people",
                "/queue",
                "/requests",
                "/search?q=jumpa",
                "/timeline",
                "/work"
            })
    void pagesOfALargeCaseStayLight(String page) throws Exception {
        light("/cases/" + number + page, member);
        if (!page.contains("?")) {
            light("/cases/" + number + page + "?page=1", member);
        }
    }

    @Test
    void theListToLookAtGoesOnWithTheNextPage() throws Exception {
        String base = "/cases/" + number + "/conversations";
        String first = firstToLookAt(member.get(base).body());
        String next = firstToLookAt(member.get(base + "?page=1").body());

        assertThat(next).isNotEqualTo(first);
    }

    private static String firstToLookAt(String body) {
        Matcher line = Pattern.compile("href=\"(/cases/[^\"]*/conversations/\\d+\\?from=\\d+)\"")
                .matcher(body);
        assertThat(line.find()).isTrue();
        return line.group(1);
    }

    @Test
    void custodyNamesPersonsAndGoesOnWithTheNextPage() throws Exception {
        String address = "/cases/" + number + "/evidence/" + item.id().value();

        String first = light(address, member);
        String next = light(address + "?page=1", member);

        assertThat(first).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
        assertThat(next).contains("rel=\"prev\"").contains("verified");
        assertThat(next)
                .containsPattern(
                        "<span class=\"person\" title=\"[^\"]+\"><bdi>Demonstration</bdi></span><small> \\([a-z0-9]+\\)</small>");
    }

    @Test
    void theInboxShowsAFloodAndSettlesWhatItShowed() throws Exception {
        String inbox = light("/complaints", intake);
        String key = value("pile", inbox);
        String pile = light("/complaints?pile=" + URLEncoder.encode(key, StandardCharsets.UTF_8), intake);

        assertThat(inbox)
                .contains("Read all 1,350 complaints in full", "on all 1,350 complaints")
                .contains("rel=\"next\"");
        assertThat(key).endsWith("t.me/bulk1");
        assertThat(pile).contains("rel=\"next\"");
        HttpResponse<String> stale = intake.post(
                "/complaints",
                "/complaints/closing",
                Map.of("pile", key, "digest", "of another pile", "closing", "repeated"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(intake.get("/complaints").body()).contains("t.me/bulk1");
        intake.post(
                "/complaints",
                "/complaints/closing",
                Map.of("pile", key, "digest", value("digest", pile), "closing", "repeated"));
        assertThat(intake.get("/complaints").body()).doesNotContain("t.me/bulk1");
    }

    private static String value(String field, String page) {
        Matcher found =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as(field).isTrue();
        return found.group(1);
    }

    private static String light(String path, PageClient person) throws IOException, InterruptedException {
        HttpResponse<String> response = person.get(path);

        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.body().getBytes(StandardCharsets.UTF_8)).as(path).hasSizeLessThan(MAX_PAGE_BYTES);
        return response.body();
    }
}
