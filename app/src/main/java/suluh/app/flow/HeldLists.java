package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import suluh.app.media.list.HashListContent;
import suluh.app.media.list.HashListReader;
import suluh.app.media.list.KeptList;
import suluh.app.media.list.KnownHashes;
import suluh.app.store.HashListStore;
import suluh.app.store.StoreException;
import suluh.app.store.vault.Vault;
import suluh.core.kernel.Outcome;

/**
 * The lists of known hashes in use, ready for questions.
 *
 * <p>Each question works on one snapshot: while a list is replaced it sees the old or the new one, whole. A list is read
 * out of its vault once and stays in memory, about 110 bytes a PDQ hash. Thread-safe.
 */
final class HeldLists {
    private final HashListStore store;
    private final Vault vault;
    private volatile Map<Integer, KnownHashes> ready = Map.of();

    HeldLists(HashListStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /**
     * A list that can be asked.
     *
     * @param row what it is
     */
    record HeldList(KeptList row, KnownHashes known) {}

    /** The latest edition of each list, in the order of import. */
    List<HeldList> current() {
        List<KeptList> rows = store.current();
        Map<Integer, KnownHashes> known = ready;
        if (!known.keySet().equals(rows.stream().map(KeptList::id).collect(Collectors.toSet()))) {
            known = made(rows);
        }
        List<HeldList> lists = new ArrayList<>();
        for (KeptList row : rows) {
            KnownHashes one = known.get(row.id());
            if (one == null) {
                throw new IllegalStateException("a list that was made ready is gone");
            }
            lists.add(new HeldList(row, one));
        }
        return lists;
    }

    /** Makes a list that was just read ready under its number. */
    synchronized void add(int id, KnownHashes known) {
        Map<Integer, KnownHashes> next = new HashMap<>(ready);
        next.put(id, known);
        ready = Map.copyOf(next);
    }

    private synchronized Map<Integer, KnownHashes> made(List<KeptList> rows) {
        Map<Integer, KnownHashes> next = new HashMap<>();
        for (KeptList row : rows) {
            KnownHashes known = ready.get(row.id());
            next.put(row.id(), known == null ? new KnownHashes(read(row)) : known);
        }
        ready = Map.copyOf(next);
        return ready;
    }

    private HashListContent read(KeptList row) {
        Outcome<HashListContent> content;
        try (InputStream in = vault.open(row.sha256())) {
            content = HashListReader.read(in, records -> {});
        } catch (IOException e) {
            throw unreadable(row, e.getMessage(), e);
        }
        return switch (content) {
            case Outcome.Done<HashListContent> done -> done.value();
            case Outcome.Refused<HashListContent> refused ->
                throw unreadable(row, refused.refusal().message(), null);
        };
    }

    private static StoreException unreadable(KeptList row, @Nullable String why, @Nullable Throwable cause) {
        String sentence = "List " + row.id() + " could not be read out of its vault: " + why
                + " Restore DATA/lists and keys/lists.key from their backup, or import the list again.";
        return cause == null ? new StoreException(sentence) : new StoreException(sentence, cause);
    }
}
