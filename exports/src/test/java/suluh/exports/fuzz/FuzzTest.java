package suluh.exports.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs each target in a process of its own under Jazzer, guided by the coverage of {@code suluh.exports}.
 *
 * <p>{@code ./mvnw -Pfuzz test -Dsuluh.fuzz.seconds=600}; 20 seconds each without. What it finds is written to
 * {@code findings/TARGET}, where {@link FindingsTest} replays it from then on.
 */
@Tag("fuzz")
@Tag("long")
class FuzzTest {
    /** Of a target's process; readers stream, so that little is enough. */
    private static final String HEAP = "-Xmx512m";

    static List<FuzzTargets.Target> targets() {
        String wanted = System.getProperty("suluh.fuzz.target", "");
        return FuzzTargets.all().stream()
                .filter(target -> target.name().contains(wanted))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void findsNothing(FuzzTargets.Target target, @TempDir Path corpus) throws IOException, InterruptedException {
        Path findings = Files.createDirectories(FindingsTest.FOLDER.resolve(target.name()));
        int number = 0;
        for (byte[] seed : target.seeds()) {
            Files.write(corpus.resolve("seed-" + number++), seed);
        }

        Path log = corpus.resolveSibling(corpus.getFileName() + ".log");
        Process process = new ProcessBuilder(command(target, corpus, findings))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = process.waitFor();
        if (isEmpty(findings)) {
            Files.delete(findings);
        }

        assertThat(code).as(Files.readString(log)).isZero();
    }

    private static List<String> command(FuzzTargets.Target target, Path corpus, Path findings) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+EnableDynamicAgentLoading",
                "-Dsuluh.home=" + System.getProperty("suluh.home"),
                "-Dsuluh.fuzz.names=" + String.join("\n", target.fileNames()),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + ReaderFuzz.class.getName(),
                "--instrumentation_includes=suluh.exports.**",
                "--reproducer_path=" + corpus,
                "-artifact_prefix=" + findings + "/",
                "-max_total_time=" + Integer.getInteger("suluh.fuzz.seconds", 20),
                "-seed=1",
                // A machine with other work is slow; what is slow on a quiet one, the time limit of a unit finds.
                "-report_slow_units=600",
                "-max_len=65536",
                corpus.toString());
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }
}
