package suluh.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import suluh.app.flow.AnalyseAgain;
import suluh.app.flow.AnalyseCase.Analysed;
import suluh.app.flow.Progress;

/**
 * The network of a case with ten million synthetic messages, rebuilt: ties out of the database, measures, what groups do,
 * roles, layout, findings, report and the map kept. Reading, joining and assessing the messages are told and not counted.
 *
 * <p>Target: 60 s for ten million. A folder that is kept is filled once, by this measurement or by that of people at work;
 * the case that lies there is then analysed again.
 */
final class NetworkCaseBench {
    private static final long MESSAGES = 10_000_000;
    private static final double MAX_SECONDS = 60;
    private static final String OPTION_MESSAGES = "--messages";
    private static final String OPTION_DATA = "--data";
    private static final double BYTES_OF_A_MEGABYTE = 1e6;
    /** Steps of the analysis that make the network, as it names them. */
    private static final List<String> STEPS = List.of("Mapping the network", "Describing groups", "Ranking leads");

    /**
     * A step that has ended.
     *
     * @param busySeconds seconds of processors that the program and its database used; where others use them too, the time
     *     on the wall says little
     * @param heapBytes most bytes in use after a collection while it went on; 0 when there was none
     */
    private record Step(String title, double seconds, double busySeconds, long heapBytes) {}

    /** Takes the time of each step; says on standard error which is under way, since some take many minutes. */
    private static final class Timer implements Progress {
        private final List<Step> ended = new ArrayList<>();
        private final HeapPeak heap = new HeapPeak();
        private String title = "";
        private long begun;
        private double busyBefore;

        @Override
        public void step(String next, long total) {
            end();
            title = next;
            System.err.println(next);
            begun = System.nanoTime();
            busyBefore = busySeconds();
        }

        @Override
        public void advance(long done) {}

        void end() {
            if (!title.isEmpty()) {
                ended.add(new Step(title, (System.nanoTime() - begun) / 1e9, busySeconds() - busyBefore, heap.take()));
            }
            title = "";
        }

        /** Of this process and of those of the database that live. */
        private static double busySeconds() {
            ProcessHandle own = ProcessHandle.current();
            return Stream.concat(Stream.of(own), own.descendants())
                            .flatMap(process -> process.info().totalCpuDuration().stream())
                            .mapToDouble(Duration::toMillis)
                            .sum()
                    / 1e3;
        }
    }

    private final long messages;
    private final Optional<Path> kept;

    private NetworkCaseBench(long messages, Optional<Path> kept) {
        this.messages = messages;
        this.kept = kept;
    }

    /**
     * Reads {@code --messages N} and {@code --data DIR}.
     *
     * @throws IllegalArgumentException when the words are others
     */
    static NetworkCaseBench of(List<String> words) {
        GivenWords given = GivenWords.of(words, Set.of(OPTION_MESSAGES, OPTION_DATA));
        return new NetworkCaseBench(
                given.number(OPTION_MESSAGES, MESSAGES, 1, Long.MAX_VALUE), given.folder(OPTION_DATA));
    }

    List<Measurement> run() throws IOException {
        try (SyntheticStore store = SyntheticStore.in(kept)) {
            Timer timer = new Timer();
            long found = messages;
            if (store.isFilled()) {
                Analysed analysed = SyntheticStore.done(new AnalyseAgain(store.house()).run(store.opened(), timer));
                found = analysed.findings().observations().getOrDefault("message", 0L);
            } else {
                store.fill(messages, timer);
            }
            timer.end();
            return results(timer.ended, found);
        }
    }

    private static List<Measurement> results(List<Step> steps, long messages) {
        List<Step> counted =
                steps.stream().filter(step -> STEPS.contains(step.title())).toList();
        boolean isWhole = messages >= MESSAGES;
        Step all = new Step(
                String.format(Locale.ROOT, "network of a case, %,d messages", messages),
                counted.stream().mapToDouble(Step::seconds).sum(),
                counted.stream().mapToDouble(Step::busySeconds).sum(),
                steps.stream().mapToLong(Step::heapBytes).max().orElse(0));
        List<Measurement> results = new ArrayList<>();
        results.add(new Measurement(
                all.title(),
                all.seconds(),
                figures(all),
                isWhole ? "60 s" : "",
                !isWhole || all.seconds() <= MAX_SECONDS));
        for (Step step : steps) {
            String notCounted = counted.contains(step) ? "" : ", not counted";
            results.add(new Measurement("  " + step.title(), step.seconds(), figures(step) + notCounted, "", true));
        }
        return results;
    }

    private static String figures(Step step) {
        return String.format(
                Locale.ROOT,
                "%.1f s of processors, %,.0f MB of heap after a collection",
                step.busySeconds(),
                step.heapBytes() / BYTES_OF_A_MEGABYTE);
    }
}
