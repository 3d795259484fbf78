package suluh.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.LogDisclosure.Handing;
import suluh.app.flow.ViewCase;
import suluh.app.flow.WriteTipReport;
import suluh.app.flow.WriteTipReport.Wanted;
import suluh.app.flow.WriteTipReport.Written;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.core.disclosure.schedule.DisclosureLine.Kind;
import suluh.core.kernel.Outcome;
import suluh.exports.cybertip.IncidentType;
import suluh.exports.cybertip.TipReport.Filer;

/** {@code suluh tip-report}: what a case found, as a CyberTipline report that somebody may file. */
@Command(
        name = "tip-report",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Writes what a case found as a CyberTipline report in XML; it is never sent, and it is logged.")
final class TipReportCommand implements Callable<Integer> {
    @Option(names = "--case", required = true, paramLabel = "NUMBER", description = "Case.")
    private String caseNumber = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write; must not exist.")
    private Path out = Path.of("");

    @Option(
            names = "--incident-type",
            required = true,
            paramLabel = "TYPE",
            description =
                    "enticement, unsolicited-material, misleading-words, misleading-domain, or the schema's words.")
    private String incidentType = "";

    @Option(names = "--to", required = true, paramLabel = "WHO", description = "Who receives it, for the log.")
    private String recipient = "";

    @Option(names = "--purpose", required = true, paramLabel = "WORDS", description = "Why, for the log.")
    private String purpose = "";

    @Option(names = "--filer", required = true, paramLabel = "NAME", description = "Name of who will file it.")
    private String filer = "";

    @Option(names = "--filer-email", paramLabel = "ADDRESS", description = "Mail address of who will file it.")
    private String filerEmail = "";

    @Option(
            names = "--conversation",
            paramLabel = "KEY",
            description = "Conversation of the findings; may be repeated; none means all to look at now.")
    private List<String> conversations = List.of();

    @Option(names = "--urgency", paramLabel = "WORDS", description = "Why a child may be at risk now.")
    private String urgency = "";

    @Option(names = "--note", paramLabel = "WORDS", description = "More that must be known.")
    private String note = "";

    @Option(names = "--agency", paramLabel = "ID", description = "Agency for which the operator acts.")
    private String agency = "d11";

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException, InputException {
        String words = IncidentType.wordsOf(incidentType).orElse(incidentType);
        if (Files.exists(out)) {
            throw new CommandFailure(out + " exists; name a new file.");
        }
        try (House house = House.open(DataFolder.chosen(data), Clock.systemUTC(), System.getenv())) {
            Wanted wanted = new Wanted(
                    words, new LinkedHashSet<>(conversations), named(filer, filerEmail), urgency, note, false);
            Outcome<Written> outcome = new ViewCase(house)
                    .find(Acting.operator(agency), caseNumber)
                    .then(view -> new WriteTipReport(house)
                            .run(view.opened(), wanted, new Handing(Kind.TIP_REPORT, recipient, purpose)));
            return switch (outcome) {
                case Outcome.Refused<Written> refused ->
                    throw new CommandFailure(refused.refusal().message());
                case Outcome.Done<Written> done -> tell(done.value());
            };
        }
    }

    /** The last word is the family name; a single word is one. */
    private static Filer named(String name, String email) {
        int space = name.strip().lastIndexOf(' ');
        return space < 0
                ? new Filer("", name.strip(), email)
                : new Filer(name.strip().substring(0, space), name.strip().substring(space + 1), email);
    }

    private int tell(Written written) throws IOException {
        Files.write(out, written.xml(), StandardOpenOption.CREATE_NEW);
        System.out.println(
                out + ": " + written.conversations() + " conversations, " + written.accounts() + " accounts");
        if (written.left() > 0) {
            System.err.println(written.left() + " accounts marked as a child's are left out and masked.");
        }
        return ExitCode.DONE;
    }
}
