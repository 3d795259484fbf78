package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.InputFiles;
import suluh.app.store.TableRows;
import suluh.core.casework.Act;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.Outcome;

/** Items whose reading rested on one that was purged are erased with it and read again. */
class RestingItemsTest {
    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void open() throws Exception {
        house = SmallHouse.openWithRunningClock(folder.resolve("data"));
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private OpenedCase probe(Path input) throws Exception {
        OpenedCase opened =
                SmallHouse.done(new OpenCase(house).run(Acting.operator("d11"), "MY-792-12", "MY-593-116B"));
        SmallHouse.done(new ProbeInput(house)
                .run(Outcome.done(opened), InputFiles.below(List.of(input)), null, null, Progress.SILENT));
        return opened;
    }

    private void purge(OpenedCase opened, String name) throws Exception {
        ReceivedItem item = house.evidence().items(opened.id()).stream()
                .filter(one -> one.name().endsWith(name))
                .findFirst()
                .orElseThrow();
        SmallHouse.approve(house, opened, Act.PURGE_EVIDENCE, item.id().value());
        SmallHouse.done(new PurgeEvidence(house).run(opened, item.id(), "approved"));
    }

    private List<String> unread(OpenedCase opened) {
        return AskForWork.unread(house, opened.id()).stream()
                .map(ReceivedItem::name)
                .toList();
    }

    private List<String> texts(OpenedCase opened) {
        List<String> texts = new ArrayList<>();
        house.observations().forEachMessage(opened.id(), message -> texts.add(message.text() + " " + message.source()));
        return texts;
    }

    private Set<String> tablesHolding(OpenedCase opened, String text) {
        Set<String> holding = new TreeSet<>();
        TableRows.of(house.database(), opened.id()).forEach((table, rows) -> {
            if (rows.stream().anyMatch(row -> row.contains(text))) {
                holding.add(table);
            }
        });
        return holding;
    }

    @Test
    void takesWhatAFileBesideItSaidOfTheHolder() throws Exception {
        Path whole = Files.createDirectories(folder.resolve("in/x/data"));
        Path alone = Files.createDirectories(folder.resolve("alone/x/data"));
        Files.writeString(whole.resolve("account.js"), """
                window.YTD.account.part0 = [ { "account" : { "email" : "hana@example.org", "createdVia" : "web",
                "username" : "hana_quartz", "accountId" : "1180000000000000001",
                "createdAt" : "2019-10-04T06:00:00.000Z", "accountDisplayName" : "Hana" } } ]
                """);
        String tweets = """
                window.YTD.tweets.part0 = [ { "tweet" : { "id" : "1840000000000000001", "id_str" : "1840000000000000001",
                "created_at" : "Thu Oct 03 08:00:00 +0000 2024", "full_text" : "jumpa di taman",
                "entities" : { "user_mentions" : [ ] } } } ]
                """;
        Files.writeString(whole.resolve("tweets.js"), tweets);
        Files.writeString(alone.resolve("tweets.js"), tweets);
        OpenedCase opened = probe(folder.resolve("in/x"));
        OpenedCase never = probe(folder.resolve("alone/x"));
        assertThat(tablesHolding(opened, "1180000000000000001")).contains("account");

        purge(opened, "account.js");

        assertThat(unread(opened)).singleElement().asString().endsWith("tweets.js");
        assertThat(tablesHolding(opened, "hana_quartz")).isEmpty();
        assertThat(tablesHolding(opened, "1180000000000000001")).isEmpty();
        SmallHouse.work(house, opened);
        assertThat(unread(opened)).isEmpty();
        assertThat(texts(opened)).isEqualTo(texts(never)).isNotEmpty();
        assertThat(house.findings().latest(opened.id()))
                .hasValueSatisfying(json -> assertThat(json)
                        .isEqualTo(house.findings().latest(never.id()).orElseThrow()));
    }

    @Test
    void bringsTheSecondCopyOfAMessageBackWhenTheFirstGoes() throws Exception {
        Path cutover = Files.createDirectories(folder.resolve("one/in/facebook/messages/e2ee_cutover/b_1"));
        Path backup = Files.createDirectories(folder.resolve("one/in/z-part/messages"));
        Path alone = Files.createDirectories(folder.resolve("two/in/z-part/messages"));
        Files.writeString(cutover.resolve("message_1.json"), """
                {"participants":[{"name":"A"},{"name":"B"}],"messages":[
                {"sender_name":"B","timestamp_ms":1700000000000,"content":"hello"},
                {"sender_name":"B","timestamp_ms":1700000001000,"content":"only here"}],"title":"B"}
                """);
        String second = """
                {"participants":["A","B"],"threadName":"B","messages":[
                {"senderName":"B","timestamp":1700000000000,"text":"hello"},
                {"senderName":"B","timestamp":1700000002000,"text":"new"}]}
                """;
        Files.writeString(backup.resolve("B_1.json"), second);
        Files.writeString(alone.resolve("B_1.json"), second);
        OpenedCase opened = probe(folder.resolve("one/in"));
        OpenedCase never = probe(folder.resolve("two/in"));
        assertThat(texts(opened)).hasSize(3);

        purge(opened, "message_1.json");

        assertThat(unread(opened)).singleElement().asString().endsWith("B_1.json");
        SmallHouse.work(house, opened);
        assertThat(texts(opened)).hasSize(2).anyMatch(text -> text.startsWith("hello"));
        assertThat(house.findings().latest(opened.id()))
                .hasValueSatisfying(json -> assertThat(json)
                        .isEqualTo(house.findings().latest(never.id()).orElseThrow()));
    }

    @Test
    void leavesItemsThatStandForThemselves() throws Exception {
        Path input = Files.createDirectories(folder.resolve("in"));
        Files.writeString(input.resolve("one.txt"), "12/10/2024, 21:14 - Aina: selamat\n12/10/2024, 21:15 - B: ya\n");
        Files.writeString(input.resolve("two.txt"), "12/10/2024, 21:14 - Aina: selamat\n12/10/2024, 21:15 - B: tak\n");
        OpenedCase opened = probe(input);

        purge(opened, "one.txt");

        assertThat(unread(opened)).isEmpty();
        assertThat(texts(opened)).hasSize(2);
    }
}
