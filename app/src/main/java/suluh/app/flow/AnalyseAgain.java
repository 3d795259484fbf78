package suluh.app.flow;

import suluh.app.flow.AnalyseCase.Analysed;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.core.casework.Act;
import suluh.core.kernel.Outcome;

/**
 * Works a case out anew from what was read and decided: accounts, network, conversations, leads, findings and report.
 *
 * <p>Evidence is not read again, and a purged item is not spoken of. The findings before are kept. Cost: that of the
 * analysis of a probe.
 */
public final class AnalyseAgain {
    private final House house;

    public AnalyseAgain(House house) {
        this.house = house;
    }

    /** Makes the findings that rest on the decisions and readings of now. */
    public Outcome<Analysed> run(OpenedCase opened, Progress progress) {
        return house.access().stillIn(opened, Act.ANALYSE_CASE).then(open -> {
            var items = house.evidence().present(open.id());
            var readings = house.readings().all(open.id(), items);
            return new AnalyseCase(house)
                    .run(open, items, readings, progress)
                    .then(analysed -> new MakeFindings(house)
                            .run(open, items, readings, analysed)
                            .then(made -> {
                                house.ledger().integrate();
                                return Outcome.done(analysed);
                            }));
        });
    }

    /** True when there are findings and something they rest on has changed since. */
    static boolean isNeeded(House house, int caseId) {
        return house.findings()
                .latestBasis(caseId)
                .filter(basis -> !basis.equals(house.findings().basis(caseId)))
                .isPresent();
    }
}
