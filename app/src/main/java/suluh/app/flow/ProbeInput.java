package suluh.app.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.AnalyseCase.Analysed;
import suluh.app.flow.AssembleBundle.Vouched;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.SealEvidence.Sealed;
import suluh.app.host.InputFiles;
import suluh.core.disclosure.Findings;
import suluh.core.kernel.Outcome;
import suluh.core.observation.FileReading;

/** The whole flow without a server: open, seal, read, analyse, report, and assemble when a folder is given. */
public final class ProbeInput {
    private final House house;

    public ProbeInput(House house) {
        this.house = house;
    }

    /**
     * What a probe came to.
     *
     * @param opened the case
     * @param sealed what was received
     * @param readings what was read
     * @param findings what the analyses say
     * @param vouched who vouches for the bundle, when one was made
     */
    public record Probed(
            OpenedCase opened,
            Sealed sealed,
            List<FileReading> readings,
            Findings findings,
            Optional<Vouched> vouched) {
        public Probed {
            readings = List.copyOf(readings);
        }

        /** True when something handed in was not received or not read, or was read with an alarm. */
        public boolean leavesUnread() {
            return !sealed.notReceived().isEmpty() || findings.reading().leavesUnread();
        }
    }

    /**
     * Runs the flow.
     *
     * @param zone zone of the exporting devices, or null
     * @param bundle folder for the bundle, or null for none
     */
    public Outcome<Probed> run(
            Outcome<OpenedCase> outcome,
            InputFiles input,
            @Nullable ZoneId zone,
            @Nullable Path bundle,
            Progress progress)
            throws IOException {
        return switch (outcome) {
            case Outcome.Refused<OpenedCase> refused -> new Outcome.Refused<>(refused.refusal());
            case Outcome.Done<OpenedCase> done -> Outcome.done(probe(done.value(), input, zone, bundle, progress));
        };
    }

    private Probed probe(
            OpenedCase opened, InputFiles input, @Nullable ZoneId zone, @Nullable Path bundle, Progress progress)
            throws IOException {
        Sealed sealed = new SealEvidence(house).run(opened, input, progress);
        house.ledger().integrate();
        List<FileReading> readings = new ReadEvidence(house).run(opened, sealed.items(), zone, progress);
        Analysed analysed = new AnalyseCase(house).run(opened, sealed.items(), readings, progress);
        MakeFindings.Made made = new MakeFindings(house).run(opened, sealed.items(), readings, analysed);
        Optional<Vouched> vouched = bundle == null
                ? Optional.empty()
                : Optional.of(new AssembleBundle(house).run(opened, sealed.items(), made, bundle, progress));
        house.ledger().integrate();
        return new Probed(opened, sealed, readings, analysed.findings(), vouched);
    }
}
