package suluh.app.store;

import java.util.List;

/**
 * Accounts and conversations of a case with their counts, counted once for each reading rather than for each page.
 *
 * <p>Observations are added in one transaction with the account of the files they came from, and erased in one with the
 * note of the erasure; so the numbers of files read and of erasures tell whether a count still holds. Counting takes a
 * while, asking for those numbers less than a millisecond. Memory: the lists of at most {@value #MAX_CASES} cases.
 * Thread-safe.
 */
public final class CaseLists {
    private static final int MAX_CASES = 32;

    private final Database database;
    private final HeldByCase<Counted> cases = new HeldByCase<>(MAX_CASES);

    private record Counted(List<StoredConversation> conversations, List<StoredAccount> accounts) {}

    public CaseLists(Database database) {
        this.database = database;
    }

    /** Conversations of the case in order of number. */
    public List<StoredConversation> conversations(int caseId) {
        return counted(caseId).conversations();
    }

    /** Accounts of the case in order of number. */
    public List<StoredAccount> accounts(int caseId) {
        return counted(caseId).accounts();
    }

    private Counted counted(int caseId) {
        String basis = database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT (SELECT count(*) FROM file_reading) || ' '"
                                + " || (SELECT count(*) FROM case_erasure WHERE case_id = current_case())")
                        .query(String.class)
                        .single());
        ObservationStore store = new ObservationStore(database);
        return cases.of(
                caseId,
                basis,
                () -> new Counted(List.copyOf(store.conversations(caseId)), List.copyOf(store.accounts(caseId))));
    }
}
