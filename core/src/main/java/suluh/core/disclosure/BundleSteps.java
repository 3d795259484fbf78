package suluh.core.disclosure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import suluh.core.ledger.LedgerFormatException;

/** Runs the steps of a check in order and stops at the first fault. */
final class BundleSteps {
    private final List<BundleVerdict.Step> passed = new ArrayList<>();

    /** What one step does; gives the figures it passed with. */
    interface Body {
        String run() throws IOException, BundleFault, LedgerFormatException;
    }

    record Named(String title, Body body) {}

    List<BundleVerdict.Step> passed() {
        return List.copyOf(passed);
    }

    /** Runs them after those that passed before; the fault, or nothing when all pass. */
    Optional<BundleVerdict.NotVerified> run(List<Named> steps) throws IOException {
        for (Named step : steps) {
            int number = passed.size() + 1;
            try {
                passed.add(
                        new BundleVerdict.Step(number, step.title(), step.body().run()));
            } catch (BundleFault fault) {
                return Optional.of(new BundleVerdict.NotVerified(
                        passed, number, step.title(), fault.where(), fault.expected(), fault.found()));
            } catch (LedgerFormatException damage) {
                String message = damage.getMessage() == null ? "damage" : damage.getMessage();
                return Optional.of(new BundleVerdict.NotVerified(
                        passed, number, step.title(), BundleLayout.LEDGER_FOLDER, "the documented form", message));
            }
        }
        return Optional.empty();
    }
}
