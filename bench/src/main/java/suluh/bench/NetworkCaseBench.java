package suluh.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.OpenCase;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ProbeInput;
import suluh.app.flow.Progress;
import suluh.app.host.InputException;
import suluh.app.host.InputFiles;
import suluh.core.kernel.Outcome;
import suluh.exports.synth.SyntheticProbe;

/**
 * The network of a case with ten million synthetic messages, rebuilt: ties out of the database, measures, what groups do,
 * roles, layout and the map kept. Reading and assessing the messages is not counted.
 *
 * <p>Target: 60 s for ten million. Needs about 2.5 GB of disk for each million while it runs; the heap does not grow with
 * the messages.
 */
final class NetworkCaseBench {
    private static final int MESSAGES = 10_000_000;
    private static final double MAX_SECONDS = 60;
    /** Steps of the analysis that make the network, as it names them. */
    private static final List<String> STEPS = List.of("Mapping the network", "Describing groups", "Ranking leads");

    /** Seconds of each step by its title; says on standard error which is under way, since some take many minutes. */
    private static final class Timer implements Progress {
        private final SequencedMap<String, Double> seconds = new LinkedHashMap<>();
        private String title = "";
        private long begun;

        @Override
        public void step(String next, long total) {
            end();
            title = next;
            System.err.println(next);
            begun = System.nanoTime();
        }

        @Override
        public void advance(long done) {}

        void end() {
            if (!title.isEmpty()) {
                seconds.merge(title, (System.nanoTime() - begun) / 1e9, Double::sum);
            }
            title = "";
        }
    }

    private final long messages;

    NetworkCaseBench(long messages) {
        this.messages = messages;
    }

    List<Measurement> run() throws IOException {
        Path folder = Files.createTempDirectory("suluh-bench-network");
        try {
            return measure(folder);
        } catch (InputException e) {
            throw new IOException(e);
        } finally {
            Child.deleteTree(folder);
        }
    }

    private List<Measurement> measure(Path folder) throws IOException, InputException {
        SyntheticProbe.write(1, messages, path -> {
            Path file = folder.resolve("input").resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            return new BufferedOutputStream(Files.newOutputStream(file));
        });
        Files.createDirectories(folder.resolve("data"));
        Timer timer = new Timer();
        try (House house = House.open(folder.resolve("data"), Clock.systemUTC(), Map.of())) {
            Outcome<OpenedCase> opened = new OpenCase(house).run(Acting.operator("d11"), "MY-792-12", "MY-593-116B");
            List<Path> input = List.of(folder.resolve("input/exports"));
            if (!(new ProbeInput(house).run(opened, InputFiles.below(input), null, null, timer)
                    instanceof Outcome.Done)) {
                throw new IOException("the case was refused");
            }
            // Before the database is closed, which is no part of it.
            timer.end();
        }
        StringBuilder steps = new StringBuilder();
        double seconds = 0;
        for (Map.Entry<String, Double> step : timer.seconds.entrySet()) {
            boolean isCounted = STEPS.contains(step.getKey());
            seconds += isCounted ? step.getValue() : 0;
            steps.append(String.format(
                    Locale.ROOT, "%s%s %.1f s", steps.isEmpty() ? "" : ", ", step.getKey(), step.getValue()));
        }
        boolean isWhole = messages >= MESSAGES;
        return List.of(new Measurement(
                String.format(Locale.ROOT, "network of a case, %,d messages", messages),
                seconds,
                steps.toString(),
                isWhole ? "60 s" : "",
                !isWhole || seconds <= MAX_SECONDS));
    }
}
