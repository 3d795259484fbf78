package suluh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a measuring process of 4 GiB printed: lines {@code name seconds count beside}. */
final class RunLines {
    private final Map<String, Line> lines = new HashMap<>();

    private RunLines() {}

    /** One line. */
    record Line(double seconds, long count, long beside) {
        double rate() {
            return count / seconds;
        }
    }

    /** Runs the main class with a folder of its own, which is gone afterwards, and then these arguments. */
    static RunLines of(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("suluh-bench-media");
        try {
            Path said = folder.resolve("said.txt");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx4g",
                    "-XX:+UseParallelGC",
                    "-Djava.awt.headless=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    main.getName(),
                    folder.toString()));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(said.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("the media run failed: " + Files.readString(said));
            }
            return read(said);
        } finally {
            Child.deleteTree(folder);
        }
    }

    private static RunLines read(Path said) throws IOException {
        RunLines read = new RunLines();
        for (String line : Files.readAllLines(said)) {
            String[] parts = line.split(" ", -1);
            read.lines.put(
                    parts[0],
                    new Line(Double.parseDouble(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3])));
        }
        return read;
    }

    Line line(String name) throws IOException {
        Line line = lines.get(name);
        if (line == null) {
            throw new IOException("the media run said nothing of " + name);
        }
        return line;
    }
}
