package suluh.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/** {@code suluh bench [NAME]}: runs one or all measurements; prints a table, then JSON. */
public final class Bench {
    /** Takes minutes and 11 GiB of disk: on request only. */
    private static final String LARGE = "read-large";

    /** Takes minutes and 50 GiB of disk. */
    private static final String SEAL_LARGE = "seal-large";

    private static final String CASE = "network-case";
    private static final String PEOPLE = "people";

    /** Takes as long as pictures are asked for. */
    private static final String DECODE = "media-decode";

    /** A part of {@code network} alone. */
    private static final String BETWEENNESS = "betweenness";

    /** Runs that are made by their names only. */
    private static final List<String> BY_NAME_ONLY = List.of(LARGE, SEAL_LARGE, CASE, BETWEENNESS, DECODE);

    /** Each takes a number: nodes that JGraphT searches from, pictures. */
    private static final List<String> OPTIONS = List.of("--sources", "--pictures");

    /** Runs that read words of their own, with these words. */
    private static final Map<String, String> WORDS = Map.of(
            PEOPLE, "[--minutes N] [--messages N] [--data DIR]",
            CASE, "[--messages N] [--data DIR]");

    private static final int SOURCES = 400;

    /** A measurement that can be asked for by name. */
    interface Run {
        List<Measurement> run() throws IOException, InterruptedException;
    }

    private Bench() {}

    /** Exit code 0 when all targets were met, 2 when one was missed, 1 on wrong usage. */
    public static void main(String[] args) throws IOException, InterruptedException {
        SequencedMap<String, Run> runs = new LinkedHashMap<>();
        runs.put("probe", new ProbeBench()::run);
        runs.put("read", new ReadBench()::run);
        runs.put("import", new ImportBench()::run);
        runs.put("demo", new DemoBench()::run);
        runs.put("seal", new SealBench()::run);
        runs.put("ledger", new LedgerBench()::run);
        runs.put("verify", new VerifyBench()::run);
        runs.put("disclosure", new DisclosureBench()::run);
        runs.put(PEOPLE, worded(args, PEOPLE, PeopleBench::of)::run);
        runs.put("resolve", new ResolveBench()::run);
        int sources = Math.clamp(option(args, "--sources", SOURCES), 1, Integer.MAX_VALUE);
        runs.put("network", new NetworkBench(sources)::run);
        runs.put(BETWEENNESS, new BetweennessBench(sources)::run);
        runs.put("media", new MediaBench()::run);
        runs.put(
                DECODE,
                new DecodeBench(Math.clamp(
                        option(args, "--pictures", DecodeBench.DEFAULT_PICTURES), 1, DecodeBench.MAX_PICTURES))::run);
        runs.put("triage", new TriageBench()::run);
        runs.put(CASE, worded(args, CASE, NetworkCaseBench::of)::run);
        runs.put(SEAL_LARGE, new LargeSealBench()::run);
        runs.put(LARGE, new LargeReadBench()::run);
        boolean isOption = args.length == 3 && OPTIONS.contains(args[1]) && args[2].matches("[0-9]{1,9}");
        boolean isWorded = args.length > 0 && WORDS.containsKey(args[0]);
        if ((args.length > 1 && !isOption && !isWorded) || (args.length > 0 && !runs.containsKey(args[0]))) {
            usage("suluh bench [" + String.join("|", runs.keySet()) + " [" + String.join(" N|", OPTIONS) + " N]]");
        }
        List<Measurement> results = new ArrayList<>();
        for (var entry : runs.entrySet()) {
            boolean asked = args.length == 0 ? !BY_NAME_ONLY.contains(entry.getKey()) : args[0].equals(entry.getKey());
            if (asked) {
                results.addAll(entry.getValue().run());
            }
        }
        print(results);
        System.exit(results.stream().allMatch(Measurement::met) ? 0 : 2);
    }

    /** The number after an option, or what it is without. */
    private static long option(String[] args, String name, long otherwise) {
        boolean isGiven = args.length == 3 && args[1].equals(name) && args[2].matches("[0-9]{1,9}");
        return isGiven ? Long.parseLong(args[2]) : otherwise;
    }

    /** A run that reads its own words; by default when another one is asked for. */
    private static <T> T worded(String[] args, String name, Function<List<String>, T> reader) {
        boolean isAsked = args.length > 0 && args[0].equals(name);
        try {
            return reader.apply(isAsked ? List.of(args).subList(1, args.length) : List.of());
        } catch (IllegalArgumentException e) {
            usage("suluh bench " + name + " " + WORDS.getOrDefault(name, ""));
            throw e;
        }
    }

    private static void usage(String line) {
        System.err.println("Usage: " + line);
        System.exit(1);
    }

    private static void print(List<Measurement> results) {
        System.out.printf(Locale.ROOT, "%-44s %9s  %-44s %s%n", "measured", "seconds", "figures", "target");
        for (Measurement result : results) {
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %9.2f  %-44s %s%n",
                    result.name(),
                    result.seconds(),
                    result.detail(),
                    result.target().isEmpty() ? "" : result.target() + (result.met() ? ": met" : ": MISSED"));
        }
        System.out.println("[");
        for (int i = 0; i < results.size(); i++) {
            Measurement result = results.get(i);
            System.out.printf(
                    Locale.ROOT,
                    " {\"name\":\"%s\",\"seconds\":%.3f,\"figures\":\"%s\",\"target\":\"%s\",\"met\":%b}%s%n",
                    result.name(),
                    result.seconds(),
                    result.detail(),
                    result.target(),
                    result.met(),
                    i + 1 < results.size() ? "," : "");
        }
        System.out.println("]");
    }
}
