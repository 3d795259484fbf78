package suluh.app.flow;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import suluh.app.host.Secrets;
import suluh.app.store.PersonRow;
import suluh.app.store.Scope;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Refusal;
import suluh.core.ledger.EntryKind;

/** Adds a person who may sign in: an administrator does, for the own agency; the set-up link makes the first one. */
public final class AddPerson {
    /** NIST SP 800-63B (2025): length is what counts. */
    public static final int MIN_PASSWORD_CHARS = 12;

    private static final int MAX_TEXT_CHARS = 200;

    private final House house;
    private final UnaryOperator<String> passwordHash;

    /** @param passwordHash Argon2id in its standard text form */
    public AddPerson(House house, UnaryOperator<String> passwordHash) {
        this.house = house;
        this.passwordHash = passwordHash;
    }

    /** Who is to be added. */
    public record NewPerson(String agency, String login, String displayName, Set<Role> roles) {
        public NewPerson {
            roles = Set.copyOf(roles);
        }
    }

    /** True while no administrator may sign in: then the set-up link makes one. */
    public boolean isFirst() {
        return !hasAdministrator(Optional.empty());
    }

    /** The first person of an installation, an administrator; refused once there is one. */
    public Outcome<String> first(String agency, String login, String displayName, String password) {
        if (!isFirst()) {
            return Outcome.refused(CaseworkCode.ROLE_MISSING, "There is an administrator already; sign in as one.");
        }
        String id = freshId();
        return add(
                new Acting(agency, id),
                id,
                new NewPerson(agency, login, displayName, Set.of(Role.ADMINISTRATOR)),
                password);
    }

    /**
     * The new person's id, or why there is none; a refusal writes nothing but itself.
     *
     * <p>An administrator looks after the own agency, and makes the first administrator of one that has none.
     */
    public Outcome<String> run(Acting acting, NewPerson person, String password) {
        return house.access().inHouse(acting, Act.MANAGE_PEOPLE).then(allowed -> {
            boolean isFirstOfAgency = person.roles().equals(Set.of(Role.ADMINISTRATOR))
                    && !hasAdministrator(Optional.of(person.agency()));
            if (!acting.mayLookAfter(person.agency()) && !isFirstOfAgency) {
                return house.access().recorded(acting, Act.MANAGE_PEOPLE, "", ChangePerson.otherAgency());
            }
            return add(acting, freshId(), person, password);
        });
    }

    private Outcome<String> add(Acting acting, String id, NewPerson person, String password) {
        Optional<Refusal> refusal = refusal(person, password);
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        Instant now = house.clock().instant();
        String hash = passwordHash.apply(password);
        house.database().inScope(Scope.PEOPLE, () -> {
            house.people()
                    .add(new PersonRow(
                            id,
                            person.agency(),
                            person.login(),
                            person.displayName(),
                            hash,
                            now,
                            person.roles(),
                            true,
                            1));
            house.ledger()
                    .append(acting.entry(
                            EntryKind.PERSON_ADDED,
                            now,
                            "",
                            Map.of("person", id, "roles", ChangePerson.wire(person.roles())),
                            Map.of(),
                            Map.of()));
            return true;
        });
        return Outcome.done(id);
    }

    private Optional<Refusal> refusal(NewPerson person, String password) {
        if (!house.register().agencies().containsKey(person.agency())) {
            return Optional.of(Refusal.of(
                    CaseworkCode.AGENCY_UNKNOWN, "No agency \"" + person.agency() + "\" stands in the register."));
        }
        if (!isText(person.login()) || !isText(person.displayName())) {
            return Optional.of(Refusal.of(CaseworkCode.PERSON_INCOMPLETE, "A person needs a sign-in name and a name."));
        }
        if (password.length() < MIN_PASSWORD_CHARS || password.length() > MAX_TEXT_CHARS) {
            return Optional.of(Refusal.of(
                    CaseworkCode.PASSWORD_SHORT, "The password needs at least " + MIN_PASSWORD_CHARS + " characters."));
        }
        if (person.roles().isEmpty() || !Role.mayBeHeldTogether(person.roles())) {
            return Optional.of(ChangePerson.rolesConflict());
        }
        if (house.people().byLogin(person.login()).isPresent()) {
            return Optional.of(Refusal.of(CaseworkCode.LOGIN_TAKEN, "That sign-in name is taken."));
        }
        return Optional.empty();
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= MAX_TEXT_CHARS;
    }

    private boolean hasAdministrator(Optional<String> agency) {
        return house.people().all().stream()
                .filter(person -> agency.isEmpty() || agency.get().equals(person.agency()))
                .anyMatch(person -> person.isActive() && person.roles().contains(Role.ADMINISTRATOR));
    }

    private static String freshId() {
        return "p-" + HexFormat.of().formatHex(Secrets.bytes(8));
    }
}
