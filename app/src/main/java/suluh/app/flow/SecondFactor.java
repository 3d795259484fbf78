package suluh.app.flow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import suluh.app.host.Secrets;
import suluh.app.host.TimeCode;
import suluh.app.store.KeyStore.SecondFactorRow;
import suluh.app.store.PersonRow;
import suluh.app.store.Scope;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/** One-time codes by time as a second factor of sign-in (RFC 6238): set up by oneself, taken away by an administrator. */
public final class SecondFactor {
    /** RFC 4226, requirement 6: at least 128 bits, better 160. */
    private static final int SECRET_BYTES = 20;

    private static final int DIGITS = 6;
    private static final String ALGORITHM = "HmacSHA1";
    /** Steps before and after the present one whose codes are taken, for clocks that differ. */
    private static final int DRIFT_STEPS = 1;

    private final House house;

    public SecondFactor(House house) {
        this.house = house;
    }

    /**
     * What is put into an authenticator program.
     *
     * @param secret Base32
     * @param address the same as an {@code otpauth:} address
     */
    public record Enrolment(String secret, String address) {}

    /** Begins a second factor for oneself; it counts once a code of it was given to {@link #confirm}. */
    public Outcome<Enrolment> begin(Acting acting, String login) {
        byte[] secret = Secrets.bytes(SECRET_BYTES);
        boolean isBegun = house.keys()
                .beginSecondFactor(acting.person(), house.secretBox().seal(acting.person(), secret));
        if (!isBegun) {
            return Outcome.refused(
                    CaseworkCode.SECOND_FACTOR_STANDS,
                    "You have a second factor; an administrator takes it away when you lost it.");
        }
        String text = TimeCode.base32(secret);
        String label =
                URLEncoder.encode("Suluh:" + login, StandardCharsets.UTF_8).replace("+", "%20");
        return Outcome.done(new Enrolment(text, "otpauth://totp/" + label + "?secret=" + text + "&issuer=Suluh"));
    }

    /** Confirms the second factor that was begun, by a code of it. */
    public Outcome<String> confirm(Acting acting, String code) {
        return use(acting, code, EntryKind.SECOND_FACTOR_SET)
                ? Outcome.done(acting.person())
                : Outcome.refused(
                        CaseworkCode.CODE_WRONG,
                        "That is not the present code; compare the clocks and try the next one.");
    }

    /** True when sign-in of this person asks for a code. */
    public boolean isAsked(String personId) {
        return house.keys()
                .secondFactor(personId)
                .filter(SecondFactorRow::isConfirmed)
                .isPresent();
    }

    /** True when this is a code of now that was not used before; it is used up. */
    public boolean accepts(String personId, String code) {
        return stepOf(personId, code)
                .filter(step -> house.database()
                        .inScope(
                                Scope.KEYS,
                                () -> house.keys()
                                        .useStep(personId, step, house.clock().instant())))
                .isPresent();
    }

    /** Takes a person's second factor away, who lost it; an administrator of the own agency does. */
    public Outcome<String> reset(Acting acting, String personId) {
        return house.access().inHouse(acting, Act.MANAGE_PEOPLE).then(allowed -> {
            Optional<PersonRow> person = house.people().byId(personId);
            if (person.isEmpty()) {
                return Outcome.refused(CaseworkCode.PERSON_UNKNOWN, "Nobody has the id " + personId + ".");
            }
            if (!acting.mayLookAfter(person.get().agency())) {
                return house.access().recorded(acting, Act.MANAGE_PEOPLE, "", ChangePerson.otherAgency());
            }
            house.database().inScope(Scope.KEYS, () -> {
                house.keys().dropSecondFactor(personId);
                append(acting, EntryKind.SECOND_FACTOR_RESET, personId);
                return true;
            });
            return Outcome.done(personId);
        });
    }

    private boolean use(Acting acting, String code, EntryKind kind) {
        Optional<Long> step = stepOf(acting.person(), code);
        if (step.isEmpty()) {
            return false;
        }
        Instant now = house.clock().instant();
        return house.database().inScope(Scope.KEYS, () -> {
            boolean used = house.keys().useStep(acting.person(), step.get(), now);
            if (used) {
                append(acting, kind, acting.person());
            }
            return used;
        });
    }

    private Optional<Long> stepOf(String personId, String code) {
        Optional<SecondFactorRow> row = house.keys().secondFactor(personId);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        byte[] secret = house.secretBox().open(personId, row.get().sealedSecret());
        long now = TimeCode.step(house.clock().instant());
        String digits = code.replace(" ", "");
        for (long step = now - DRIFT_STEPS; step <= now + DRIFT_STEPS; step++) {
            if (step > row.get().lastStep()
                    && TimeCode.code(secret, step, ALGORITHM, DIGITS).equals(digits)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private void append(Acting acting, EntryKind kind, String personId) {
        house.ledger()
                .append(acting.entry(
                        kind, house.clock().instant(), "", Map.of("person", personId), Map.of(), Map.of()));
    }
}
