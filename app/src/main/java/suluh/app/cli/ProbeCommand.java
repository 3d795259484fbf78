package suluh.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.flow.Acting;
import suluh.app.flow.AssembleBundle.Vouched;
import suluh.app.flow.House;
import suluh.app.flow.KeepHashLists.NewList;
import suluh.app.flow.OpenCase;
import suluh.app.flow.ProbeInput;
import suluh.app.flow.ProbeInput.Probed;
import suluh.app.flow.ToldByPerson;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.app.host.InputFiles;
import suluh.core.disclosure.Findings;
import suluh.core.disclosure.MediaFindings;
import suluh.core.kernel.Outcome;
import suluh.core.observation.FileFate;

/** {@code suluh probe}: the whole flow, headless. */
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Takes exports through the whole flow: seal, read, join accounts, map, assess, rank, bundle.")
final class ProbeCommand implements Callable<Integer> {
    private static final int MAX_TOLD_FILES = 20;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, folders and zips that were handed in.")
    private List<Path> paths = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the bundle; new or empty.")
    private Path out = Path.of("");

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder.")
    private @Nullable Path data;

    @Option(names = "--offence", paramLabel = "CODE", description = "Offence that the case cites.")
    private String offence = "MY-792-12";

    @Option(names = "--authority", paramLabel = "REF", description = "Authority under which the material was received.")
    private String authority = "MY-593-116B";

    @Option(names = "--agency", paramLabel = "ID", description = "Agency that opens the case.")
    private String agency = "d11";

    @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone that the exporting devices had.")
    private @Nullable ZoneId zone;

    @Option(names = "--mapping", paramLabel = "FILE", description = "How a table of no known form is read; repeatable.")
    private List<Path> mappings = List.of();

    @Option(
            names = "--hash-list",
            paramLabel = "FILE",
            description = "List of known hashes to keep and compare with, under its file name; may be repeated.")
    private List<Path> hashLists = List.of();

    @Override
    public Integer call() throws IOException, InputException {
        requireEmpty(out);
        ToldByPerson told = new ToldByPerson(zone, Mappings.read(mappings));
        InputFiles input = InputFiles.below(paths);
        try (House house = House.open(DataFolder.chosen(data), Clock.systemUTC(), System.getenv());
                TerminalProgress progress = new TerminalProgress()) {
            for (Path list : hashLists) {
                ListsCommand.keep(house, agency, handedIn(list), list, progress);
            }
            var opened = new OpenCase(house).run(Acting.operator(agency), offence, authority);
            Outcome<Probed> outcome = new ProbeInput(house).runWith(opened, input, told, out, progress);
            progress.finish();
            return switch (outcome) {
                case Outcome.Refused<Probed> refused ->
                    throw new CommandFailure(refused.refusal().message());
                case Outcome.Done<Probed> done -> summary(done.value());
            };
        }
    }

    /** Nothing is known of such a list but its file; {@code suluh lists add} says more. */
    private NewList handedIn(Path list) {
        Path name = list.getFileName();
        return new NewList(
                name == null ? list.toString() : name.toString(),
                "handed in with a probe",
                "not stated",
                "not stated",
                "known",
                null,
                List.of(agency));
    }

    static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(folder + " is a file; name a new or empty folder.");
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new CommandFailure("The folder " + folder + " is not empty; name a new or empty folder.");
            }
        }
    }

    private int summary(Probed probed) {
        Findings findings = probed.findings();
        PrintStream print = System.out;
        print.println("Case " + probed.opened().number() + ", "
                + probed.opened().mandate().offence().title().english() + ", under "
                + probed.opened().mandate().authority().reference());
        line("items sealed", findings.items());
        line("files read", findings.reading().files().getOrDefault(FileFate.READ, 0L));
        line("  partly read", findings.reading().files().getOrDefault(FileFate.PARTLY_READ, 0L));
        line("  skipped", findings.reading().files().getOrDefault(FileFate.SKIPPED, 0L));
        line("  not understood", findings.reading().files().getOrDefault(FileFate.NOT_UNDERSTOOD, 0L));
        line("alarms", findings.reading().alarms());
        line("records seen", findings.reading().recordsSeen());
        line("  read", findings.reading().recordsRead());
        line("  skipped", findings.reading().recordsSkipped());
        line("  not understood", findings.reading().recordsNotUnderstood());
        findings.observations().forEach((kind, count) -> line("observations: " + kind, count));
        line("groups", findings.groups().size());
        line("actors (joined accounts)", findings.actors().size());
        line("links suggested", findings.suggested().size());
        line("network nodes", findings.network().nodes());
        line("network communities", findings.network().communitySizes().size());
        line("conversations to look at now", band(findings, "look-now"));
        line("conversations to look at", band(findings, "look"));
        media(findings.media());
        tellUnread(probed);
        probed.vouched().ifPresent(ProbeCommand::tellVouched);
        print.println("Report: " + out.resolve("data/report.html"));
        return probed.leavesUnread() ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }

    private static void media(MediaFindings media) {
        line("media files", media.counts().files());
        line("  different contents", media.counts().contents());
        line("  hashed", media.counts().hashed());
        line("  videos by key frames", media.counts().videos());
        media.withoutHash()
                .forEach(without -> line("  not: " + without.format() + " " + without.code(), without.contents()));
        line("  known to a list", media.counts().known());
        line("  known good", media.counts().knownGood());
        line("  groups of copies", media.counts().copyGroups());
    }

    static void tellVouched(Vouched vouched) {
        List<String> cosigners = List.copyOf(vouched.standing().cosigned().keySet());
        List<String> missing = vouched.standing().missing();
        System.out.println("Ledger: signed by this installation, "
                + (cosigners.isEmpty() ? "cosigned by nobody" : "cosigned by " + String.join(", ", cosigners))
                + (missing.isEmpty() ? "" : "; MISSING: " + String.join(", ", missing)));
        vouched.told().forEach(System.err::println);
    }

    private static void tellUnread(Probed probed) {
        probed.sealed().notReceived().forEach(sentence -> System.err.println("Not received: " + sentence));
        List<String> lines = ReadingLines.of(probed.readings());
        lines.stream().limit(MAX_TOLD_FILES).forEach(System.err::println);
        if (lines.size() > MAX_TOLD_FILES) {
            System.err.println("… and " + (lines.size() - MAX_TOLD_FILES)
                    + " further files; data/reading-report.json names them.");
        }
        boolean unread =
                probed.readings().stream().anyMatch(reading -> reading.fate().leavesUnread());
        if (unread) {
            System.err.println("What was not read lies sealed in the case and in the bundle.");
        }
    }

    private static long band(Findings findings, String band) {
        return findings.conversations().stream()
                .filter(c -> c.band().equals(band))
                .count();
    }

    private static void line(String label, long figure) {
        System.out.printf(Locale.ROOT, "  %-32s %,12d%n", label, figure);
    }
}
