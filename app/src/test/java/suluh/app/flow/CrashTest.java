package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that seals, reads, receives, purges, joins, lets go, changes, approves and publishes, again and again over the same data folder; after each kill the next
 * process must find everything that was acknowledged, and an audit without a fault.
 */
class CrashTest {
    private static final long SEED = 20261124;

    @TempDir
    private Path folder;

    @Test
    void losesNothingAcknowledgedWhenItIsKilledTenTimes() throws Exception {
        killed(10);
    }

    @Test
    @Tag("long")
    void losesNothingAcknowledgedWhenItIsKilledTwoHundredTimes() throws Exception {
        killed(200);
    }

    private void killed(int rounds) throws Exception {
        Files.writeString(folder.resolve("acknowledged"), "");
        Random random = new Random(SEED);
        for (int round = 0; round <= rounds; round++) {
            Process worker = start(random.nextLong());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine())
                        .as("seed %d, round %d", SEED, round)
                        .isEqualTo(CrashWorker.FOUND);
                if (round < rounds) {
                    read(lines, 1 + random.nextInt(8));
                }
                // Every other time the database goes down with the program, as when the power fails.
                kill(worker, random.nextBoolean());
                read(lines, Integer.MAX_VALUE);
            } finally {
                kill(worker, true);
            }
        }
        assertThat(Files.readAllLines(folder.resolve("acknowledged"))).hasSizeGreaterThan(rounds);
    }

    private Process start(long seed) throws IOException {
        return new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        // A process of some seconds has no use of what takes seconds to compile.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashWorker.class.getName(),
                        folder.toString(),
                        String.valueOf(seed)))
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    /** Keeps what the worker says; at most so many lines, and no half line of a killed process. */
    private void read(BufferedReader lines, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            String line = lines.readLine();
            if (line == null) {
                return;
            }
            if (line.split(" ").length == 4 && line.length() > 64) {
                Files.writeString(folder.resolve("acknowledged"), line + "\n", StandardOpenOption.APPEND);
            }
        }
    }

    private static void kill(Process worker, boolean withDatabase) throws InterruptedException {
        List<ProcessHandle> children = worker.descendants().toList();
        // Not Process.destroyForcibly, which would close the pipe before its last lines were read.
        worker.toHandle().destroyForcibly();
        if (withDatabase) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        worker.waitFor(10, TimeUnit.SECONDS);
    }
}
