package suluh.app.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import suluh.app.store.CaseRow;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Mandate;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/** Opens a case for an offence of child protection under an authority in force; without both nothing is received. */
public final class OpenCase {
    private final House house;

    public OpenCase(House house) {
        this.house = house;
    }

    /**
     * A case that was opened, with the mandate it rests on.
     *
     * @param id key in the database
     * @param number number that people use
     * @param role role in which the person acts there
     */
    public record OpenedCase(int id, String number, Acting acting, Mandate mandate, Role role) {
        /** True when the person's role may do this act; the flow that does it asks again. */
        public boolean may(Act act) {
            return act.roles().contains(role);
        }
    }

    /** The opened case, with the person as its first member, or why there is none; a refusal writes nothing but itself. */
    public Outcome<OpenedCase> run(Acting acting, String offence, String authority) {
        if (!house.register().agencies().containsKey(acting.agency())) {
            return Outcome.refused(
                    CaseworkCode.AGENCY_UNKNOWN,
                    "No agency \"" + acting.agency() + "\" stands in register "
                            + house.register().version() + "; known are: "
                            + String.join(", ", house.register().agencies().keySet()) + ".");
        }
        Instant now = house.clock().instant();
        LocalDate today = house.register().dayOf(now);
        return house.access()
                .inHouse(acting, Act.OPEN_CASE)
                .then(allowed -> house.access()
                        .recorded(acting, Act.OPEN_CASE, "", house.register().mandate(offence, authority, today))
                        .then(mandate -> Outcome.done(open(acting, now, mandate))));
    }

    private OpenedCase open(Acting acting, Instant now, Mandate mandate) {
        Role role = house.people()
                .byId(acting.person())
                .filter(person -> !person.roles().contains(Role.SUPERVISOR))
                .map(person -> Role.INVESTIGATOR)
                .orElse(Role.SUPERVISOR);
        int id = house.cases().nextId();
        return house.database().inCase(id, () -> {
            CaseRow row = house.cases().open(id, acting.agency(), acting.person(), now, mandate);
            house.cases().join(id, acting.person(), role, now);
            house.ledger()
                    .append(acting.entry(
                            EntryKind.CASE_OPENED,
                            now,
                            row.number(),
                            Map.of(
                                    "offence", mandate.offence().code(),
                                    "authority", mandate.authority().reference(),
                                    "register", mandate.registerVersion()),
                            Map.of("register", house.registerDigest()),
                            Map.of()));
            return new OpenedCase(id, row.number(), acting, mandate, role);
        });
    }
}
