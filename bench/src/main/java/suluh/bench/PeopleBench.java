package suluh.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import suluh.app.flow.Acting;
import suluh.app.flow.AddPerson;
import suluh.app.flow.AddPerson.NewPerson;
import suluh.app.flow.DemoCase;
import suluh.app.flow.House;
import suluh.app.flow.JoinCase;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.Progress;
import suluh.app.flow.SignIn;
import suluh.app.flow.SignIn.Account;
import suluh.app.flow.ViewCase;
import suluh.app.host.InputException;
import suluh.app.host.InputFiles;
import suluh.app.web.Passwords;
import suluh.app.web.WebServer;
import suluh.bench.Officer.Visit;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;
import suluh.exports.synth.SyntheticProbe;

/**
 * Twenty people at work over HTTP on a store of synthetic messages, each look on record.
 *
 * <p>Target: no error, 99 of 100 visits of each kind of page in less than 150 ms, and no page of 300 kB or more.
 */
final class PeopleBench {
    private static final int PEOPLE = 20;
    private static final long MESSAGES = 1_000_000;
    private static final int MINUTES = 5;
    private static final int MAX_MINUTES = 60;
    private static final double MAX_P99_MILLIS = 150;
    private static final int MAX_PAGE_BYTES = 300_000;
    private static final String SUPERVISOR = "supervisor";
    private static final String PASSWORD = "twenty people at work";

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
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            given.put(words.get(i), words.get(i + 1));
        }
        if (words.size() % 2 != 0
                || !Set.of("--minutes", "--messages", "--data").containsAll(given.keySet())) {
            throw new IllegalArgumentException("no such words: " + words);
        }
        return new PeopleBench(
                Math.clamp(Integer.parseInt(given.getOrDefault("--minutes", String.valueOf(MINUTES))), 1, MAX_MINUTES),
                Math.max(1, Long.parseLong(given.getOrDefault("--messages", String.valueOf(MESSAGES)))),
                Optional.ofNullable(given.get("--data")).map(Path::of));
    }

    List<Measurement> run() throws IOException, InterruptedException {
        Path folder = kept.isPresent()
                ? Files.createDirectories(kept.get())
                : Files.createTempDirectory("suluh-bench-people");
        try {
            Files.createDirectories(folder.resolve("data"));
            return measure(folder);
        } catch (InputException | ExecutionException e) {
            throw new IOException(e);
        } finally {
            if (kept.isEmpty()) {
                Child.deleteTree(folder);
            }
        }
    }

    private List<Measurement> measure(Path folder)
            throws IOException, InterruptedException, InputException, ExecutionException {
        try (House house = House.open(folder.resolve("data"), Clock.systemUTC(), Map.of())) {
            String number = isFilled(house) ? number(house) : fill(house, folder.resolve("input"));
            WebServer server = WebServer.start(house, 0, "");
            try {
                return results(atWork(server.address(), number));
            } finally {
                server.close();
            }
        }
    }

    private static boolean isFilled(House house) {
        return new DemoCase(house, Passwords::hash).isLoaded(SUPERVISOR);
    }

    private static Acting supervisor(House house) {
        Account supervisor = new SignIn(house).find(SUPERVISOR).orElseThrow();
        return new Acting(supervisor.agency(), supervisor.personId());
    }

    private static String number(House house) {
        return done(new ViewCase(house).cases(supervisor(house))).getFirst().number();
    }

    private String fill(House house, Path input) throws IOException, InputException {
        SyntheticProbe.write(1, messages, path -> {
            Path file = input.resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            return new BufferedOutputStream(Files.newOutputStream(file));
        });
        String number = done(new DemoCase(house, Passwords::hash)
                .load(SUPERVISOR, PASSWORD, InputFiles.below(List.of(input.resolve("exports"))), Progress.SILENT));
        Child.deleteTree(input);
        Acting supervisor = supervisor(house);
        OpenedCase opened = done(new ViewCase(house).find(supervisor, number)).opened();
        for (int i = 0; i < PEOPLE; i++) {
            NewPerson person = new NewPerson(supervisor.agency(), "officer-" + i, "Officer " + i, Set.of(Role.ANALYST));
            done(new AddPerson(house, Passwords::hash).run(Acting.operator(supervisor.agency()), person, PASSWORD));
            done(new JoinCase(house).byLogin(opened, "officer-" + i, Role.ANALYST));
        }
        return number;
    }

    private List<Visit> atWork(String address, String number)
            throws IOException, InterruptedException, ExecutionException {
        List<Officer> officers = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Officer officer = new Officer(address, number, i);
            officer.signIn("officer-" + i, PASSWORD);
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
        results.add(line("all pages, " + PEOPLE + " people, " + minutes + " min", visits, errors(visits)));
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

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused ->
                throw new IllegalStateException(refused.refusal().message());
        };
    }
}
