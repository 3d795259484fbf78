package suluh.app.flow;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import suluh.app.host.Secrets;
import suluh.app.store.PersonRow;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/** Adds a person who may sign in. */
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

    /** True while nobody may sign in yet. */
    public boolean isFirst() {
        return house.people().isEmpty();
    }

    /** The new person's id, or why there is none; a refusal writes nothing. */
    public Outcome<String> run(String agency, String login, String displayName, String password) {
        if (!house.register().agencies().containsKey(agency)) {
            return Outcome.refused(CaseworkCode.AGENCY_UNKNOWN, "No agency \"" + agency + "\" stands in the register.");
        }
        if (login.isBlank()
                || displayName.isBlank()
                || login.length() > MAX_TEXT_CHARS
                || displayName.length() > MAX_TEXT_CHARS) {
            return Outcome.refused(CaseworkCode.PERSON_INCOMPLETE, "A person needs a sign-in name and a name.");
        }
        if (password.length() < MIN_PASSWORD_CHARS || password.length() > MAX_TEXT_CHARS) {
            return Outcome.refused(
                    CaseworkCode.PASSWORD_SHORT, "The password needs at least " + MIN_PASSWORD_CHARS + " characters.");
        }
        if (house.people().byLogin(login).isPresent()) {
            return Outcome.refused(CaseworkCode.LOGIN_TAKEN, "That sign-in name is taken.");
        }
        Instant now = house.clock().instant();
        String id = "p-" + HexFormat.of().formatHex(Secrets.bytes(8));
        String hash = passwordHash.apply(password);
        house.database().inTransaction(() -> {
            house.people().add(new PersonRow(id, agency, login, displayName, hash, now));
            house.ledger()
                    .append(new Acting(agency, id)
                            .entry(EntryKind.PERSON_ADDED, now, "", Map.of("person", id), Map.of(), Map.of()));
            return true;
        });
        return Outcome.done(id);
    }
}
