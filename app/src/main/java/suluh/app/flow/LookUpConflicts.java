package suluh.app.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.PersonRow;
import suluh.app.store.TargetMarkStore.Match;
import suluh.core.casework.Act;
import suluh.core.casework.targets.Target;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/**
 * Finds out whether another case looks at the same target, in either agency, and says no more than whom to call.
 *
 * <p>Cases leave keyed digests behind ({@code target_mark}); neither a target nor a case can be read from them, and the
 * answer names neither.
 */
public final class LookUpConflicts {
    private final House house;

    public LookUpConflicts(House house) {
        this.house = house;
    }

    /**
     * Another case looks at this too.
     *
     * @param target what the asker knows already
     * @param agency id of the agency to call
     * @param contact name of the person to call there
     */
    public record Conflict(Target target, String agency, String contact) {}

    /** Matches of what this case looks at; the lookup is recorded. */
    public Outcome<List<Conflict>> run(OpenedCase opened) {
        return house.access()
                .stillIn(opened, Act.VIEW_CASE)
                .then(open -> house.access().inHouse(open.acting(), Act.LOOK_UP_CONFLICTS))
                .then(acting -> Outcome.done(found(opened)));
    }

    private List<Conflict> found(OpenedCase opened) {
        List<Target> targets = house.database().inCase(opened.id(), () -> {
            house.ledger()
                    .append(opened.acting()
                            .entry(
                                    EntryKind.CONFLICTS_LOOKED_UP,
                                    house.clock().instant(),
                                    opened.number(),
                                    Map.of(),
                                    Map.of(),
                                    Map.of()));
            return house.course().targets().stream().map(row -> row.target()).toList();
        });
        List<Conflict> conflicts = new ArrayList<>();
        for (Target target : targets) {
            for (Match match :
                    house.targetMarks().matches(List.of(digest(house, target.key())), holder(house, opened))) {
                conflicts.add(new Conflict(target, match.agency(), name(match.contact())));
            }
        }
        return conflicts;
    }

    private String name(String person) {
        return house.people().byId(person).map(PersonRow::displayName).orElse(person);
    }

    /** Leaves the marks of these targets; inside a transaction it takes part in it. */
    static void mark(House house, OpenedCase opened, Collection<String> keys) {
        if (!keys.isEmpty()) {
            house.targetMarks()
                    .mark(
                            keys.stream().map(key -> digest(house, key)).toList(),
                            holder(house, opened),
                            opened.acting().agency(),
                            opened.acting().person());
        }
    }

    /** Removes the marks of a case that ended. */
    static void clear(House house, OpenedCase opened) {
        house.targetMarks().clear(holder(house, opened));
    }

    private static String digest(House house, String key) {
        return house.digests().of("target", key);
    }

    private static String holder(House house, OpenedCase opened) {
        return house.digests().of("case", opened.number());
    }
}
