package suluh.app.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;

/**
 * What was read from items that were purged, erased; and work on a case that must not bring it back.
 *
 * <p>Whoever writes what was worked out of a case keeps erasures out until the writing commits, and writes nothing when
 * there was one since the work began. A reading keeps them out from its beginning. Everything but {@link #count(int)}
 * and {@link #forEachReleased} runs inside the case's transaction.
 */
public final class ErasureStore {
    /** Locks of erasing, apart from other advisory locks. */
    private static final int LOCK = 0x9E5A;

    private final Database database;

    public ErasureStore(Database database) {
        this.database = database;
    }

    /**
     * How much an erasure took.
     *
     * @param accounts accounts that nothing else named
     * @param conversations conversations that nothing else named
     * @param contents contents of media that lay nowhere else
     */
    public record Erased(long messages, long accounts, long conversations, long contents) {}

    /**
     * Items whose reading rested on one that is purged, and that are read again.
     *
     * @param anew those whose accounts and conversations may have been named by it; their numbers go
     * @param kept those that only miss records which stood in both; accounts and conversations keep their numbers
     */
    public record ReadAgain(Set<EvidenceId> anew, Set<EvidenceId> kept) {
        public ReadAgain {
            anew = Set.copyOf(anew);
            kept = kept.stream().filter(Predicate.not(anew::contains)).collect(Collectors.toUnmodifiableSet());
        }

        /** How many items wait to be read again. */
        public int size() {
            return anew.size() + kept.size();
        }
    }

    /** The highest numbers that were given before an erasure, each 0 without one. */
    record Reached(int message, int account, int conversation, int place, int content) {}

    /** How often something of the case was erased; work that begins now notes it. */
    public int count(int caseId) {
        return database.inCase(caseId, this::count);
    }

    private int count() {
        return database.jdbc()
                .sql("SELECT count(*) FROM case_erasure WHERE case_id = current_case()")
                .query(Integer.class)
                .single();
    }

    /** Lets no erasure begin before the transaction ends; waits for one that is at work. */
    public void keepOut(int caseId) {
        database.jdbc()
                .sql("SELECT pg_advisory_xact_lock_shared(?, ?)")
                .params(LOCK, caseId)
                .query(row -> {});
    }

    /** The same without waiting; false when one is at work, or there was one since there were {@code known} of them. */
    public boolean keepOut(int caseId, int known) {
        boolean isOut = database.jdbc()
                .sql("SELECT pg_try_advisory_xact_lock_shared(?, ?)")
                .params(LOCK, caseId)
                .query(Boolean.class)
                .single();
        return isOut && count() == known;
    }

    /**
     * Lets no erasure begin before the transaction ends, for work whose results must not be kept when there was one.
     *
     * @throws StoreException when there was an erasure since there were {@code known} of them
     */
    public void keepOutOrFail(int caseId, int known) {
        keepOut(caseId);
        if (count() != known) {
            throw new StoreException("An item of the case was purged while the case was worked out; what was found so "
                    + "far was not kept. Ask for it again.");
        }
    }

    /** Keeps all others out until the transaction ends; false when somebody reads or writes the case now. */
    public boolean begin(int caseId) {
        return database.jdbc()
                .sql("SELECT pg_try_advisory_xact_lock(?, ?)")
                .params(LOCK, caseId)
                .query(Boolean.class)
                .single();
    }

    /** Erases what was read from the item, and all that was derived; the search index is to be made anew. */
    public Erased erase(EvidenceId item, ReadAgain again, Instant at) {
        return database.jdbc()
                .sql("SELECT gone_messages, gone_accounts, gone_conversations, gone_contents"
                        + " FROM erase_item(?, ?::text[], ?::text[], ?)")
                .param(item.value())
                .param(array(again.anew()))
                .param(array(again.kept()))
                .param(at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Erased(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    private static String[] array(Set<EvidenceId> items) {
        return items.stream().map(EvidenceId::value).sorted().toArray(String[]::new);
    }

    Reached reached() {
        return database.jdbc()
                .sql("SELECT coalesce(max(last_message), 0), coalesce(max(last_account), 0),"
                        + " coalesce(max(last_conversation), 0), coalesce(max(last_place), 0),"
                        + " coalesce(max(last_content), 0) FROM case_erasure WHERE case_id = current_case()")
                .query((row, number) ->
                        new Reached(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .single();
    }

    /** The highest number that a content of media had before an erasure, or 0. */
    public int lastContent() {
        return reached().content();
    }

    /** Archives of disclosures that purges have released, over all cases; destroyed ones are noted when they are gone. */
    public void forEachReleased(Consumer<Sha256Digest> destroy) {
        database.inScope(Scope.VAULT, () -> {
            List<String> lines = database.jdbc()
                    .sql("SELECT archives FROM case_erasure WHERE archives <> '' ORDER BY case_id, sequence FOR UPDATE")
                    .query((row, number) -> row.getString(1))
                    .list();
            lines.stream()
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .map(Sha256Digest::new)
                    .forEach(destroy);
            return database.jdbc()
                    .sql("UPDATE case_erasure SET archives = '' WHERE archives <> ''")
                    .update();
        });
    }
}
