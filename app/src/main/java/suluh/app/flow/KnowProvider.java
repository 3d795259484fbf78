package suluh.app.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import suluh.app.host.SignInSettings;
import suluh.app.store.PasskeyStore;
import suluh.app.store.PersonRow;
import suluh.app.store.Scope;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/**
 * The sign-in provider (OpenID Connect) and which of its subjects is which person; nobody comes in whom an administrator
 * has not bound to a person who was there before.
 */
public final class KnowProvider {
    /** OpenID Connect Core 1.0, section 2: a subject has at most 255 ASCII characters. */
    private static final int MAX_SUBJECT_CHARS = 255;

    private final House house;

    public KnowProvider(House house) {
        this.house = house;
    }

    /** The settings of this installation. */
    public SignInSettings settings() {
        try {
            return SignInSettings.of(house.folder().keys());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Binds a subject of the configured provider to a person of the administrator's agency; none unbinds. */
    public Outcome<String> bind(Acting acting, String personId, String subject) {
        return house.access().inHouse(acting, Act.MANAGE_PEOPLE).then(allowed -> {
            Optional<PersonRow> person = house.people().byId(personId);
            Optional<SignInSettings.Provider> provider = settings().provider();
            if (person.isEmpty() || provider.isEmpty()) {
                return Outcome.refused(
                        CaseworkCode.PERSON_UNKNOWN,
                        "Nobody has the id " + personId + ", or this installation names no sign-in provider.");
            }
            if (!acting.mayLookAfter(person.get().agency())) {
                return house.access().recorded(acting, Act.MANAGE_PEOPLE, "", ChangePerson.otherAgency());
            }
            String plain = subject.strip();
            boolean isBound = plain.length() <= MAX_SUBJECT_CHARS
                    && house.database().inScope(Scope.KEYS, () -> {
                        boolean bound = store().bind(
                                        provider.get().issuer(),
                                        plain,
                                        personId,
                                        acting.person(),
                                        house.clock().instant());
                        if (bound) {
                            house.ledger()
                                    .append(acting.entry(
                                            EntryKind.PROVIDER_BOUND,
                                            house.clock().instant(),
                                            "",
                                            Map.of("person", personId),
                                            Map.of(),
                                            Map.of("subjects", plain.isEmpty() ? 0L : 1L)));
                        }
                        return bound;
                    });
            return isBound
                    ? Outcome.done(personId)
                    : Outcome.refused(
                            CaseworkCode.SUBJECT_TAKEN,
                            "That subject is somebody else here, or too long; a subject of the provider is one person.");
        });
    }

    /** The sign-in name of the active person that a subject is. */
    public Optional<String> loginOf(String issuer, String subject) {
        return house.database()
                .inScope(Scope.KEYS, () -> store().personOf(issuer, subject))
                .flatMap(id -> house.people().byId(id))
                .filter(PersonRow::isActive)
                .map(PersonRow::login);
    }

    private PasskeyStore store() {
        return new PasskeyStore(house.database());
    }
}
