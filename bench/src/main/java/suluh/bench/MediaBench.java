package suluh.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import suluh.bench.RunLines.Line;

/** Pictures hashed, lists read, and hashes looked up among ten million, in one process of 4 GiB. */
final class MediaBench {
    private static final double MAX_LUMA_MILLIS = 2;
    private static final double MIN_LIST_ENTRIES = 500_000;
    private static final double MIN_LOOKUPS = 4_000;
    private static final long MAX_MEMORY_MIB = 4_096;

    List<Measurement> run() throws IOException, InterruptedException {
        return measurements(RunLines.of(MediaRun.class));
    }

    private static List<Measurement> measurements(RunLines lines) throws IOException {
        Line luma = lines.line("luma");
        Line decode = lines.line("decode");
        Line hash = lines.line("hash");
        Line list = lines.line("list");
        Line index = lines.line("index");
        Line lookup = lines.line("lookup");
        Line memory = lines.line("memory");
        double lumaMillis = luma.seconds() * 1_000 / luma.count();
        return List.of(
                new Measurement(
                        "PDQ of a 512 x 512 luma plane, one core",
                        luma.seconds() / luma.count(),
                        String.format(Locale.ROOT, "%.2f ms each", lumaMillis),
                        "2 ms",
                        lumaMillis <= MAX_LUMA_MILLIS),
                new Measurement(
                        "JPEGs of 1 MB decoded and hashed",
                        hash.seconds(),
                        String.format(
                                Locale.ROOT,
                                "%.1f/s of %.2f MB; decoding alone %.0f %%",
                                hash.rate(),
                                hash.beside() / 1e6,
                                100 * decode.seconds() / hash.seconds()),
                        "",
                        true),
                new Measurement(
                        "a list read, PDQ with categories",
                        list.seconds(),
                        String.format(Locale.ROOT, "%,d entries, %,.0f/s", list.count(), list.rate()),
                        "500,000 entries/s",
                        list.rate() >= MIN_LIST_ENTRIES),
                new Measurement(
                        "index of clustered hashes built",
                        index.seconds(),
                        String.format(Locale.ROOT, "%,d hashes, %,d different", index.count(), index.beside()),
                        "",
                        true),
                new Measurement(
                        "lookups within 31 bits among them",
                        lookup.seconds(),
                        String.format(
                                Locale.ROOT,
                                "%,.0f/s, %,d found; heap in use %,d MiB",
                                lookup.rate(),
                                lookup.beside(),
                                memory.count()),
                        "4,000/s in 4 GiB",
                        lookup.rate() >= MIN_LOOKUPS && memory.count() < MAX_MEMORY_MIB));
    }
}
