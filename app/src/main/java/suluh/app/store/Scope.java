package suluh.app.store;

import java.util.Locale;

/** What the program does for no person and no case; row-level security opens the tables of that task only. */
public enum Scope {
    /** Sign-in, and the care of people and keys. */
    PEOPLE,
    /** Sequencing, proving and auditing the whole log. */
    LEDGER,
    /** Keys of the API, receipts, second factors, webhooks. */
    KEYS,
    /** Which items hold an object of the vault, over all cases. */
    VAULT,
    /** Editions of the register. */
    REGISTERS,
    /** Keyed digests of what cases look at, with whom to call. */
    MARKS,
    /** Long work that persons asked for, over all cases. */
    WORK,
    /** Lists of known hashes, which belong to no case. */
    LISTS,
    /** How much each person looked at, over all cases. */
    EXPOSURE,
    /** The register of persons in charge of computers. */
    CHARGE,
    /** Which warnings and ends of clocks were told. */
    CLOCKS;

    String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
