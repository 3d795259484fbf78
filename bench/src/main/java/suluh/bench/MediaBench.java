package suluh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pictures hashed, lists read, and hashes looked up among ten million, in one process of 4 GiB. */
final class MediaBench {
    private static final double MAX_LUMA_MILLIS = 2;
    private static final double MIN_LIST_ENTRIES = 500_000;
    private static final double MIN_LOOKUPS = 4_000;
    private static final long MAX_MEMORY_MIB = 4_096;

    private record Line(double seconds, long count, long beside) {
        double rate() {
            return count / seconds;
        }
    }

    List<Measurement> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("suluh-bench-media");
        try {
            Path said = folder.resolve("said.txt");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx4g",
                            "-XX:+UseParallelGC",
                            "-Djava.awt.headless=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            MediaRun.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("the media run failed: " + Files.readString(said));
            }
            return measurements(lines(said));
        } finally {
            Child.deleteTree(folder);
        }
    }

    private static Map<String, Line> lines(Path said) throws IOException {
        Map<String, Line> lines = new HashMap<>();
        for (String line : Files.readAllLines(said)) {
            String[] parts = line.split(" ", -1);
            lines.put(
                    parts[0],
                    new Line(Double.parseDouble(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3])));
        }
        return lines;
    }

    private static List<Measurement> measurements(Map<String, Line> lines) throws IOException {
        Line luma = line(lines, "luma");
        Line decode = line(lines, "decode");
        Line hash = line(lines, "hash");
        Line list = line(lines, "list");
        Line index = line(lines, "index");
        Line lookup = line(lines, "lookup");
        Line memory = line(lines, "memory");
        double lumaMillis = luma.seconds() * 1_000 / luma.count();
        return List.of(
                new Measurement(
                        "PDQ of a 512 x 512 luma plane, one core",
                        luma.seconds() / luma.count(),
                        String.format(Locale.ROOT, "%.2f ms each", lumaMillis),
                        "2 ms",
                        lumaMillis <= MAX_LUMA_MILLIS),
                new Measurement(
                        "JPEGs of 1 MB decoded and hashed",
                        hash.seconds(),
                        String.format(
                                Locale.ROOT,
                                "%.1f/s of %.2f MB; decoding alone %.0f %%",
                                hash.rate(),
                                hash.beside() / 1e6,
                                100 * decode.seconds() / hash.seconds()),
                        "",
                        true),
                new Measurement(
                        "a list read, PDQ with categories",
                        list.seconds(),
                        String.format(Locale.ROOT, "%,d entries, %,.0f/s", list.count(), list.rate()),
                        "500,000 entries/s",
                        list.rate() >= MIN_LIST_ENTRIES),
                new Measurement(
                        "index of clustered hashes built",
                        index.seconds(),
                        String.format(Locale.ROOT, "%,d hashes, %,d different", index.count(), index.beside()),
                        "",
                        true),
                new Measurement(
                        "lookups within 31 bits among them",
                        lookup.seconds(),
                        String.format(
                                Locale.ROOT,
                                "%,.0f/s, %,d found; heap in use %,d MiB",
                                lookup.rate(),
                                lookup.beside(),
                                memory.count()),
                        "4,000/s in 4 GiB",
                        lookup.rate() >= MIN_LOOKUPS && memory.count() < MAX_MEMORY_MIB));
    }

    private static Line line(Map<String, Line> lines, String name) throws IOException {
        Line line = lines.get(name);
        if (line == null) {
            throw new IOException("the media run said nothing of " + name);
        }
        return line;
    }
}
