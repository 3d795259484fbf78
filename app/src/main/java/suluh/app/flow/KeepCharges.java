package suluh.app.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.PersonInCharge;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/**
 * Keeps the register of persons in charge of computers and activities, from which certificates are drafted.
 *
 * <p>An administrator keeps the persons of the own agency. A charge is never changed, only ended, so that a certificate
 * can name who was in charge on the day.
 */
public final class KeepCharges {
    private static final int MAX_CHARS = 200;

    private final House house;

    public KeepCharges(House house) {
        this.house = house;
    }

    /** Everybody who is or was in charge at the agency of the person who acts. */
    public Outcome<List<PersonInCharge>> all(Acting acting) {
        return house.access()
                .inHouse(acting, Act.MANAGE_PEOPLE)
                .then(allowed -> Outcome.done(house.charges().all().stream()
                        .filter(person -> person.agency().equals(allowed.agency()))
                        .toList()));
    }

    /** Keeps a person in charge; gives the number in the register. */
    public Outcome<Integer> add(Acting acting, PersonInCharge person) {
        return house.access().inHouse(acting, Act.MANAGE_PEOPLE).then(allowed -> {
            for (String text : List.of(person.computer(), person.use(), person.name(), person.position())) {
                if (text.isBlank() || text.length() > MAX_CHARS) {
                    return Outcome.refused(
                            CaseworkCode.CHARGE_INCOMPLETE,
                            "Say which computer, what it is used for, who is in charge and in which office, each in at"
                                    + " most " + MAX_CHARS + " characters.");
                }
            }
            int id = house.charges().add(person, allowed.person(), house.clock().instant());
            append(allowed, EntryKind.CHARGE_KEPT, id);
            return Outcome.done(id);
        });
    }

    /** Ends a charge today. */
    public Outcome<Integer> end(Acting acting, int id) {
        return house.access().inHouse(acting, Act.MANAGE_PEOPLE).then(allowed -> {
            LocalDate today = house.today();
            if (!house.charges().end(allowed.agency(), id, today)) {
                return Outcome.refused(
                        CaseworkCode.CHARGE_INCOMPLETE, "Your agency has no charge " + id + " that is still running.");
            }
            append(allowed, EntryKind.CHARGE_ENDED, id);
            return Outcome.done(id);
        });
    }

    private void append(Acting acting, EntryKind kind, int id) {
        house.database().inTransaction(() -> {
            house.ledger()
                    .append(acting.entry(
                            kind,
                            house.clock().instant(),
                            "",
                            Map.of("charge", String.valueOf(id)),
                            Map.of(),
                            Map.of()));
            return true;
        });
    }
}
