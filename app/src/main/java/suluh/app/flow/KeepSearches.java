package suluh.app.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.SearchLogStore.Logged;
import suluh.app.store.SearchLogStore.Saved;
import suluh.core.casework.Act;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;
import suluh.core.search.SearchCode;
import suluh.core.search.SearchQuery;

/** Keeps searches of a case under names, for all its members; keeping and dropping are entries of the ledger. */
public final class KeepSearches {
    private static final int MAX_NAME_CHARS = 80;

    private final House house;

    public KeepSearches(House house) {
        this.house = house;
    }

    /**
     * A kept search.
     *
     * @param query the search as the part of an address after {@code ?}
     */
    public record KeptSearch(String id, String name, String query, String savedBy, String savedAt) {}

    /** Searches that are kept, by name. */
    public Outcome<List<KeptSearch>> all(OpenedCase opened) {
        return house.access()
                .stillIn(opened, Act.READ_CONTENT)
                .then(open -> Outcome.done(house
                        .database()
                        .inCase(open.id(), () -> house.searchLog().saved())
                        .stream()
                        .map(KeepSearches::kept)
                        .toList()));
    }

    private static KeptSearch kept(Saved saved) {
        return new KeptSearch(
                saved.id(),
                saved.name(),
                saved.query(),
                saved.savedBy(),
                saved.savedAt().toString());
    }

    /** Keeps a search; gives its id. */
    public Outcome<String> save(OpenedCase opened, SearchAsked asked, String name) {
        return house.access()
                .stillIn(opened, Act.REVIEW_FINDINGS)
                .then(open -> SearchQuery.of(asked.query()).then(query -> keep(open, asked, name.strip())));
    }

    private Outcome<String> keep(OpenedCase open, SearchAsked asked, String name) {
        if (name.isEmpty() || name.length() > MAX_NAME_CHARS || asked.isEmpty()) {
            return Outcome.refused(
                    SearchCode.SAVED_SEARCH_INCOMPLETE,
                    "A search is kept with something to look for and a name of at most " + MAX_NAME_CHARS
                            + " characters.");
        }
        Instant now = house.clock().instant();
        Logged saved = SearchCase.logged(open, asked.wire(), now);
        return house.database().inCase(open.id(), () -> {
            house.searchLog().save(open.id(), saved, name);
            house.ledger()
                    .append(open.acting()
                            .entry(
                                    EntryKind.SEARCH_SAVED,
                                    now,
                                    open.number(),
                                    Map.of("search", saved.id()),
                                    Map.of(
                                            "query",
                                            ReviewConversation.commitment(SearchCase.salt(saved), saved.query())),
                                    Map.of()));
            return Outcome.done(saved.id());
        });
    }

    /** Drops a kept search. */
    public Outcome<String> drop(OpenedCase opened, String id) {
        return house.access().stillIn(opened, Act.REVIEW_FINDINGS).then(open -> {
            Instant now = house.clock().instant();
            return house.database().inCase(open.id(), () -> {
                if (!house.searchLog().drop(id, open.acting().person(), now)) {
                    return Outcome.<String>refused(
                            SearchCode.SAVED_SEARCH_UNKNOWN,
                            "Case " + open.number() + " keeps no search of this id; see the list.");
                }
                house.ledger()
                        .append(open.acting()
                                .entry(
                                        EntryKind.SEARCH_DROPPED,
                                        now,
                                        open.number(),
                                        Map.of("search", id),
                                        Map.of(),
                                        Map.of()));
                return Outcome.done(id);
            });
        });
    }
}
