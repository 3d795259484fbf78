package suluh.app.flow;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import suluh.app.store.PersonRow;
import suluh.core.casework.Role;
import suluh.core.ledger.EntryKind;

/** Finds who signs in, and records that they did; the door checks the password. */
public final class SignIn {
    private final House house;

    public SignIn(House house) {
        this.house = house;
    }

    /** By what a person showed who they are. */
    public enum Way {
        PASSWORD,
        PASSKEY,
        PROVIDER;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Who may sign in under a name.
     *
     * @param passwordHash Argon2id in its standard text form
     */
    public record Account(
            String personId, String agency, String login, String displayName, String passwordHash, Set<Role> roles) {}

    /** The active person of this sign-in name. */
    public Optional<Account> find(String login) {
        return active(house.people().byLogin(login));
    }

    /** The active person of this id. */
    public Optional<Account> byId(String id) {
        return active(house.people().byId(id));
    }

    private static Optional<Account> active(Optional<PersonRow> found) {
        return found.filter(PersonRow::isActive)
                .map(person -> new Account(
                        person.id(),
                        person.agency(),
                        person.login(),
                        person.displayName(),
                        person.passwordHash(),
                        person.roles()));
    }

    /** Records a sign-in that succeeded. */
    public void signedIn(Account account, Way way) {
        house.database().inTransaction(() -> {
            house.ledger()
                    .append(new Acting(account.agency(), account.personId())
                            .entry(
                                    EntryKind.SIGNED_IN,
                                    house.clock().instant(),
                                    "",
                                    Map.of("way", way.wire()),
                                    Map.of(),
                                    Map.of()));
            return true;
        });
    }
}
