package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import suluh.app.host.InputException;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;
import suluh.core.identity.Actor;
import suluh.exports.synth.Noise;
import suluh.exports.synth.SyntheticProbe;

/**
 * Accounts joined in synthetic probes, from the exports to findings.json, against truth.json.
 *
 * <p>The model was mended by looking at the seeds 1, 101 to 105 and 201 to 205; these ones were looked at for the figures
 * only. Recall is told twice: of the pairs that truth.json ties, and of those of which the exports show both accounts (in a
 * small probe some of those drawn for a group write nothing in it).
 */
@Tag("long")
class SynthIdentityTest {
    private static final long FIRST_SEED = 401;
    private static final int SEEDS = 10;
    private static final int MESSAGES = 300;

    @TempDir
    private Path folder;

    private long right;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private long strong;
    private long shown;
    private long found;

    @ParameterizedTest
    @EnumSource
    void joinsWhatTheTruthJoins(Noise noise) throws IOException, InputException, JsonSyntaxException {
        try (House house = SmallHouse.open(folder.resolve("data"))) {
            for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
                Path synth = folder.resolve("synth-" + seed);
                SyntheticProbe.write(seed, MESSAGES, noise, path -> {
                    Path file = synth.resolve(path);
                    Files.createDirectories(file.resolveSibling(""));
                    return new BufferedOutputStream(Files.newOutputStream(file));
                });
                ProbeInput.Probed probed = SmallHouse.probe(house, synth.resolve("exports"), null);
                Set<String> accounts = new HashSet<>();
                new CaseMaterial(house.observations(), probed.opened().id())
                        .accounts()
                        .forEach(account -> accounts.add(account.key()));
                compare(
                        probed.findings().actors(),
                        accounts,
                        new Truth(JsonParser.parseObject(Files.readAllBytes(synth.resolve("truth.json")))));
            }
        }

        double precision = (double) right / Math.max(1, right + wrong.size());
        double recall = (double) found / Math.max(1, strong);
        double recallOfShown = (double) found / Math.max(1, shown);
        System.out.printf(
                "%s: precision %.3f of %d pairs, recall %.3f of %d, %.3f of the %d shown%n",
                noise.wire(), precision, right + wrong.size(), recall, strong, recallOfShown, shown);
        assertThat(precision).as("wrong: %s", wrong).isGreaterThanOrEqualTo(0.99);
        assertThat(recallOfShown).as("missed: %s", missed).isGreaterThanOrEqualTo(0.9);
        // Without noise a sixth of the pairs is shown nowhere.
        assertThat(recall).as("missed: %s", missed).isGreaterThanOrEqualTo(noise == Noise.NONE ? 0.75 : 0.9);
    }

    private void compare(List<Actor> actors, Set<String> accounts, Truth truth) {
        Set<String> joined = new HashSet<>();
        for (Actor actor : actors) {
            List<String> known =
                    actor.accounts().stream().filter(truth.actorOf::containsKey).toList();
            for (String pair : pairs(known)) {
                String[] two = pair.split("\n");
                if (Objects.equals(truth.actorOf.get(two[0]), truth.actorOf.get(two[1]))) {
                    right++;
                } else {
                    wrong.add(pair);
                }
                joined.add(pair);
            }
        }
        strong += truth.strong.size();
        for (String pair : truth.strong) {
            boolean isShown = List.of(pair.split("\n")).stream().allMatch(accounts::contains);
            shown += isShown ? 1 : 0;
            if (joined.contains(pair)) {
                found++;
            } else {
                missed.add(pair + (isShown ? "" : "\n(not in the exports)"));
            }
        }
    }

    /** Who holds each account, by the key that the readers give it, and which pairs an owned identifier ties. */
    private static final class Truth {
        private final Map<String, String> actorOf = new HashMap<>();
        private final Set<String> strong = new HashSet<>();

        Truth(JsonObject truth) {
            for (JsonObject actor : objects(truth, "actors")) {
                Map<String, String> keys = new HashMap<>();
                for (JsonObject account : objects(actor, "accounts")) {
                    String key = readKey(account);
                    keys.put(text(account, "key"), key);
                    if (!key.isEmpty()) {
                        actorOf.put(key, text(actor, "id"));
                    }
                }
                for (JsonObject link : objects(actor, "strongLinks")) {
                    List<String> accounts = ((JsonArray) member(link, "accounts"))
                            .values().stream()
                                    .map(value -> keys.getOrDefault(((JsonString) value).value(), ""))
                                    .filter(key -> !key.isEmpty())
                                    .toList();
                    strong.addAll(pairs(accounts));
                }
            }
        }

        /** Empty for an account that exports show by its name only. */
        private static String readKey(JsonObject account) {
            JsonObject owned = (JsonObject) member(account, "owned");
            String platform = text(account, "platform");
            if (owned.members().containsKey("profile-url")) {
                return platform + ":" + text(owned, "profile-url").replace("https://www.", "");
            }
            return member(account, "id") instanceof JsonString id ? platform + ":" + id.value() : "";
        }
    }

    private static JsonValue member(JsonObject of, String key) {
        return Objects.requireNonNull(of.members().get(key), key);
    }

    private static List<JsonObject> objects(JsonObject of, String key) {
        return ((JsonArray) member(of, key))
                .values().stream().map(value -> (JsonObject) value).toList();
    }

    private static String text(JsonObject of, String key) {
        return ((JsonString) member(of, key)).value();
    }

    private static List<String> pairs(List<String> keys) {
        List<String> sorted = keys.stream().distinct().sorted().toList();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                pairs.add(sorted.get(i) + "\n" + sorted.get(j));
            }
        }
        return pairs;
    }
}
