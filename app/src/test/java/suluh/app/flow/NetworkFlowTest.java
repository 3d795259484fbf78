package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ProbeInput.Probed;
import suluh.app.flow.SeeNetwork.NodeView;
import suluh.app.host.InputException;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonValue;
import suluh.core.kernel.Outcome;
import suluh.core.network.NetworkInsight;
import suluh.core.network.NetworkMap;
import suluh.core.network.NodeRoles;
import suluh.core.network.Role;

/** What the network says of cases whose truth is known, and who may see it, over the real database. */
class NetworkFlowTest {
    private static final Instant BEGIN = Instant.parse("2024-01-01T04:00:00Z");

    @TempDir
    private static Path folder;

    private static House house;
    private static Path synthetic;
    private static Probed probed;

    @BeforeAll
    static void open() throws IOException, InputException {
        house = SmallHouse.open(folder.resolve("data"));
        synthetic = SmallHouse.synthetic(folder.resolve("synth"), 4_000);
        probed = SmallHouse.probe(house, synthetic, folder.resolve("bundle"));
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    @Test
    void callsAdministratorWhoMadeTheGroupsOfTheTruth() throws Exception {
        JsonObject truth = JsonParser.parseObject(Files.readAllBytes(synthetic.resolveSibling("truth.json")));
        Set<String> made = new HashSet<>();
        objects(truth, "groups").forEach(group -> made.add(group.text("creator").orElseThrow()));
        Set<String> accounts = new HashSet<>();
        for (JsonObject actor : objects(truth, "actors")) {
            if (made.contains(actor.text("id").orElseThrow())) {
                objects(actor, "accounts")
                        .forEach(account -> accounts.add(account.text("key").orElseThrow()));
            }
        }

        List<NodeRoles> administrators = probed.findings().network().insight().roles().stream()
                .filter(node -> node.evidence().stream().anyMatch(one -> one.role() == Role.ADMINISTRATOR))
                .toList();

        assertThat(administrators)
                .allMatch(node -> !node.evidence().getFirst().sources().isEmpty());
        assertThat(administrators)
                .filteredOn(node -> accountsOf(node.key()).stream().anyMatch(accounts::contains))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void findsTheGroupThatTookASilentOnesPlace() throws Exception {
        Path input = Files.createDirectories(folder.resolve("silent"));
        Files.writeString(input.resolve("old.json"), group(1, "Old", 0, 40));
        Files.writeString(input.resolve("new.json"), group(2, "New", 42, 300));

        NetworkInsight insight = SmallHouse.probe(house, input, folder.resolve("silent-bundle"))
                .findings()
                .network()
                .insight();

        assertThat(insight.replacements()).singleElement().satisfies(found -> {
            assertThat(found.silent()).contains("1");
            assertThat(found.successor()).contains("2");
            assertThat(found.moved()).isEqualTo(10);
            assertThat(found.sources()).isNotEmpty();
        });
    }

    @Test
    void laysTheMapOutForMembersOnlyAndRecordsTheLook() {
        SeeNetwork network = new SeeNetwork(house);

        NetworkMap map = SmallHouse.done(network.map(probed.opened())).orElseThrow();
        NodeView node = SmallHouse.done(network.node(probed.opened(), 0)).orElseThrow();

        assertThat(map.nodes().getFirst().isGroup()).isTrue();
        assertThat(map.links()).isNotEmpty();
        assertThat(map.kinds()).contains("membership", "messages");
        assertThat(node.ties()).isNotEmpty().allMatch(tie -> !tie.sources().isEmpty());
        assertThat(SmallHouse.done(network.node(probed.opened(), 1_000_000))).isEmpty();
        assertThat(network.map(new OpenedCase(
                        probed.opened().id(),
                        probed.opened().number(),
                        new Acting("mcmc", "p-unknown"),
                        probed.opened().mandate(),
                        probed.opened().role())))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void hidesTheNameOfAChildOnTheMap() throws Exception {
        Path input = Files.createDirectories(folder.resolve("child"));
        Files.writeString(input.resolve("group.json"), group(3, "Club", 0, 10));
        Probed other = SmallHouse.probe(house, input, folder.resolve("child-bundle"));
        int account = house.observations().accounts(other.opened().id()).stream()
                .filter(candidate -> "Member 4".equals(candidate.name()))
                .findFirst()
                .orElseThrow()
                .id();
        SmallHouse.done(new ProtectChild(house).mark(other.opened(), account));

        NetworkMap map =
                SmallHouse.done(new SeeNetwork(house).map(other.opened())).orElseThrow();

        assertThat(map.nodes())
                .extracting(node -> node.label().name())
                .contains("Member 5")
                .doesNotContain("Member 4");
    }

    /** A Telegram group in which ten members write in turn, one message a day. */
    private static String group(int id, String name, int firstDay, int days) {
        StringBuilder json = new StringBuilder(
                "{\"name\":\"" + name + "\",\"type\":\"private_supergroup\",\"id\":" + id + ",\"messages\":[");
        for (int day = 0; day < days; day++) {
            Instant at = BEGIN.plus(firstDay + (long) day, ChronoUnit.DAYS);
            int member = day % 10;
            json.append(day == 0 ? "" : ",")
                    .append("{\"id\":")
                    .append(day + 1)
                    .append(",\"type\":\"message\",\"date\":\"")
                    .append(at.toString(), 0, 19)
                    .append("\",\"date_unixtime\":\"")
                    .append(at.getEpochSecond())
                    .append("\",\"from\":\"Member ")
                    .append(member)
                    .append("\",\"from_id\":\"user10")
                    .append(member)
                    .append("\",\"text\":\"hello\"}");
        }
        return json.append("]}").toString();
    }

    private static List<String> accountsOf(String node) {
        return probed.findings().actors().stream()
                .filter(actor -> actor.id().equals(node))
                .findFirst()
                .map(actor -> actor.accounts())
                .orElse(List.of(node));
    }

    private static List<JsonObject> objects(JsonObject json, String key) {
        return json.member(key).map(value -> ((JsonArray) value).values()).orElse(List.of()).stream()
                .map((JsonValue value) -> (JsonObject) value)
                .toList();
    }
}
