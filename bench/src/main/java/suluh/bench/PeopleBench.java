package suluh.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * Twenty people at work over HTTP on a store of one million synthetic messages, each look on record.
 *
 * <p>Target: no error, 99 of 100 pages in less than 150 ms, and no page of 300 kB or more.
 */
final class PeopleBench {
    private static final int PEOPLE = 20;
    private static final int MESSAGES = 1_000_000;
    private static final double MAX_P99_MILLIS = 150;
    private static final int MAX_PAGE_BYTES = 300_000;
    private static final String PASSWORD = "twenty people at work";

    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final int minutes;

    PeopleBench(int minutes) {
        this.minutes = minutes;
    }

    List<Measurement> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("suluh-bench-people");
        try {
            Files.createDirectories(folder.resolve("data"));
            return measure(folder);
        } catch (InputException | ExecutionException e) {
            throw new IOException(e);
        } finally {
            Child.deleteTree(folder);
        }
    }

    private List<Measurement> measure(Path folder)
            throws IOException, InterruptedException, InputException, ExecutionException {
        SyntheticProbe.write(1, MESSAGES, path -> {
            Path file = folder.resolve("input").resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            return new BufferedOutputStream(Files.newOutputStream(file));
        });
        try (House house = House.open(folder.resolve("data"), Clock.systemUTC(), Map.of())) {
            String number = fill(house, folder.resolve("input/exports"));
            WebServer server = WebServer.start(house, 0, "");
            try {
                return results(atWork(server.address(), number));
            } finally {
                server.close();
            }
        }
    }

    private static String fill(House house, Path input) throws IOException, InputException {
        String number = done(new DemoCase(house, Passwords::hash)
                .load("supervisor", PASSWORD, InputFiles.below(List.of(input)), Progress.SILENT));
        Account supervisor = new SignIn(house).find("supervisor").orElseThrow();
        Acting acting = new Acting(supervisor.agency(), supervisor.personId());
        OpenedCase opened = done(new ViewCase(house).find(acting, number)).opened();
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
        long errors = visits.stream().filter(visit -> visit.status() != 200).count();
        results.add(line("all pages, " + PEOPLE + " people, " + minutes + " min", visits, errors, true));
        results.add(largest(visits));
        visits.stream().map(Visit::page).distinct().sorted().forEach(page -> {
            List<Visit> own =
                    visits.stream().filter(visit -> visit.page().equals(page)).toList();
            results.add(line("  " + page, own, 0, false));
        });
        return results;
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

    private static Measurement line(String name, List<Visit> visits, long errors, boolean isHeld) {
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
                isHeld ? "p99 150 ms" : "",
                !isHeld || (errors == 0 && p99 < MAX_P99_MILLIS));
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
