package suluh.exports.meta.returned;

import java.util.HashSet;
import java.util.Set;
import suluh.exports.KeyNames;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;

/** Counts labels seen against labels known, so that a return in a new form does not look like an empty one. */
final class LabelCoverage {
    /** A hostile page could have a label for each byte. */
    private static final int MAX_DIFFERENT = 10_000;

    private final ReadingTally tally;
    private final Set<String> unknown = new HashSet<>();
    private long seen;
    private long known;

    LabelCoverage(ReadingTally tally) {
        this.tally = tally;
    }

    /** A label was met; an unknown one is told once. */
    void saw(String section, String label, boolean isKnown, long offset) {
        seen++;
        if (isKnown) {
            known++;
        } else if (unknown.size() < MAX_DIFFERENT && unknown.add(section + ' ' + label)) {
            tally.alarm(
                    ReadingCode.LABEL_UNKNOWN,
                    "unknown label " + KeyNames.shown(label) + " in the section " + KeyNames.shown(section)
                            + "; its value was not read",
                    offset);
        }
    }

    /** Tells the sum when something was not known. */
    void tell() {
        if (known < seen) {
            tally.alarm(
                    ReadingCode.FIELD_COVERAGE,
                    known + " of " + seen + " labels are known; " + unknown.size() + " different ones are not",
                    -1);
        }
    }
}
