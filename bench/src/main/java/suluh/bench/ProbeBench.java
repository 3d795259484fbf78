package suluh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A probe over one million synthetic messages, beside what the machine needs just to hash and copy the same bytes.
 *
 * <p>Target: at most three minutes on two cores with {@code -Xmx1g}.
 */
final class ProbeBench {
    private static final int MESSAGES = 1_000_000;
    private static final double MAX_PROBE_SECONDS = 180;
    private static final double MAX_SYNTH_SECONDS = 60;

    List<Measurement> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("suluh-bench-probe");
        try {
            return measure(folder);
        } finally {
            Child.deleteTree(folder);
        }
    }

    private static List<Measurement> measure(Path folder) throws IOException, InterruptedException {
        String suluh = Child.launcher().toString();
        Path probe = folder.resolve("input");
        Path input = probe.resolve("exports");
        Path bundle = folder.resolve("bundle");
        List<Measurement> results = new ArrayList<>();
        double synth = Child.seconds(List.of(
                suluh, "synth", "--seed", "1", "--messages", String.valueOf(MESSAGES), "--out", probe.toString()));
        long sizeBytes = Child.sizeBytes(input);
        results.add(new Measurement(
                "synth of 1,000,000 messages", synth, rate(sizeBytes, synth), "60 s", synth <= MAX_SYNTH_SECONDS));
        double limit = Child.seconds(List.of(
                "sh",
                "-c",
                "find '" + input + "' -type f -exec sha256sum {} + >/dev/null && cp -r '" + input + "' '"
                        + folder.resolve("copy") + "' && sync '" + folder.resolve("copy") + "'"));
        results.add(new Measurement("sha256sum and cp of the same files", limit, rate(sizeBytes, limit), "", true));
        double seconds = Child.seconds(List.of(
                suluh,
                "probe",
                input.toString(),
                "--out",
                bundle.toString(),
                "--data",
                folder.resolve("data").toString()));
        results.add(new Measurement(
                "probe of the same, seal to bundle",
                seconds,
                String.format(
                        Locale.ROOT, "%,.0f messages/s, %.1f times hash and copy", MESSAGES / seconds, seconds / limit),
                "180 s",
                seconds <= MAX_PROBE_SECONDS));
        double verify = Child.seconds(List.of(suluh, "verify", bundle.toString()));
        results.add(new Measurement(
                "verify of the bundle",
                verify,
                String.format(Locale.ROOT, "%.1f times hash and copy", verify / limit),
                "",
                true));
        return results;
    }

    private static String rate(long sizeBytes, double seconds) {
        return String.format(Locale.ROOT, "%,.0f MB, %,.0f MB/s", sizeBytes / 1e6, sizeBytes / 1e6 / seconds);
    }
}
