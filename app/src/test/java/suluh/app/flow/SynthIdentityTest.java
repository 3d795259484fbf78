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
import java.util.TreeSet;
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

/** Accounts joined in synthetic probes, from the exports to findings.json, against truth.json, over five seeds. */
@Tag("long")
class SynthIdentityTest {
    private static final long FIRST_SEED = 201;
    private static final int SEEDS = 5;
    private static final int MESSAGES = 300;

    @TempDir
    private Path folder;

    private long right;
    private final Set<String> wrong = new TreeSet<>();
    private final Set<String> missed = new TreeSet<>();
    private long strong;

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
                compare(
                        SmallHouse.probe(house, synth.resolve("exports"), null)
                                .findings()
                                .actors(),
                        new Truth(JsonParser.parseObject(Files.readAllBytes(synth.resolve("truth.json")))));
            }
        }

        double precision = (double) right / Math.max(1, right + wrong.size());
        double recall = 1 - (double) missed.size() / Math.max(1, strong);
        System.out.printf(
                "%s: precision %.3f of %d pairs, recall %.3f of %d%n",
                noise.wire(), precision, right + wrong.size(), recall, strong);
        // Beyond the target at both ends: a sibling with the number of an account that states no mailbox; and, without
        // noise, two accounts of one service that have only a mailbox in common.
        assertThat(precision).as("wrong: %s", wrong).isGreaterThanOrEqualTo(noise == Noise.HEAVY ? 0.98 : 0.99);
        assertThat(recall).as("missed: %s", missed).isGreaterThanOrEqualTo(noise == Noise.NONE ? 0.85 : 0.9);
    }

    private void compare(List<Actor> actors, Truth truth) {
        Set<String> found = new HashSet<>();
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
                found.add(pair);
            }
        }
        strong += truth.strong.size();
        truth.strong.stream().filter(pair -> !found.contains(pair)).forEach(missed::add);
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
