package suluh.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.Suluh;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;

/** What a person types: evaluate on labels and on the form of PAN-2012, train, and assess with the model beside. */
class LabelledCommandsTest {
    private static final List<String> MEASURES = List.of(
            "precision",
            "recall",
            "f1",
            "f0.5",
            "f2",
            "latencyWeightedF1",
            "medianMessagesToAlert",
            "falseAlertsPer1000");
    private static final Path PAN = Path.of(System.getProperty("suluh.home"), "app/src/test/resources/testdata/pan12");
    private static final String CARD = "# Intended use\nx\n# Out of scope\nx\n# Evaluation\nx\n# Limits\nx\n";
    private static final String STATEMENT =
            "# Source and authority\nx\n# Language variety\nx\n# People\nx\n# Labelling\nx\n";

    @TempDir
    private static Path folder;

    private static String labelled = "";

    private record Said(int code, String out, String err) {
        JsonObject json() throws JsonSyntaxException {
            return JsonParser.parseObject(out.getBytes(StandardCharsets.UTF_8));
        }
    }

    @BeforeAll
    static void write() throws IOException {
        labelled = folder.resolve("labelled.jsonl").toString();
        assertThat(run("evaluate", "--synthetic", "train", "--copies", "1", "--write", labelled)
                        .code())
                .isZero();
        Files.writeString(folder.resolve("card.md"), CARD);
        Files.writeString(folder.resolve("statement.md"), STATEMENT);
    }

    @Test
    void printsEveryMeasureWithItsIntervalForEveryLanguage() throws JsonSyntaxException {
        Said said = run("evaluate", labelled);

        assertThat(said.code()).isZero();
        JsonObject languages = object(said.json(), "byLanguage");
        assertThat(languages.members()).hasSize(6);
        for (String language : List.of("en", "ms", "mix", "id", "zh", "ta")) {
            assertMeasured(object(languages, language));
        }
        assertMeasured(object(object(said.json(), "alarms"), "look-now"));
        assertMeasured(object(object(said.json(), "alarms"), "look-or-now"));
    }

    @Test
    void readsTheFormOfPan2012WithItsListOfAuthors() throws JsonSyntaxException {
        Said said = run(
                "evaluate",
                PAN.resolve("corpus.xml").toString(),
                "--pan12",
                PAN.resolve("authors.txt").toString());

        assertThat(said.code()).isZero();
        JsonObject lookNow = object(object(said.json(), "alarms"), "look-now");
        assertMeasured(lookNow);
        assertThat(CanonicalJson.text(lookNow))
                .contains("\"positives\":1", "\"truePositives\":1", "\"falsePositives\":0");
        assertMeasured(object(object(said.json(), "byLanguage"), "en"));
    }

    @Test
    void trainsNothingWithoutBothStatements() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.md"), "# Intended use\nx\n");
        String out = folder.resolve("refused.json").toString();

        Said without = run("train", labelled, "--out", out);
        Said half = run("train", labelled, "--card", bad.toString(), "--statement", text("statement.md"), "--out", out);

        assertThat(without.code()).isEqualTo(1);
        assertThat(without.err()).contains("--card", "--statement");
        assertThat(half.code()).isEqualTo(1);
        assertThat(half.err()).contains("out of scope");
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    void setsTheTrainedModelBesideTheScoreAndHidesNoCue() throws JsonSyntaxException {
        String model = folder.resolve("model.json").toString();

        Said trained =
                run("train", labelled, "--card", text("card.md"), "--statement", text("statement.md"), "--out", model);
        List<String> plain = run("assess", labelled).out().lines().toList();
        List<String> beside =
                run("assess", labelled, "--learned", model).out().lines().toList();
        Said evaluated = run("evaluate", labelled, "--learned", model);

        assertThat(trained.code()).isZero();
        assertThat(beside).hasSameSizeAs(plain).hasSizeGreaterThan(400);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(beside.get(i)).contains("\"learned\":{\"model\":\"learned-");
            assertThat(beside.get(i).replaceFirst("\"learned\":\\{[^}]*},", "")).isEqualTo(plain.get(i));
        }
        assertThat(object(evaluated.json(), "alarms").members()).hasSize(3);
    }

    private static void assertMeasured(JsonObject figures) {
        for (String measure : MEASURES) {
            assertThat(CanonicalJson.text(object(figures, measure)))
                    .as(measure)
                    .contains("\"value\":", "\"interval95\":[");
        }
    }

    private static String text(String file) {
        return folder.resolve(file).toString();
    }

    private static JsonObject object(JsonObject of, String key) {
        return (JsonObject) of.member(key).orElseThrow();
    }

    private static Said run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream standard = System.out;
        PrintStream errors = System.err;
        int code;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            code = Suluh.commandLine().execute(args);
        } finally {
            System.setOut(standard);
            System.setErr(errors);
        }
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
