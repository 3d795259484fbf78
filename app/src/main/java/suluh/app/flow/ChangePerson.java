package suluh.app.flow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import suluh.app.store.PersonRow;
import suluh.app.store.Scope;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Refusal;
import suluh.core.ledger.EntryKind;

/** Lists people, gives them other roles, deactivates and reactivates them; an administrator does, for the own agency. */
public final class ChangePerson {
    private final House house;

    public ChangePerson(House house) {
        this.house = house;
    }

    /** A person as the list of people shows them. */
    public record PersonLine(
            String id, String agency, String login, String displayName, List<Role> roles, boolean isActive) {}

    /** Everybody of the administrator's agency; of all agencies for the operator of the machine. */
    public Outcome<List<PersonLine>> list(Acting acting) {
        return house.access()
                .inHouse(acting, Act.MANAGE_PEOPLE)
                .then(allowed -> Outcome.done(house.people().all().stream()
                        .filter(person -> acting.mayLookAfter(person.agency()))
                        .map(ChangePerson::line)
                        .toList()));
    }

    /** Gives a person exactly these roles. */
    public Outcome<PersonLine> giveRoles(Acting acting, String id, Set<Role> roles) {
        if (roles.isEmpty() || !Role.mayBeHeldTogether(roles)) {
            return new Outcome.Refused<>(rolesConflict());
        }
        return change(acting, id, person -> new State(roles, person.isActive()));
    }

    /** Closes everything to a person at once, or opens it again; roles and memberships stay as they are. */
    public Outcome<PersonLine> activate(Acting acting, String id, boolean isActive) {
        return change(acting, id, person -> new State(person.roles(), isActive));
    }

    private record State(Set<Role> roles, boolean isActive) {}

    private Outcome<PersonLine> change(Acting acting, String id, java.util.function.Function<PersonRow, State> change) {
        return house.access().inHouse(acting, Act.MANAGE_PEOPLE).then(allowed -> {
            Optional<PersonRow> found = house.people().byId(id);
            if (found.isEmpty()) {
                return Outcome.refused(CaseworkCode.PERSON_UNKNOWN, "Nobody has the id " + id + ".");
            }
            if (!acting.mayLookAfter(found.get().agency())) {
                return house.access().recorded(acting, Act.MANAGE_PEOPLE, "", otherAgency());
            }
            State state = change.apply(found.get());
            store(acting, id, state);
            return Outcome.done(line(house.people().byId(id).orElseThrow()));
        });
    }

    private void store(Acting acting, String id, State state) {
        Instant now = house.clock().instant();
        house.database().inScope(Scope.PEOPLE, () -> {
            house.people().change(id, state.roles(), state.isActive());
            house.ledger()
                    .append(acting.entry(
                            EntryKind.PERSON_CHANGED,
                            now,
                            "",
                            Map.of(
                                    "person",
                                    id,
                                    "roles",
                                    wire(state.roles()),
                                    "state",
                                    state.isActive() ? "active" : "deactivated"),
                            Map.of(),
                            Map.of()));
            return true;
        });
    }

    private static PersonLine line(PersonRow row) {
        return new PersonLine(
                row.id(),
                row.agency(),
                row.login(),
                row.displayName(),
                row.roles().stream().sorted().toList(),
                row.isActive());
    }

    static <T> Outcome<T> otherAgency() {
        return Outcome.refused(
                CaseworkCode.ROLE_MISSING, "That person is of another agency; its own administrator looks after them.");
    }

    static Refusal rolesConflict() {
        return Refusal.of(
                CaseworkCode.ROLES_CONFLICT,
                "A person needs at least one role; administrator and auditor go with no other.");
    }

    /** Roles as the ledger names them: {@code analyst+investigator}. */
    static String wire(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::wire).collect(Collectors.joining("+"));
    }
}
