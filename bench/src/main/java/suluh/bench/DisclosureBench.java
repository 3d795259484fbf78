package suluh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.OpenCase;
import suluh.app.flow.ProbeInput;
import suluh.app.flow.Progress;
import suluh.app.host.InputException;
import suluh.app.host.InputFiles;
import suluh.core.disclosure.BundleLayout;
import suluh.core.kernel.Outcome;

/**
 * The bundle of a case of 100,000 messages and 5,000 files: assembled with graph, schedules, reports and certificates, and
 * verified on one core.
 */
final class DisclosureBench {
    private static final int MESSAGES = 100_000;
    private static final int FILES = 5_000;
    private static final int FILE_BYTES = 20_000;
    private static final double MAX_ASSEMBLE_SECONDS = 120;
    private static final double MAX_VERIFY_SECONDS = 30;
    private static final long MAX_REPORT_BYTES = 5L << 20;

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
        String suluh = Child.launcher().toString();
        Path synthetic = folder.resolve("input");
        Path input = synthetic.resolve("exports");
        Path bundle = folder.resolve("bundle");
        Child.seconds(List.of(
                suluh, "synth", "--seed", "1", "--messages", String.valueOf(MESSAGES), "--out", synthetic.toString()));
        files(input.resolve("files"));
        double assembled = assemble(folder.resolve("data"), input, bundle);
        double verified = Child.seconds(List.of(
                "sh",
                "-c",
                "$(command -v taskset >/dev/null && echo taskset -c 0) '" + suluh + "' verify '" + bundle + "'"));
        long reportBytes = Files.size(bundle.resolve(BundleLayout.courtPdf("en")));
        return List.of(
                new Measurement(
                        "bundle of 100,000 messages and 5,000 files",
                        assembled,
                        String.format(Locale.ROOT, "%,d bytes", Child.sizeBytes(bundle)),
                        "120 s",
                        assembled <= MAX_ASSEMBLE_SECONDS),
                new Measurement("verify of it on one core", verified, "", "30 s", verified <= MAX_VERIFY_SECONDS),
                new Measurement(
                        "its report.pdf",
                        0,
                        String.format(Locale.ROOT, "%,d bytes", reportBytes),
                        "5 MiB",
                        reportBytes <= MAX_REPORT_BYTES));
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

    /** Seconds from the first step of assembling to the end. */
    private static double assemble(Path data, Path input, Path bundle) throws IOException, InputException {
        Stopwatch watch = new Stopwatch();
        try (House house = House.open(data, Clock.systemUTC(), Map.of())) {
            var opened = new OpenCase(house).run(Acting.operator("d11"), "MY-792-12", "MY-593-116B");
            var probed = new ProbeInput(house).run(opened, InputFiles.below(List.of(input)), null, bundle, watch);
            if (probed instanceof Outcome.Refused<?> refused) {
                throw new IOException(refused.refusal().message());
            }
            return watch.seconds();
        }
    }

    /** Starts when the bundle's assembly does. */
    private static final class Stopwatch implements Progress {
        private long begunNanos;

        @Override
        public void step(String title, long total) {
            if (title.equals("Assembling the bundle")) {
                begunNanos = System.nanoTime();
            }
        }

        @Override
        public void advance(long done) {}

        double seconds() {
            return (System.nanoTime() - begunNanos) / 1e9;
        }
    }
}
