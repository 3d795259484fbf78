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
import org.junit.jupiter.params.provider.ValueSource;
import suluh.app.host.InputException;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;
import suluh.core.casework.Act;
import suluh.core.identity.Actor;
import suluh.core.identity.Resolution;
import suluh.exports.synth.SyntheticProbe;

/** Accounts joined in synthetic probes, from the exports to the actors, against truth.json. */
@Tag("long")
class SynthIdentityTest {
    @TempDir
    private Path folder;

    private final Map<String, String> actorOf = new HashMap<>();
    private final Set<String> strong = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void joinsWhatTheTruthJoins(long seed) throws IOException, InputException, JsonSyntaxException {
        Path synth = folder.resolve("synth");
        SyntheticProbe.write(seed, 1_000, path -> {
            Path file = synth.resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            return new BufferedOutputStream(Files.newOutputStream(file));
        });
        readTruth(JsonParser.parseObject(Files.readAllBytes(synth.resolve("truth.json"))));

        Resolution resolution;
        try (House house = SmallHouse.open(folder.resolve("data"))) {
            SmallHouse.probe(house, synth.resolve("exports"), folder.resolve("bundle"));
            var opened = SmallHouse.done(house.access().inCase(Acting.operator("d11"), "SU-2026-0001", Act.VIEW_CASE));
            resolution = ResolveAccounts.run(house, opened.id(), new CaseMaterial(house.observations(), opened.id()));
        }

        int right = 0;
        int wrong = 0;
        Set<String> found = new HashSet<>();
        for (Actor actor : resolution.actors()) {
            for (String pair :
                    pairs(actor.accounts().stream().filter(actorOf::containsKey).toList())) {
                String[] two = pair.split("\n");
                boolean isOne = Objects.equals(actorOf.get(two[0]), actorOf.get(two[1]));
                right += isOne ? 1 : 0;
                wrong += isOne ? 0 : 1;
                found.add(pair);
            }
        }
        Set<String> missed = new HashSet<>(strong);
        missed.removeAll(found);
        assertThat((double) right / Math.max(1, right + wrong)).as("precision").isGreaterThanOrEqualTo(0.99);
        assertThat(1 - (double) missed.size() / strong.size())
                .as("recall of %s; missed %s", strong, missed)
                .isGreaterThanOrEqualTo(0.9);
    }

    private void readTruth(JsonObject truth) {
        for (JsonObject actor : objects(truth, "actors")) {
            String id = text(actor, "id");
            for (JsonObject account : objects(actor, "accounts")) {
                actorOf.putIfAbsent(text(account, "key"), id);
            }
            for (JsonObject link : objects(actor, "strongLinks")) {
                List<String> accounts = ((JsonArray) member(link, "accounts"))
                        .values().stream()
                                .map(value -> ((JsonString) value).value())
                                .toList();
                strong.addAll(pairs(accounts));
            }
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
