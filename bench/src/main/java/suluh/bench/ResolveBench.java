package suluh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Records linked from the command to the answer, at three sizes, and a thousand new ones against the largest. */
final class ResolveBench {
    private static final double MAX_SECONDS_OF_A_MILLION = 120;
    private static final double MAX_SECONDS_OF_AN_INCREMENT = 5;
    private static final int LARGEST = 1_000_000;
    /** The target's memory; the launcher alone would take 1 GiB. */
    private static final String MEMORY = "-Xmx4g";

    private static final Pattern F1 = Pattern.compile("precision ([0-9.]+) +recall ([0-9.]+) +F1 ([0-9.]+)");

    List<Measurement> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("suluh-bench-resolve");
        try {
            List<Measurement> results = new ArrayList<>();
            for (int records = 10_000; records <= LARGEST; records *= 10) {
                results.add(resolve(folder, records));
            }
            results.add(increment(folder.resolve(LARGEST + ".csv")));
            return results;
        } finally {
            Child.deleteTree(folder);
        }
    }

    private static Measurement resolve(Path folder, int records) throws IOException, InterruptedException {
        Path file = folder.resolve(records + ".csv");
        RecordMaker.write(file, records, 1);
        List<String> command =
                List.of(Child.launcher().toString(), "resolve", file.toString(), "--id", "id", "--truth", "truth");
        Path said = folder.resolve("said.txt");
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said.toFile());
        process.environment().put("SULUH_JAVA_OPTS", MEMORY);
        double seconds = seconds(process);
        Matcher quality = F1.matcher(Files.readString(said));
        if (!quality.find()) {
            throw new IOException("resolve printed no quality: " + Files.readString(said));
        }
        boolean isLargest = records == LARGEST;
        return new Measurement(
                String.format(Locale.ROOT, "resolve, %,d records", records),
                seconds,
                String.format(
                        Locale.ROOT,
                        "%,.0f records/s, precision %s, recall %s",
                        records / seconds,
                        quality.group(1),
                        quality.group(2)),
                isLargest ? "120 s within 4 GiB" : "",
                !isLargest || seconds <= MAX_SECONDS_OF_A_MILLION);
    }

    private static Measurement increment(Path table) throws IOException, InterruptedException {
        Path said = table.resolveSibling("increment.txt");
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IncrementRun.class.getName(),
                        table.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        seconds(process);
        double seconds = Double.parseDouble(Files.readString(said).strip());
        return new Measurement(
                "1,000 new records against them",
                seconds,
                String.format(Locale.ROOT, "%,.0f records/s", 1000 / seconds),
                "5 s",
                seconds <= MAX_SECONDS_OF_AN_INCREMENT);
    }

    private static double seconds(ProcessBuilder builder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = builder.start();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException("exit code " + exit + " of " + String.join(" ", builder.command()));
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
