package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import suluh.app.flow.TwoExports;
import suluh.app.flow.ViewCase;
import suluh.app.host.InputFiles;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;

/** Two persons purge an item by the pages; then no page that can be reached from the case shows a word of it. */
class PurgePagesTest {
    private static final String PASSWORD = "a long enough password";
    private static final int MAX_PAGES = 3_000;

    @TempDir
    private Path folder;

    @Test
    void showsNoWordOfTheItemAnyMore() throws Exception {
        Path input = Files.createDirectories(folder.resolve("in"));
        TwoExports.writeGone(input.resolve("a-kuarza.zip"));
        TwoExports.writeOther(input.resolve("m-other.zip"));
        try (House house = SmallHouse.openWithRunningClock(folder.resolve("data"))) {
            Acting one = person(house, "one");
            person(house, "two");
            OpenedCase opened = SmallHouse.done(new OpenCase(house).run(one, "MY-792-12", "MY-593-116B"));
            SmallHouse.done(new JoinCase(house).byLogin(opened, "two", Role.SUPERVISOR));
            SmallHouse.done(new ProbeInput(house)
                    .run(Outcome.done(opened), InputFiles.below(List.of(input)), null, null, Progress.SILENT));
            String item = SmallHouse.done(new ViewCase(house).items(opened)).stream()
                    .filter(each -> each.name().endsWith("a-kuarza.zip"))
                    .findFirst()
                    .orElseThrow()
                    .id()
                    .value();
            try (WebServer server = WebServer.start(house, 0, "")) {
                walk(server, "/cases/" + opened.number(), item);
            }
        }
    }

    private void walk(WebServer server, String base, String item) throws Exception {
        PageClient asker = PageClient.signedIn(server, "one", PASSWORD);
        PageClient second = PageClient.signedIn(server, "two", PASSWORD);
        assertThat(shown(asker, base)).hasSizeGreaterThan(6).containsKeys(base, base + "/conversations");

        String people = base + "/people";
        asker.post(
                people,
                base + "/approvals",
                Map.of("act", "purge-evidence", "subject", item, "reason", "outside the warrant"));
        Matcher approval = Pattern.compile(base + "/approvals/(ap-[0-9a-f]+)")
                .matcher(second.get(people).body());
        assertThat(approval.find()).isTrue();
        second.post(people, base + "/approvals/" + approval.group(1), Map.of("granted", "true"));
        HttpResponse<String> done = asker.post(people, base + "/evidence/" + item + "/purge", Map.of());

        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(asker.get(base + "/evidence/" + item).body())
                .contains("This item was purged")
                .doesNotContain(base + "/source", base + "/evidence/" + item + "/verify");
        assertThat(asker.get(base).body()).contains("out of date");
        assertThat(shown(asker, base)).isEmpty();
        asker.post(base, base + "/analysis", Map.of());
        assertThat(asker.get(base).body()).doesNotContain("out of date");
        assertThat(shown(asker, base)).isEmpty();
        assertThat(asker.get(base + "/conversations").body()).contains("Walks");
        assertThat(asker.get(base + "/search?q=jumpa").body()).contains("jumpa").contains("taman esok");
    }

    /** Pages of the case, by following links, with the words of the item that they show; those that show none are left out. */
    private static SortedMap<String, Set<String>> shown(PageClient client, String base) throws Exception {
        SortedMap<String, Set<String>> shown = new TreeMap<>();
        Set<String> seen = new TreeSet<>(Set.of(base));
        Deque<String> waiting = new ArrayDeque<>(seen);
        Pattern link = Pattern.compile("href=\"(" + Pattern.quote(base) + "[^\"#]*)");
        int visited = 0;
        while (!waiting.isEmpty()) {
            assertThat(++visited).as("pages of a small case").isLessThan(MAX_PAGES);
            String path = waiting.remove();
            HttpResponse<String> page = client.get(path.replace("&amp;", "&"));
            assertThat(page.statusCode()).as(path).isLessThan(500);
            String body = page.body();
            Set<String> words = new TreeSet<>();
            for (String marker : TwoExports.MARKERS) {
                if (body.toLowerCase(Locale.ROOT).contains(marker)) {
                    words.add(marker);
                }
            }
            if (!words.isEmpty()) {
                shown.put(path, words);
            }
            Matcher links = link.matcher(body);
            while (links.find()) {
                if (seen.add(links.group(1))) {
                    waiting.add(links.group(1));
                }
            }
        }
        return shown;
    }

    private static Acting person(House house, String login) {
        return SmallHouse.person(house, "d11", login, Set.of(Role.SUPERVISOR), PASSWORD, Passwords::hash);
    }
}
