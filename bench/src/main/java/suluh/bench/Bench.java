package suluh.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/** {@code suluh bench [NAME]}: runs one or all measurements; prints a table, then JSON. */
public final class Bench {
    /** Takes minutes and 11 GiB of disk: on request only. */
    private static final String LARGE = "read-large";

    /** Takes minutes and 50 GiB of disk. */
    private static final String SEAL_LARGE = "seal-large";

    private static final String CASE = "network-case";

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
        runs.put("people", new PeopleBench(minutes(args))::run);
        runs.put("resolve", new ResolveBench()::run);
        runs.put("network", new NetworkBench()::run);
        runs.put("media", new MediaBench()::run);
        runs.put("triage", new TriageBench()::run);
        runs.put(CASE, new NetworkCaseBench()::run);
        runs.put(SEAL_LARGE, new LargeSealBench()::run);
        runs.put(LARGE, new LargeReadBench()::run);
        if (args.length > 3
                || (args.length > 1 && !args[1].equals("--minutes"))
                || (args.length > 0 && !runs.containsKey(args[0]))) {
            System.err.println("Usage: suluh bench [" + String.join("|", runs.keySet()) + " [--minutes N]]");
            System.exit(1);
        }
        List<Measurement> results = new ArrayList<>();
        for (var entry : runs.entrySet()) {
            boolean asked = args.length == 0
                    ? !List.of(LARGE, SEAL_LARGE, CASE).contains(entry.getKey())
                    : args[0].equals(entry.getKey());
            if (asked) {
                results.addAll(entry.getValue().run());
            }
        }
        print(results);
        System.exit(results.stream().allMatch(Measurement::met) ? 0 : 2);
    }

    /** How long people are at work: the word after {@code --minutes}, by default 5. */
    private static int minutes(String[] args) {
        return args.length == 3 ? Math.clamp(Integer.parseInt(args[2]), 1, 60) : 5;
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
