package suluh.app.flow;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.AssembleBundle.Vouched;
import suluh.app.flow.MakeFindings.Made;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.SealEvidence.Sealed;
import suluh.app.host.InputFiles;
import suluh.core.disclosure.Findings;
import suluh.core.disclosure.ReceivedItem;
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
            return !sealed.notReceived().isEmpty()
                    || findings.reading().leavesUnread()
                    || findings.reading().alarms() > 0;
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
            Progress progress) {
        return runWith(outcome, input, ToldByPerson.zone(zone), bundle, progress);
    }

    /** Runs the flow with all that the person told. */
    public Outcome<Probed> runWith(
            Outcome<OpenedCase> outcome,
            InputFiles input,
            ToldByPerson told,
            @Nullable Path bundle,
            Progress progress) {
        return outcome.then(opened -> new SealEvidence(house)
                .run(opened, input, progress)
                .then(evidence -> {
                    house.ledger().integrate();
                    return new ReadEvidence(house)
                            .runWith(opened, evidence.items(), told, progress)
                            .then(readings -> new HashMedia(house)
                                    .run(opened, evidence.items(), progress)
                                    .then(hashed ->
                                            examine(new Received(opened, evidence, readings), bundle, progress)));
                }));
    }

    private record Received(OpenedCase opened, Sealed evidence, List<FileReading> readings) {}

    private Outcome<Probed> examine(Received received, @Nullable Path bundle, Progress progress) {
        OpenedCase opened = received.opened();
        List<ReceivedItem> items = received.evidence().items();
        return new AnalyseCase(house)
                .run(opened, items, received.readings(), progress)
                .then(analysed -> new MakeFindings(house)
                        .run(opened, items, received.readings(), analysed)
                        .then(made -> bundled(opened, items, made, bundle, progress))
                        .then(vouched -> {
                            house.ledger().integrate();
                            return Outcome.done(new Probed(
                                    opened, received.evidence(), received.readings(), analysed.findings(), vouched));
                        }));
    }

    private Outcome<Optional<Vouched>> bundled(
            OpenedCase opened, List<ReceivedItem> items, Made made, @Nullable Path folder, Progress progress) {
        return folder == null
                ? Outcome.done(Optional.empty())
                : new AssembleBundle(house)
                        .run(opened, items, made, folder, progress)
                        .then(vouched -> Outcome.done(Optional.of(vouched)));
    }
}
