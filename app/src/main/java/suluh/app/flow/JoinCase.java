package suluh.app.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.CaseStore.Member;
import suluh.app.store.PersonRow;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/** Need-to-know of one case: which agencies take part, and which persons in which role; only members see it. */
public final class JoinCase {
    private final House house;

    public JoinCase(House house) {
        this.house = house;
    }

    /** Makes a person a member in this role, which they must hold; gives their id. */
    public Outcome<String> run(OpenedCase opened, String personId, Role role) {
        return house.access().stillIn(opened, Act.MANAGE_MEMBERS).then(open -> admit(open, personId, role));
    }

    /** The same for the person who signs in under this name. */
    public Outcome<String> byLogin(OpenedCase opened, String login, Role role) {
        return house.access()
                .stillIn(opened, Act.MANAGE_MEMBERS)
                .then(open -> house.people()
                        .byLogin(login.strip())
                        .map(person -> admit(open, person.id(), role))
                        .orElseGet(JoinCase::unknown));
    }

    /** Ends a person's membership at once. */
    public Outcome<String> leave(OpenedCase opened, String personId) {
        return house.access().stillIn(opened, Act.MANAGE_MEMBERS).then(open -> {
            Instant now = house.clock().instant();
            boolean hasLeft = house.database().inCase(open.id(), () -> {
                boolean left = house.cases().leave(open.id(), personId, now);
                if (left) {
                    append(open, EntryKind.CASE_LEFT, now, Map.of("person", personId));
                }
                return left;
            });
            return hasLeft ? Outcome.done(personId) : unknown();
        });
    }

    /** Brings another agency into the case; its persons are still joined one by one. */
    public Outcome<String> bringIn(OpenedCase opened, String agency) {
        return house.access().stillIn(opened, Act.BRING_IN_AGENCY).then(open -> {
            if (!house.register().agencies().containsKey(agency)) {
                return Outcome.refused(
                        CaseworkCode.AGENCY_UNKNOWN, "No agency \"" + agency + "\" stands in the register.");
            }
            Instant now = house.clock().instant();
            house.database().inCase(open.id(), () -> {
                house.cases().bringIn(open.id(), agency, now);
                append(open, EntryKind.AGENCY_JOINED, now, Map.of("agency", agency));
                return true;
            });
            return Outcome.done(agency);
        });
    }

    /** Members of the case, in the order of joining. */
    public Outcome<List<Member>> members(OpenedCase opened) {
        return house.access()
                .stillIn(opened, Act.VIEW_CASE)
                .then(open -> Outcome.done(house.cases().members(open.id())));
    }

    /** Agencies that take part, the leading one first. */
    public Outcome<List<String>> agencies(OpenedCase opened) {
        return house.access()
                .stillIn(opened, Act.VIEW_CASE)
                .then(open -> Outcome.done(house.cases().agencies(open.id())));
    }

    private Outcome<String> admit(OpenedCase opened, String personId, Role role) {
        Optional<PersonRow> person = house.people().byId(personId);
        if (person.isEmpty() || !person.get().isActive()) {
            return unknown();
        }
        if (!role.worksOnCases() || !person.get().roles().contains(role)) {
            return Outcome.refused(
                    CaseworkCode.ROLE_MISSING,
                    "This person does not hold the role " + role.wire()
                            + "; an administrator of their agency gives it.");
        }
        if (!house.cases().agencies(opened.id()).contains(person.get().agency())) {
            return Outcome.refused(
                    CaseworkCode.AGENCY_NOT_JOINED,
                    "The agency " + person.get().agency() + " takes no part in case " + opened.number()
                            + "; a supervisor brings it in first.");
        }
        Instant now = house.clock().instant();
        house.database().inCase(opened.id(), () -> {
            house.cases().join(opened.id(), personId, role, now);
            append(opened, EntryKind.CASE_JOINED, now, Map.of("person", personId, "role", role.wire()));
            return true;
        });
        return Outcome.done(personId);
    }

    private static <T> Outcome<T> unknown() {
        return Outcome.refused(
                CaseworkCode.PERSON_UNKNOWN, "No active person of this id takes part; look at the list of people.");
    }

    private void append(OpenedCase opened, EntryKind kind, Instant at, Map<String, String> subject) {
        house.ledger().append(opened.acting().entry(kind, at, opened.number(), subject, Map.of(), Map.of()));
    }
}
