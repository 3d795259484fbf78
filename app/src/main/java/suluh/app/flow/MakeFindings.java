package suluh.app.flow;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import suluh.app.flow.AnalyseCase.Analysed;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.core.canon.CanonicalJson;
import suluh.core.casework.Act;
import suluh.core.casework.Agency;
import suluh.core.disclosure.CaseReport;
import suluh.core.disclosure.FindingsJson;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.ReportHeading;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;
import suluh.core.observation.FileReading;

/** Writes findings and report of a case, stores them, and binds them in the ledger. */
public final class MakeFindings {
    private final House house;

    public MakeFindings(House house) {
        this.house = house;
    }

    /** What a bundle carries besides the evidence, as its bytes. */
    public static final class Made {
        private final byte[] findings;
        private final byte[] report;
        private final byte[] readingReport;
        private final String picture;

        Made(byte[] findings, byte[] report, byte[] readingReport, String picture) {
            this.findings = findings;
            this.report = report;
            this.readingReport = readingReport;
            this.picture = picture;
        }

        byte[] findings() {
            return findings;
        }

        byte[] report() {
            return report;
        }

        byte[] readingReport() {
            return readingReport;
        }

        /** The network as an {@code <svg>} element, or empty. */
        String picture() {
            return picture;
        }
    }

    /** Findings and report of this analysis. */
    public Outcome<Made> run(
            OpenedCase opened, List<ReceivedItem> items, List<FileReading> readings, Analysed analysed) {
        return house.access()
                .stillIn(opened, Act.ANALYSE_CASE)
                .then(open -> Outcome.done(make(open, items, readings, analysed)));
    }

    private Made make(OpenedCase opened, List<ReceivedItem> items, List<FileReading> readings, Analysed analysed) {
        Instant now = house.clock().instant();
        byte[] findings =
                CanonicalJson.indented(FindingsJson.of(analysed.findings())).getBytes(StandardCharsets.UTF_8);
        Agency agency = house.register().agencies().get(opened.acting().agency());
        ReportHeading heading = new ReportHeading(
                opened.number(),
                opened.mandate(),
                agency == null ? opened.acting().agency() : agency.name(),
                now,
                House.tool());
        byte[] report = CaseReport.html(
                        heading,
                        items,
                        readings,
                        analysed.findings(),
                        analysed.pictures().small())
                .getBytes(StandardCharsets.UTF_8);
        Sha256Digest digest = Sha256Digest.of(findings);
        house.database().inCase(opened.id(), () -> {
            house.erasures().keepOutOrFail(opened.id(), analysed.erasures());
            house.findings().add(opened.id(), now, analysed.restsOn(), findings, report);
            house.ledger()
                    .append(opened.acting()
                            .entry(
                                    EntryKind.FINDINGS_MADE,
                                    now,
                                    opened.number(),
                                    Map.of(),
                                    Map.of("findings", digest, "report", Sha256Digest.of(report)),
                                    Map.of()));
            return true;
        });
        return new Made(
                findings,
                report,
                ReadEvidence.reportBytes(readings),
                analysed.pictures().whole());
    }
}
