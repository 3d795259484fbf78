package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.JoinCase;
import suluh.app.flow.OpenCase;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ProbeInput;
import suluh.app.flow.Progress;
import suluh.app.flow.SmallHouse;
import suluh.app.host.InputFiles;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;

/** Two readers give verdicts by the pages; the page of the evaluation tells what they come to, worked out by hand. */
class EvaluationPageTest {
    private static final String PASSWORD = "a long enough password";

    @TempDir
    private static Path folder;

    private static House house;
    private static WebServer server;
    private static Instant time = Instant.parse("2026-11-24T08:00:00Z");
    private static String base = "";

    @BeforeAll
    static void start() throws Exception {
        house = SmallHouse.open(folder.resolve("data"), SmallHouse.clock(() -> time));
        Acting one = person("one");
        person("two");
        OpenedCase opened = SmallHouse.done(new OpenCase(house).run(one, "MY-792-12", "MY-593-116B"));
        SmallHouse.done(new JoinCase(house).byLogin(opened, "two", Role.SUPERVISOR));
        Path input = SmallHouse.synthetic(folder.resolve("synth"), 3_000);
        SmallHouse.done(new ProbeInput(house)
                .run(Outcome.done(opened), InputFiles.below(List.of(input)), null, null, Progress.SILENT));
        base = "/cases/" + opened.number();
        server = WebServer.start(house, 0, "");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        house.close();
    }

    private static Acting person(String login) {
        return SmallHouse.person(house, "d11", login, Set.of(Role.SUPERVISOR), PASSWORD, Passwords::hash);
    }

    @Test
    void tellsAgreementDriftAndFalseAlertsForEachOfficerHour() throws Exception {
        PageClient one = PageClient.signedIn(server, "one", PASSWORD);
        PageClient two = PageClient.signedIn(server, "two", PASSWORD);
        List<String> queue = Pattern.compile("href=\"(" + base + "/conversations/\\d+)\\?from=-1")
                .matcher(one.get(base + "/queue").body())
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();
        assertThat(one.get(base + "/evaluation").body()).contains("No verdict on a look-now conversation yet");

        judge(one, queue.get(0), "concern", 6);
        judge(one, queue.get(1), "no-concern", 9);
        judge(two, queue.get(0), "concern", 5);
        judge(two, queue.get(1), "no-concern", 10);

        String page = one.get(base + "/evaluation").body();
        assertThat(figure(page, "Verdicts")).isEqualTo("4");
        assertThat(figure(page, "Conversations read")).isEqualTo("2");
        assertThat(figure(page, "Look now: of concern")).startsWith("1 of 2: 0.50 (95 %");
        assertThat(figure(page, "Two readers say the same"))
                .startsWith("2 of 2: 1.00 (95 %")
                .endsWith("beyond chance (pi of Scott) 1.00");
        assertThat(figure(page, "Officer-hours")).isEqualTo("0.50");
        assertThat(figure(page, "False alerts")).as("one in half an hour").isEqualTo("2.00");
        assertThat(page).contains("2026-W48").doesNotContain("differs from before");
        assertThat(one.get(base + "/evaluation?language=ms").body())
                .contains("2026-W48")
                .doesNotContain("??");
    }

    /** Looks, reads for so long, and says so. */
    private static void judge(PageClient reader, String conversation, String verdict, int minutes) throws Exception {
        reader.get(conversation);
        time = time.plus(Duration.ofMinutes(minutes));
        Map<String, String> fields = Map.of("verdict", verdict, "reason", "read to the end");
        assertThat(reader.post("/me", conversation + "/verdict", fields).statusCode())
                .isEqualTo(302);
    }

    /** Text of the figure whose name begins so, without its elements. */
    private static String figure(String page, String name) {
        return Pattern.compile("<dt>" + Pattern.quote(name) + "[^<]*</dt>\\s*<dd>(.*?)</dd>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("the page has no figure " + name))
                .group(1)
                .replaceAll("<[^>]*>", "")
                .strip();
    }
}
