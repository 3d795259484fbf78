package suluh.core.disclosure;

import java.util.List;
import suluh.core.disclosure.selection.Edition;

/** What the check of a bundle found. */
public sealed interface BundleVerdict {
    /**
     * A step of docs/formats/bundle.md that passed.
     *
     * @param number from 1
     * @param title what was checked
     * @param detail with which figures
     */
    record Step(int number, String title, String detail) {}

    /** The steps that passed before the verdict. */
    List<Step> steps();

    /**
     * Everything agrees.
     *
     * @param files files of the bundle
     * @param entries ledger entries proved
     * @param evidence evidence items found sealed
     * @param pointers source pointers of the findings that lead into sealed bytes
     * @param log name of the log whose key signed
     * @param cosigners witnesses of the policy that cosigned
     * @param missing witnesses of the policy that did not
     * @param timestamps time-stamp tokens that are over the checkpoint
     * @param policyFromOutside false when the only policy at hand was the one inside the bundle
     */
    record Verified(
            List<Step> steps,
            long files,
            long entries,
            long evidence,
            long pointers,
            String log,
            List<String> cosigners,
            List<String> missing,
            int timestamps,
            boolean policyFromOutside)
            implements BundleVerdict {
        public Verified {
            steps = List.copyOf(steps);
            cosigners = List.copyOf(cosigners);
            missing = List.copyOf(missing);
        }
    }

    /**
     * A bundle of a disclosure in which everything agrees.
     *
     * @param disclosure id of the disclosure
     * @param files files of the bundle
     * @param entries ledger entries proved
     * @param redactions passages that are hidden in the redacted edition
     * @param log name of the log whose key signed
     * @param cosigners witnesses of the policy that cosigned
     * @param missing witnesses of the policy that did not
     * @param policyFromOutside false when the only policy at hand was the one inside the bundle
     */
    record VerifiedDisclosure(
            List<Step> steps,
            String disclosure,
            Edition edition,
            long files,
            long entries,
            long records,
            long redactions,
            String log,
            List<String> cosigners,
            List<String> missing,
            boolean policyFromOutside)
            implements BundleVerdict {
        public VerifiedDisclosure {
            steps = List.copyOf(steps);
            cosigners = List.copyOf(cosigners);
            missing = List.copyOf(missing);
        }
    }

    /**
     * Something does not agree; the first thing found.
     *
     * @param step number of the step that failed
     * @param title what it checks
     * @param where file, item or entry at fault
     * @param expected what should be there
     * @param found what is there
     */
    record NotVerified(List<Step> steps, int step, String title, String where, String expected, String found)
            implements BundleVerdict {
        public NotVerified {
            steps = List.copyOf(steps);
        }

        /** The same, said of one of two bundles. */
        NotVerified of(String bundle) {
            return new NotVerified(steps, step, title, bundle + ": " + where, expected, found);
        }
    }
}
