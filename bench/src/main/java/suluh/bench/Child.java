package suluh.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs the program as a stranger would: as a process of its own, with the launcher's options. */
final class Child {
    private Child() {}

    /** The launcher of this checkout. */
    static Path launcher() {
        String home = System.getProperty("suluh.home");
        if (home == null) {
            throw new IllegalStateException("run as ./suluh bench: the launcher passes suluh.home");
        }
        return Path.of(home, "suluh");
    }

    /** Runs the command to its end; seconds of wall time. Throws when it exits with other than 0. */
    static double seconds(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int exit = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IOException("exit code " + exit + " of " + String.join(" ", command));
        }
        return seconds;
    }

    /** Starts the command and waits for a line that contains {@code sign}; then stops it. Seconds until the line. */
    static double secondsUntil(List<String> command, String sign) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> seen = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                seen.add(line);
                if (line.contains(sign)) {
                    return (System.nanoTime() - start) / 1e9;
                }
            }
            throw new IOException("the program ended before it said \"" + sign + "\": " + seen);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    static long sizeBytes(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            long total = 0;
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                total += Files.size(path);
            }
            return total;
        }
    }
}
