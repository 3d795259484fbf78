package suluh.app.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Accounts and conversations of a case with their counts, counted once for each reading rather than for each page.
 *
 * <p>Observations are only ever added, in one transaction with the account of the files they came from; so the number of
 * files read tells whether a count still holds. Counting a million messages takes seconds, asking for that number less
 * than a millisecond. Memory: the lists of at most {@value #MAX_CASES} cases. Thread-safe.
 */
public final class CaseLists {
    private static final int MAX_CASES = 32;

    private final Database database;
    private final Map<Integer, Counted> cases = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Counted> eldest) {
            return size() > MAX_CASES;
        }
    };

    private record Counted(long filesRead, List<StoredConversation> conversations, List<StoredAccount> accounts) {}

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
        long filesRead = database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT count(*) FROM file_reading")
                        .query(Long.class)
                        .single());
        synchronized (cases) {
            Counted known = cases.get(caseId);
            if (known != null && known.filesRead() == filesRead) {
                return known;
            }
        }
        ObservationStore store = new ObservationStore(database);
        Counted counted =
                new Counted(filesRead, List.copyOf(store.conversations(caseId)), List.copyOf(store.accounts(caseId)));
        synchronized (cases) {
            cases.put(caseId, counted);
        }
        return counted;
    }
}
