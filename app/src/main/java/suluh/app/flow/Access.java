package suluh.app.flow;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.AccessStore;
import suluh.app.store.AccessStore.Membership;
import suluh.app.store.AccessStore.Standing;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/**
 * Decides whether a person may do an act; every flow asks first, in one line.
 *
 * <p>In a case: the person is active, is a member now, still holds the role of the membership, the role may do the act,
 * and the case's authority is in force today. Asked anew each time, so a lapse, a lost role or a deactivation closes at
 * once what was open. A refusal is recorded in the ledger, and nothing else is written. Who is no member learns nothing:
 * to them there is no such case.
 */
public final class Access {
    private static final Pattern CASE_NUMBER = Pattern.compile("SU-\\d{4}-\\d{4,9}");

    private final House house;
    private final AccessStore store;

    Access(House house) {
        this.house = house;
        this.store = new AccessStore(house.database());
    }

    /** The case, opened for this act, or why not. */
    public Outcome<OpenedCase> inCase(Acting acting, String number, Act act) {
        return recorded(acting, act, number, decideInCase(acting, number, act));
    }

    /** The same for a case that is open already: what was allowed before may have ended since. */
    public Outcome<OpenedCase> stillIn(OpenedCase opened, Act act) {
        return inCase(opened.acting(), opened.number(), act);
    }

    /** Whoever acts, when they may do this act outside any case, or why not. */
    public Outcome<Acting> inHouse(Acting acting, Act act) {
        return recorded(acting, act, "", decideInHouse(acting, act));
    }

    /** Records that a member looked at content of a case: ids of what, and figures such as where it began. */
    public void looked(OpenedCase opened, Map<String, String> subject, Map<String, Long> figures) {
        house.database().inTransaction(() -> {
            house.ledger()
                    .append(opened.acting()
                            .entry(
                                    EntryKind.CONTENT_SHOWN,
                                    house.clock().instant(),
                                    opened.number(),
                                    subject,
                                    Map.of(),
                                    figures));
            return true;
        });
    }

    /** This outcome; a refusal is recorded in the ledger as the refusal of this act. */
    public <T> Outcome<T> recorded(Acting acting, Act act, String number, Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            String known = CASE_NUMBER.matcher(number).matches() ? number : "";
            house.database().inTransaction(() -> {
                house.ledger()
                        .append(acting.entry(
                                EntryKind.ACCESS_REFUSED,
                                house.clock().instant(),
                                known,
                                Map.of(
                                        "act", act.wire(),
                                        "code", refused.refusal().code().name()),
                                Map.of(),
                                Map.of()));
                return true;
            });
        }
        return outcome;
    }

    private Outcome<OpenedCase> decideInCase(Acting acting, String number, Act act) {
        if (!act.isInCase()) {
            throw new IllegalArgumentException(act.wire() + " is done outside any case");
        }
        Outcome<Standing> standing = active(acting, number);
        return standing.then(person -> {
            Optional<Membership> membership = person.membership();
            if (membership.isEmpty()) {
                return Outcome.refused(
                        CaseworkCode.CASE_UNKNOWN, "There is no case " + number + " that you are a member of.");
            }
            Role role = membership.get().role();
            if (!person.roles().contains(role) || !act.roles().contains(role)) {
                return roleMissing(act, "In case " + number + " you act as " + role.wire());
            }
            if (membership.get().isClosed() && !act.isOpenInClosedCase()) {
                return Outcome.refused(
                        CaseworkCode.CASE_CLOSED,
                        "Case " + number + " is closed. A supervisor can reopen it and has to give a reason.");
            }
            LocalDate today = house.today();
            var row = membership.get().row();
            return house.register()
                    .mandate(row.offence(), row.authority(), today)
                    .then(mandate -> Outcome.done(new OpenedCase(row.id(), row.number(), acting, mandate, role)));
        });
    }

    private Outcome<Acting> decideInHouse(Acting acting, Act act) {
        if (act.isInCase()) {
            throw new IllegalArgumentException(act.wire() + " is done in a case");
        }
        return active(acting, "").then(person -> {
            if (person.roles().stream().noneMatch(act.roles()::contains)) {
                return roleMissing(act, "You hold the roles " + wire(person.roles()));
            }
            return Outcome.done(acting);
        });
    }

    private Outcome<Standing> active(Acting acting, String number) {
        Optional<Standing> found = store.standing(acting.person(), number);
        boolean isKnown = found.filter(
                        person -> acting.isOperator() || person.agency().equals(acting.agency()))
                .isPresent();
        if (!isKnown || !found.get().isActive()) {
            return Outcome.refused(
                    CaseworkCode.PERSON_INACTIVE,
                    "Nobody active acts under this id for this agency; ask an administrator.");
        }
        return Outcome.done(found.get());
    }

    private static <T> Outcome<T> roleMissing(Act act, String standing) {
        return Outcome.refused(
                CaseworkCode.ROLE_MISSING,
                standing + "; " + act.wire() + " is for: " + wire(act.roles()) + ". Ask a supervisor.");
    }

    private static String wire(java.util.Collection<Role> roles) {
        return roles.stream().sorted().map(Role::wire).collect(Collectors.joining(", "));
    }
}
