package suluh.exports.synth;

import java.util.Locale;

/**
 * How hard the accounts of people beside the group are to tell apart: shares from 0 to 1, each drawn for itself.
 *
 * <p>The figures are those of {@code docs/identity.md}.
 */
public enum Noise {
    /** Nobody beside the group. */
    NONE(0, 0, 0, 0, 0),
    LIGHT(0.05, 0.1, 0.03, 0.1, 0.05),
    MEDIUM(0.1, 0.2, 0.06, 0.2, 0.1),
    HEAVY(0.2, 0.6, 0.25, 0.4, 0.2);

    private final double typos;
    private final double otherNames;
    private final double siblings;
    private final double commonNames;
    private final double copies;

    Noise(double typos, double otherNames, double siblings, double commonNames, double copies) {
        this.typos = typos;
        this.otherNames = otherNames;
        this.siblings = siblings;
        this.commonNames = commonNames;
        this.copies = copies;
    }

    /** Accounts whose name has a typing error. */
    double typos() {
        return typos;
    }

    /** Accounts under another name. */
    double otherNames() {
        return otherNames;
    }

    /** People whose sibling signs in from the same address, half of them with the same number. */
    double siblings() {
        return siblings;
    }

    /** People with one of five names. */
    double commonNames() {
        return commonNames;
    }

    /** People whose name and account name a stranger copies. */
    double copies() {
        return copies;
    }

    /** Name in options and in truth.json. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
