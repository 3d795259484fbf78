package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.app.flow.ProbeInput.Probed;
import suluh.app.host.InputException;
import suluh.app.store.StoredAccount;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;
import suluh.core.network.InvitePost;
import suluh.core.network.NodeRoles;
import suluh.core.network.Replacement;

/** Roles and replacement that findings give to a synthetic probe, against its truth, person by person. */
class NetworkTruthTest {
    private static final long MESSAGES = 12_000;

    @TempDir
    private static Path folder;

    private static House house;
    private static JsonObject truth;
    private static Probed probed;
    /** Persons that show a name or number on a platform: two where one bears the other's name. */
    private static final Map<String, Set<String>> personsOf = new HashMap<>();

    @BeforeAll
    static void open() throws IOException, InputException, JsonSyntaxException {
        house = SmallHouse.open(folder.resolve("data"));
        Path exports = SmallHouse.synthetic(folder.resolve("synth"), MESSAGES);
        truth = JsonParser.parseObject(Files.readAllBytes(exports.resolveSibling("truth.json")));
        for (JsonObject actor : objects(truth, "actors")) {
            for (JsonObject account : objects(actor, "accounts")) {
                personsOf
                        .computeIfAbsent(
                                text(account, "platform") + " " + text(account, "name"), ignored -> new HashSet<>())
                        .add(text(actor, "id"));
            }
        }
        probed = SmallHouse.probe(house, exports, folder.resolve("bundle"));
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "administrator, 0.9, 0.9",
        "offers-access, 1.0, 0.9",
        "recruiter, 0.9, 0.85",
        "broker, 0.75, 0.6",
        "possibly-targeted-child, 0.9, 0.85"
    })
    void givesTheRolesThatTheTruthGives(String role, double leastRecall, double leastPrecision) {
        Set<String> expected = new HashSet<>();
        for (JsonObject actor : objects(truth, "actors")) {
            if (words(actor, "shows").contains(role)) {
                expected.add(text(actor, "id"));
            }
        }
        Set<String> found = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        int nodes = 0;
        for (NodeRoles node : probed.findings().network().insight().roles()) {
            if (node.evidence().stream().noneMatch(one -> one.role().wire().equals(role))) {
                continue;
            }
            nodes++;
            Set<String> persons = persons(node.key());
            persons.retainAll(expected);
            found.addAll(persons);
            if (persons.isEmpty()) {
                wrong.add(node.key());
            }
        }
        double recall = found.size() / (double) expected.size();
        double precision = nodes == 0 ? 1 : 1 - wrong.size() / (double) nodes;
        System.out.printf(
                Locale.ROOT,
                "%s: recall %.2f of %d persons, precision %.2f of %d nodes%n",
                role,
                recall,
                expected.size(),
                precision,
                nodes);
        assertThat(recall)
                .as("recall of %s; found %s of %s", role, found, expected)
                .isGreaterThanOrEqualTo(leastRecall);
        assertThat(precision).as("precision of %s; wrong %s", role, wrong).isGreaterThanOrEqualTo(leastPrecision);
    }

    @Test
    void findsTheGroupThatTookTheSilentOnesPlaceAndNoOther() {
        List<JsonObject> expected = objects(truth, "replacements");

        List<Replacement> found = probed.findings().network().insight().replacements();

        assertThat(expected).hasSize(1);
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.silent()).contains(text(expected.getFirst(), "silent"));
            assertThat(one.successor()).contains(text(expected.getFirst(), "successor"));
            assertThat(one.sources()).isNotEmpty();
        });
    }

    @Test
    void saysWhereInvitationLinksMayLead() {
        int known = 0;
        int right = 0;
        for (JsonObject group : objects(truth, "groups")) {
            String invite = text(group, "invite");
            List<InvitePost> posts = probed.findings().network().insight().invitePosts().stream()
                    .filter(post -> !invite.isEmpty() && invite.endsWith(post.value()))
                    .toList();
            known += posts.isEmpty() ? 0 : 1;
            right += posts.stream()
                            .anyMatch(post -> post.into().stream().anyMatch(key -> key.contains(text(group, "thread"))))
                    ? 1
                    : 0;
        }
        System.out.println("links: " + right + " of " + known + " lead to their group");
        assertThat(known).isGreaterThanOrEqualTo(3);
        assertThat(right).isGreaterThanOrEqualTo(2);
    }

    /** Persons behind a node: those whose shown name or number one of its accounts has. */
    private static Set<String> persons(String node) {
        Set<String> accounts = probed.findings().actors().stream()
                .filter(actor -> actor.id().equals(node))
                .findFirst()
                .<Set<String>>map(actor -> new HashSet<>(actor.accounts()))
                .orElse(Set.of(node));
        Set<String> persons = new HashSet<>();
        for (StoredAccount account :
                house.observations().accounts(probed.opened().id())) {
            if (accounts.contains(account.key())) {
                String platform = account.platform().wire().equals("messenger")
                        ? "facebook"
                        : account.platform().wire();
                persons.addAll(personsOf.getOrDefault(platform + " " + account.name(), Set.of()));
            }
        }
        return persons;
    }

    private static List<JsonObject> objects(JsonObject json, String key) {
        return values(json, key).stream().map(value -> (JsonObject) value).toList();
    }

    private static List<String> words(JsonObject json, String key) {
        return values(json, key).stream()
                .map(value -> ((JsonString) value).value())
                .toList();
    }

    private static List<JsonValue> values(JsonObject json, String key) {
        return json.member(key).map(value -> ((JsonArray) value).values()).orElse(List.of());
    }

    private static String text(JsonObject json, String key) {
        return json.text(key).orElse("");
    }
}
