package suluh.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import suluh.bench.RunLines.Line;

/** JPEGs of 1 MB from the disk to the answer of the lists, as many as are asked for, and the decoder's share of it. */
final class DecodeBench {
    /** Some minutes; the target of the project speaks of 100,000. */
    static final int DEFAULT_PICTURES = 2_000;

    static final int MAX_PICTURES = 1_000_000;
    /** What takes more than half of the time is what limits. */
    private static final double LIMITING = 0.5;

    private final int pictures;

    DecodeBench(int pictures) {
        this.pictures = pictures;
    }

    List<Measurement> run() throws IOException, InterruptedException {
        RunLines lines = RunLines.of(DecodeRun.class, String.valueOf(pictures));
        Line made = lines.line("pictures");
        Line before = lines.line("decode-before");
        Line after = lines.line("decode-after");
        Line match = lines.line("match");
        double alone = (before.seconds() + after.seconds()) / (before.count() + after.count());
        double share = alone * match.count() / match.seconds();
        return List.of(
                new Measurement(
                        "JPEGs decoded, hashed, looked up in 10 million",
                        match.seconds(),
                        String.format(
                                Locale.ROOT,
                                "%,d pictures, %,d different, of %.2f MB; %.1f/s; %,d found",
                                match.count(),
                                made.count(),
                                made.beside() / 1e6,
                                match.rate(),
                                match.beside()),
                        "",
                        true),
                new Measurement(
                        "the same decoded and nothing else",
                        alone * match.count(),
                        String.format(
                                Locale.ROOT,
                                "%.0f %% of it; %.1f ms each; eight lookups %.1f ms of a thread",
                                100 * share,
                                1_000 * alone,
                                1_000 * lines.line("lookup").seconds() / match.count()),
                        "limited by the decoder",
                        share >= LIMITING));
    }
}
