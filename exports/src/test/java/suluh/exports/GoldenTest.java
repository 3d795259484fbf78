package suluh.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Readings of our own samples; rewritten only with {@code -Dsuluh.golden.rewrite=true}, and then reviewed. */
class GoldenTest {
    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void givesTheRecordedObservations(GoldenCase golden) throws IOException {
        compare(golden.folder().resolve("expected.jsonl"), golden.observations());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void givesTheRecordedAccountOfEveryFile(GoldenCase golden) throws IOException {
        compare(golden.folder().resolve("expected-readings.txt"), golden.readings());
    }

    private static void compare(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("suluh.golden.rewrite")) {
            Files.writeString(file, actual);
        }

        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
