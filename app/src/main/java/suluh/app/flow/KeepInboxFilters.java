package suluh.app.flow;

import java.time.Instant;
import java.util.List;
import suluh.app.store.InboxFilterStore.KeptFilter;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.Outcome;

/** Keeps filters of the inbox under names, each for the person alone who keeps it. */
public final class KeepInboxFilters {
    /** Filters of one person; more nobody finds again. */
    static final int MAX_KEPT = 30;

    private static final int MAX_NAME_CHARS = 80;

    private final House house;

    public KeepInboxFilters(House house) {
        this.house = house;
    }

    /** Filters that the person keeps, by name. */
    public Outcome<List<KeptFilter>> all(Acting acting) {
        return house.access().inHouse(acting, Act.HANDLE_COMPLAINTS).then(allowed -> Outcome.done(kept(acting)));
    }

    private List<KeptFilter> kept(Acting acting) {
        return house.database()
                .asPerson(acting.person(), () -> house.inboxFilters().all());
    }

    /** Keeps a filter, in the place of one of the same name; gives the name. */
    public Outcome<String> keep(Acting acting, InboxFilter filter, String name) {
        return house.access().inHouse(acting, Act.HANDLE_COMPLAINTS).then(allowed -> {
            String named = name.strip();
            boolean isFull = kept(acting).size() >= MAX_KEPT
                    && kept(acting).stream().noneMatch(one -> one.name().equals(named));
            if (named.isEmpty() || named.length() > MAX_NAME_CHARS || filter.isEmpty() || isFull) {
                return Outcome.refused(
                        CaseworkCode.FILTER_INCOMPLETE,
                        "A filter is kept with something to narrow by and a name of at most " + MAX_NAME_CHARS
                                + " characters; a person keeps at most " + MAX_KEPT + ".");
            }
            Instant now = house.clock().instant();
            house.database().asPerson(acting.person(), () -> {
                house.inboxFilters().keep(acting.person(), new KeptFilter(named, filter.wire()), now);
                return true;
            });
            return Outcome.done(named);
        });
    }

    /** Drops the filter of this name, if there is one; gives the name. */
    public Outcome<String> drop(Acting acting, String name) {
        return house.access().inHouse(acting, Act.HANDLE_COMPLAINTS).then(allowed -> {
            house.database()
                    .asPerson(acting.person(), () -> house.inboxFilters().drop(name));
            return Outcome.done(name);
        });
    }
}
