package suluh.app.flow;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerEntry;

/**
 * Who acts, and in which case: begins every ledger entry and custody event.
 *
 * @param agency id of the agency
 * @param person id of the person, or {@code cli} for the program run by the operator of the machine
 */
public record Acting(String agency, String person) {
    private static final String OPERATOR = "cli";
    private static final String REPORTER = "reporter";
    private static final String HOUSE = "house";

    /** The operator of this machine, who acts through the command line for this agency; docs/access.md. */
    public static Acting operator(String agency) {
        return new Acting(agency, OPERATOR);
    }

    /** Somebody of the public, who has no account, writing to this agency. */
    static Acting reporter(String agency) {
        return new Acting(agency, REPORTER);
    }

    /** The server itself, which watches clocks for this agency. */
    static Acting house(String agency) {
        return new Acting(agency, HOUSE);
    }

    boolean isOperator() {
        return person.equals(OPERATOR);
    }

    /** True when this administrator looks after the people of that agency. */
    boolean mayLookAfter(String other) {
        return isOperator() || agency.equals(other);
    }

    LedgerEntry entry(
            EntryKind kind,
            Instant at,
            String caseNumber,
            Map<String, String> subject,
            Map<String, Sha256Digest> digests,
            Map<String, Long> figures) {
        return new LedgerEntry(
                kind,
                at,
                agency,
                person,
                caseNumber,
                new TreeMap<>(subject),
                new TreeMap<>(digests),
                new TreeMap<>(figures));
    }
}
