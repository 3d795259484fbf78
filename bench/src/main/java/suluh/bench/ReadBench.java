package suluh.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import suluh.exports.Exports;
import suluh.exports.ReadingContext;
import suluh.exports.SpoolSpace;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reading alone, beside the least that any reader must do: Jackson's tokens for JSON, lines for text.
 *
 * <p>Observations are counted and thrown away. A last run reads in a process of its own, whose heap is a small part of
 * the file, and so shows that memory does not grow with the input.
 */
final class ReadBench {
    private static final int MESSAGES = 600_000;
    private static final int MANY_MESSAGES = 4_000_000;
    private static final int ROUNDS = 9;
    private static final double MAX_RATIO = 4;
    private static final String SMALL_HEAP = "-Xmx64m";

    private interface Work {
        long run() throws IOException;
    }

    /** Reads one file and prints how many observations it holds; the process of the last run. */
    public static void main(String[] args) throws IOException {
        System.out.println(observations(Path.of(args[0]), args[1]));
    }

    List<Measurement> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("suluh-bench-read");
        try {
            List<Measurement> results = new ArrayList<>();
            Path thread = folder.resolve("message_1.json");
            MadeChat.thread(thread, MESSAGES);
            results.addAll(beside(
                    "Jackson's tokens of a Messenger thread",
                    () -> tokens(thread),
                    thread,
                    "messages/inbox/a_1/message_1.json"));
            Path chat = folder.resolve("_chat.txt");
            MadeChat.text(chat, MESSAGES);
            results.addAll(beside("lines of a WhatsApp chat", () -> lines(chat), chat, "_chat.txt"));
            Files.delete(chat);
            MadeChat.thread(thread, MANY_MESSAGES);
            results.add(inASmallHeap(thread));
            return results;
        } finally {
            Child.deleteTree(folder);
        }
    }

    private static List<Measurement> beside(String yardstick, Work least, Path file, String name) throws IOException {
        double bare = best(least);
        double reading = best(() -> observations(file, name));
        double ratio = reading / bare;
        return List.of(
                new Measurement(yardstick + " (the yardstick)", bare, rate(file, bare), "", true),
                new Measurement(
                        "the same file read",
                        reading,
                        rate(file, reading) + String.format(Locale.ROOT, ", %.1f times the yardstick", ratio),
                        "4 times",
                        ratio <= MAX_RATIO));
    }

    /** Reads a thread in a process of its own with a heap of 64 MiB. */
    static Measurement inASmallHeap(Path file) throws IOException, InterruptedException {
        String java = Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java")
                .toString();
        double seconds = Child.seconds(List.of(
                java,
                SMALL_HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                ReadBench.class.getName(),
                file.toString(),
                "messages/inbox/a_1/message_1.json"));
        return new Measurement("a thread read with " + SMALL_HEAP, seconds, rate(file, seconds), "ends", true);
    }

    private static double best(Work work) throws IOException {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            if (work.run() == 0) {
                throw new IllegalStateException("nothing was read");
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return best;
    }

    private static long tokens(Path file) throws IOException {
        long count = 0;
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), in)) {
            while (parser.nextToken() != null) {
                count++;
            }
        }
        return count;
    }

    private static long lines(Path file) throws IOException {
        long count = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            while (reader.readLine() != null) {
                count++;
            }
        }
        return count;
    }

    private static long observations(Path file, String name) throws IOException {
        AtomicLong count = new AtomicLong();
        Exports.readAll(
                DiskFile.of(file, name),
                ReadingContext.usual(SpoolSpace.none()),
                observation -> count.incrementAndGet(),
                reading -> {});
        return count.get();
    }

    static String rate(Path file, double seconds) {
        double megabytes = file.toFile().length() / 1e6;
        return String.format(Locale.ROOT, "%,.0f MB, %,.0f MB/s", megabytes, megabytes / seconds);
    }
}
