package suluh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import suluh.app.flow.Acting;
import suluh.app.flow.AddPerson;
import suluh.app.flow.AddPerson.NewPerson;
import suluh.app.flow.ApproveAct;
import suluh.app.flow.House;
import suluh.app.flow.JoinCase;
import suluh.app.flow.OpenCase;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.PlanDisclosure;
import suluh.app.flow.PlanDisclosure.Wish;
import suluh.app.flow.ProbeInput;
import suluh.app.flow.Progress;
import suluh.app.flow.ReleaseDisclosure;
import suluh.app.flow.ViewCase;
import suluh.app.host.InputException;
import suluh.app.host.InputFiles;
import suluh.core.casework.Role;
import suluh.core.disclosure.BundleLayout;
import suluh.core.disclosure.selection.Edition;
import suluh.core.disclosure.selection.Selection;
import suluh.core.kernel.Outcome;

/**
 * What leaves a case of 100,000 messages and 5,000 files: the bundle with graph, schedules, reports and certificates, then a
 * disclosure of the whole case in both editions; each verified on one core.
 */
final class DisclosureBench {
    private static final int MESSAGES = 100_000;
    private static final int FILES = 5_000;
    private static final int FILE_BYTES = 20_000;
    private static final double MAX_ASSEMBLE_SECONDS = 120;
    private static final double MAX_VERIFY_SECONDS = 30;
    private static final long MAX_REPORT_BYTES = 5L << 20;
    private static final String PASSWORD = "a long enough password";

    List<Measurement> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("suluh-bench-disclosure");
        try {
            return measure(folder);
        } catch (InputException e) {
            throw new IOException(e);
        } finally {
            Child.deleteTree(folder);
        }
    }

    private static List<Measurement> measure(Path folder) throws IOException, InterruptedException, InputException {
        Path synthetic = folder.resolve("input");
        Path input = synthetic.resolve("exports");
        Path bundle = folder.resolve("bundle");
        Path disclosed = folder.resolve("disclosed");
        Child.seconds(List.of(
                Child.launcher().toString(),
                "synth",
                "--seed",
                "1",
                "--messages",
                String.valueOf(MESSAGES),
                "--out",
                synthetic.toString()));
        files(input.resolve("files"));
        Path data = Files.createDirectories(folder.resolve("data"));
        List<Measurement> results = new ArrayList<>();
        try (House house = House.open(data, Clock.systemUTC(), Map.of())) {
            Stopwatch watch = new Stopwatch();
            OpenedCase opened = probed(house, input, bundle, watch);
            results.add(timed("bundle of 100,000 messages and 5,000 files", watch.seconds(), bundle));
            String plan = approved(house, opened);
            long start = System.nanoTime();
            done(new ReleaseDisclosure(house).run(opened, plan, disclosed, Progress.SILENT));
            results.add(timed("disclosure of the same, both editions", (System.nanoTime() - start) / 1e9, disclosed));
        }
        Path full = disclosed.resolve(Edition.FULL.wire());
        Path redacted = disclosed.resolve(Edition.REDACTED.wire());
        results.add(verified("verify of the bundle on one core", List.of(bundle.toString())));
        results.add(verified("verify of the full edition", List.of(full.toString())));
        results.add(verified("verify of the redacted edition", List.of(redacted.toString())));
        results.add(report("report.pdf of the bundle", bundle));
        results.add(report("report.pdf of the redacted edition", redacted));
        return results;
    }

    private static Measurement timed(String name, double seconds, Path folder) throws IOException {
        return new Measurement(
                name,
                seconds,
                String.format(Locale.ROOT, "%,d bytes", Child.sizeBytes(folder)),
                "120 s",
                seconds <= MAX_ASSEMBLE_SECONDS);
    }

    private static Measurement verified(String name, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
            command.addAll(List.of("/usr/bin/taskset", "-c", "0"));
        }
        command.addAll(List.of(Child.launcher().toString(), "verify"));
        command.addAll(arguments);
        double seconds = Child.seconds(command);
        return new Measurement(name, seconds, "", "30 s", seconds <= MAX_VERIFY_SECONDS);
    }

    private static Measurement report(String name, Path bundle) throws IOException {
        long bytes = Files.size(bundle.resolve(BundleLayout.courtPdf("en")));
        return new Measurement(
                name, 0, String.format(Locale.ROOT, "%,d bytes", bytes), "5 MiB", bytes <= MAX_REPORT_BYTES);
    }

    /** A plan of the whole case that a second person let go. */
    private static String approved(House house, OpenedCase opened) {
        NewPerson person = new NewPerson("d11", "second", "Officer second", Set.of(Role.SUPERVISOR));
        Acting second = new Acting(
                "d11", done(new AddPerson(house, word -> "hash").run(Acting.operator("d11"), person, PASSWORD)));
        done(new JoinCase(house).byLogin(opened, "second", Role.SUPERVISOR));
        Wish wish = new Wish(Selection.WHOLE_CASE, new TreeSet<>(), List.of(), "a measurement", "nobody");
        String plan = done(new PlanDisclosure(house).plan(opened, wish)).id();
        String approval = done(new PlanDisclosure(house).ask(opened, plan));
        OpenedCase theirs =
                done(new ViewCase(house).find(second, opened.number())).opened();
        done(new ApproveAct(house).decide(theirs, approval, true));
        return plan;
    }

    /** Files of no form that a reader knows, each of other bytes. */
    private static void files(Path folder) throws IOException {
        Files.createDirectories(folder);
        Random random = new Random(1);
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = new byte[FILE_BYTES];
            random.nextBytes(bytes);
            Files.write(folder.resolve("file-" + i + ".bin"), bytes);
        }
    }

    /** The case, with its bundle in the folder. */
    private static OpenedCase probed(House house, Path input, Path bundle, Progress watch)
            throws IOException, InputException {
        var opened = new OpenCase(house).run(Acting.operator("d11"), "MY-792-12", "MY-593-116B");
        return done(new ProbeInput(house).run(opened, InputFiles.below(List.of(input)), null, bundle, watch))
                .opened();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused ->
                throw new IllegalStateException(refused.refusal().message());
        };
    }

    /** Measures from the first step of the bundle's assembly to the moment it is asked. */
    private static final class Stopwatch implements Progress {
        private static final String FIRST_STEP = "Writing findings and graph";

        private long begunNanos;

        @Override
        public void step(String title, long total) {
            if (title.equals(FIRST_STEP)) {
                begunNanos = System.nanoTime();
            }
        }

        @Override
        public void advance(long done) {}

        double seconds() {
            if (begunNanos == 0) {
                throw new IllegalStateException("the assembly has no step called " + FIRST_STEP);
            }
            return (System.nanoTime() - begunNanos) / 1e9;
        }
    }
}
