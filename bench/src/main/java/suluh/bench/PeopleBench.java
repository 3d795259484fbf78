package suluh.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import suluh.app.flow.Progress;
import suluh.app.web.WebServer;
import suluh.bench.Officer.Visit;

/**
 * Twenty people at work over HTTP on a store of synthetic messages, each look on record.
 *
 * <p>Target: no error, 99 of 100 visits of each kind of page in less than 150 ms, and no page of 300 kB or more.
 */
final class PeopleBench {
    private static final long MESSAGES = 1_000_000;
    private static final int MINUTES = 5;
    private static final int MAX_MINUTES = 60;
    private static final double MAX_P99_MILLIS = 150;
    private static final int MAX_PAGE_BYTES = 300_000;
    private static final String OPTION_MINUTES = "--minutes";
    private static final String OPTION_MESSAGES = "--messages";
    private static final String OPTION_DATA = "--data";

    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final int minutes;
    private final long messages;
    private final Optional<Path> kept;

    private PeopleBench(int minutes, long messages, Optional<Path> kept) {
        this.minutes = minutes;
        this.messages = messages;
        this.kept = kept;
    }

    /**
     * Reads {@code --minutes N} (1 to 60), {@code --messages N} and {@code --data DIR}: a folder that is filled once and
     * kept, so that people can go to work again on what lies there.
     *
     * @throws IllegalArgumentException when the words are others
     */
    static PeopleBench of(List<String> words) {
        GivenWords given = GivenWords.of(words, Set.of(OPTION_MINUTES, OPTION_MESSAGES, OPTION_DATA));
        return new PeopleBench(
                (int) given.number(OPTION_MINUTES, MINUTES, 1, MAX_MINUTES),
                given.number(OPTION_MESSAGES, MESSAGES, 1, Long.MAX_VALUE),
                given.folder(OPTION_DATA));
    }

    List<Measurement> run() throws IOException, InterruptedException {
        try (SyntheticStore store = SyntheticStore.in(kept)) {
            if (!store.isFilled()) {
                store.fill(messages, Progress.SILENT);
            }
            WebServer server = WebServer.start(store.house(), 0, "");
            try {
                return results(atWork(server.address(), store.opened().number()));
            } finally {
                server.close();
            }
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private List<Visit> atWork(String address, String number)
            throws IOException, InterruptedException, ExecutionException {
        List<Officer> officers = new ArrayList<>();
        for (int i = 0; i < SyntheticStore.OFFICERS; i++) {
            Officer officer = new Officer(address, number, i);
            officer.signIn(SyntheticStore.officer(i), SyntheticStore.PASSWORD);
            officers.add(officer);
        }
        // A round of everybody's before the clock runs: a server that has just started compiles its pages still.
        work(officers, System.nanoTime() + WARM_UP_NANOS);
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        return work(officers, until);
    }

    private static List<Visit> work(List<Officer> officers, long until)
            throws IOException, InterruptedException, ExecutionException {
        List<Visit> visits = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Visit>>> works = new ArrayList<>();
            for (Officer officer : officers) {
                works.add(people.submit(() -> officer.work(until)));
            }
            for (Future<List<Visit>> work : works) {
                visits.addAll(work.get());
            }
        }
        return visits;
    }

    private List<Measurement> results(List<Visit> visits) {
        List<Measurement> results = new ArrayList<>();
        results.add(
                line("all pages, " + SyntheticStore.OFFICERS + " people, " + minutes + " min", visits, errors(visits)));
        results.add(largest(visits));
        visits.stream().map(Visit::page).distinct().sorted().forEach(page -> {
            List<Visit> own =
                    visits.stream().filter(visit -> visit.page().equals(page)).toList();
            results.add(line("  " + page, own, errors(own)));
        });
        return results;
    }

    private static long errors(List<Visit> visits) {
        return visits.stream().filter(visit -> visit.status() != 200).count();
    }

    private static Measurement largest(List<Visit> visits) {
        Visit largest = visits.stream()
                .max(java.util.Comparator.comparingInt(Visit::bytes))
                .orElseThrow();
        return new Measurement(
                "largest page",
                0,
                String.format(Locale.ROOT, "%,d bytes, %s", largest.bytes(), largest.page()),
                "300 kB",
                largest.bytes() < MAX_PAGE_BYTES);
    }

    private static Measurement line(String name, List<Visit> visits, long errors) {
        double[] millis = visits.stream().mapToDouble(Visit::millis).sorted().toArray();
        double p99 = at(millis, 0.99);
        return new Measurement(
                name,
                p99 / 1e3,
                String.format(
                        Locale.ROOT,
                        "%,d pages, %d errors, p50 %.0f ms, p99 %.0f ms, most %.0f ms",
                        millis.length,
                        errors,
                        at(millis, 0.5),
                        p99,
                        at(millis, 1)),
                "p99 150 ms",
                errors == 0 && p99 < MAX_P99_MILLIS);
    }

    private static double at(double[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * part))];
    }
}
