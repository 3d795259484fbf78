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

    /**
     * A person as the list of people shows them.
     *
     * @param version counts the changes, so that nobody overwrites what they have not seen
     */
    public record PersonLine(
            String id,
            String agency,
            String login,
            String displayName,
            List<Role> roles,
            boolean isActive,
            int version) {}

    /**
     * What a person is to become.
     *
     * @param roles exactly these
     * @param isActive false closes everything to the person at once; roles and memberships stay as they are
     * @param version that the one who changes has seen
     */
    public record Change(String id, Set<Role> roles, boolean isActive, int version) {
        public Change {
            roles = Set.copyOf(roles);
        }
    }

    /** Everybody of the administrator's agency; of all agencies for the operator of the machine. */
    public Outcome<List<PersonLine>> list(Acting acting) {
        return house.access()
                .inHouse(acting, Act.MANAGE_PEOPLE)
                .then(allowed -> Outcome.done(house.people().all().stream()
                        .filter(person -> acting.mayLookAfter(person.agency()))
                        .map(ChangePerson::line)
                        .toList()));
    }

    /** One person of the administrator's agency. */
    public Outcome<PersonLine> find(Acting acting, String id) {
        return house.access()
                .inHouse(acting, Act.MANAGE_PEOPLE)
                .then(allowed -> own(acting, id))
                .then(person -> Outcome.done(line(person)));
    }

    /** Changes a person, unless somebody else did since the version that was seen. */
    public Outcome<PersonLine> change(Acting acting, Change change) {
        if (change.roles().isEmpty() || !Role.mayBeHeldTogether(change.roles())) {
            return new Outcome.Refused<>(rolesConflict());
        }
        return house.access()
                .inHouse(acting, Act.MANAGE_PEOPLE)
                .then(allowed -> own(acting, change.id()))
                .then(person -> store(acting, change)
                        ? own(acting, change.id()).then(changed -> Outcome.done(line(changed)))
                        : Outcome.refused(
                                CaseworkCode.CHANGED_SINCE,
                                "Somebody changed this person since; look again and decide anew."));
    }

    private Outcome<PersonRow> own(Acting acting, String id) {
        Optional<PersonRow> found = house.people().byId(id);
        if (found.isEmpty()) {
            return Outcome.refused(CaseworkCode.PERSON_UNKNOWN, "Nobody has the id " + id + ".");
        }
        return acting.mayLookAfter(found.get().agency())
                ? Outcome.done(found.get())
                : house.access().recorded(acting, Act.MANAGE_PEOPLE, "", otherAgency());
    }

    private boolean store(Acting acting, Change change) {
        Instant now = house.clock().instant();
        return house.database().inScope(Scope.PEOPLE, () -> {
            boolean isChanged = house.people().change(change.id(), change.roles(), change.isActive(), change.version());
            if (isChanged) {
                house.ledger()
                        .append(acting.entry(
                                EntryKind.PERSON_CHANGED,
                                now,
                                "",
                                Map.of(
                                        "person", change.id(),
                                        "roles", wire(change.roles()),
                                        "state", change.isActive() ? "active" : "deactivated"),
                                Map.of(),
                                Map.of()));
            }
            return isChanged;
        });
    }

    private static PersonLine line(PersonRow row) {
        return new PersonLine(
                row.id(),
                row.agency(),
                row.login(),
                row.displayName(),
                row.roles().stream().sorted().toList(),
                row.isActive(),
                row.version());
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
