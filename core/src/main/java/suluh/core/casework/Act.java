package suluh.core.casework;

import static suluh.core.casework.Role.ADMINISTRATOR;
import static suluh.core.casework.Role.ANALYST;
import static suluh.core.casework.Role.AUDITOR;
import static suluh.core.casework.Role.INTAKE;
import static suluh.core.casework.Role.INVESTIGATOR;
import static suluh.core.casework.Role.LIAISON;
import static suluh.core.casework.Role.PRESERVATION;
import static suluh.core.casework.Role.SUPERVISOR;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a person can do, and the roles that may do it: the table of {@code docs/access.md}.
 *
 * <p>An act in a case is open to members whose role there is named, while the case's authority is in force. An act
 * outside any case is open to persons who hold a role named.
 */
public enum Act {
    // Outside any case.
    LIST_CASES(Where.HOUSE, INTAKE, PRESERVATION, ANALYST, INVESTIGATOR, SUPERVISOR, LIAISON, AUDITOR, ADMINISTRATOR),
    HANDLE_COMPLAINTS(Where.HOUSE, INTAKE, SUPERVISOR),
    OPEN_CASE(Where.HOUSE, INVESTIGATOR, SUPERVISOR),
    LOOK_UP_CONFLICTS(Where.HOUSE, ANALYST, INVESTIGATOR, SUPERVISOR),
    SEE_REGISTERS(
            Where.HOUSE, INTAKE, PRESERVATION, ANALYST, INVESTIGATOR, SUPERVISOR, LIAISON, AUDITOR, ADMINISTRATOR),
    PROVE_LEDGER(Where.HOUSE, INTAKE, PRESERVATION, ANALYST, INVESTIGATOR, SUPERVISOR, LIAISON, AUDITOR, ADMINISTRATOR),
    AUDIT(Where.HOUSE, AUDITOR),
    MANAGE_PEOPLE(Where.HOUSE, ADMINISTRATOR),
    MANAGE_KEYS(Where.HOUSE, ADMINISTRATOR),
    KEEP_HASH_LISTS(Where.HOUSE, SUPERVISOR),
    SEE_EXPOSURE(Where.HOUSE, SUPERVISOR),
    SET_EXPOSURE_LIMIT(Where.HOUSE, SUPERVISOR),
    SEE_HEALTH(Where.HOUSE, SUPERVISOR, AUDITOR, ADMINISTRATOR),

    // In a case.
    VIEW_CASE(Where.CASE, INTAKE, PRESERVATION, ANALYST, INVESTIGATOR, SUPERVISOR, LIAISON),
    READ_CONTENT(Where.CASE, ANALYST, INVESTIGATOR, SUPERVISOR),
    SHOW_BYTES(Where.CASE, PRESERVATION, ANALYST, INVESTIGATOR, SUPERVISOR),
    VIEW_EVIDENCE(Where.CASE, PRESERVATION, ANALYST, INVESTIGATOR, SUPERVISOR),
    VERIFY_EVIDENCE(Where.CASE, PRESERVATION, ANALYST, INVESTIGATOR, SUPERVISOR),
    SEAL_EVIDENCE(Where.CASE, PRESERVATION, INVESTIGATOR, SUPERVISOR),
    READ_EVIDENCE(Where.CASE, PRESERVATION, ANALYST, INVESTIGATOR, SUPERVISOR),
    ANALYSE_CASE(Where.CASE, ANALYST, INVESTIGATOR, SUPERVISOR),
    REVIEW_FINDINGS(Where.CASE, ANALYST, INVESTIGATOR, SUPERVISOR),
    WRITE_NOTES(Where.CASE, PRESERVATION, ANALYST, INVESTIGATOR, SUPERVISOR, LIAISON),
    ASSIGN_TASKS(Where.CASE, INVESTIGATOR, SUPERVISOR),
    DECIDE(Where.CASE, INVESTIGATOR, SUPERVISOR),
    MARK_CASE(Where.CASE, INVESTIGATOR, SUPERVISOR),
    CLOSE_OR_REOPEN_CASE(Where.CASE, SUPERVISOR),
    MAKE_REQUESTS(Where.CASE, PRESERVATION, INVESTIGATOR, SUPERVISOR),
    FOLLOW_REQUESTS(Where.CASE, PRESERVATION, INVESTIGATOR, SUPERVISOR, LIAISON),
    ASSEMBLE_BUNDLE(Where.CASE, INVESTIGATOR, SUPERVISOR),
    DISCLOSE(Where.CASE_BY_TWO, INVESTIGATOR, SUPERVISOR),
    REVEAL_MEDIA(Where.CASE, ANALYST, INVESTIGATOR, SUPERVISOR),
    ASSESS_MEDIA(Where.CASE, ANALYST, INVESTIGATOR, SUPERVISOR),
    MARK_CHILD(Where.CASE, ANALYST, INVESTIGATOR, SUPERVISOR),
    UNMASK_CHILD(Where.CASE_BY_TWO, INVESTIGATOR, SUPERVISOR),
    PURGE_EVIDENCE(Where.CASE_BY_TWO, SUPERVISOR),
    MANAGE_MEMBERS(Where.CASE, INVESTIGATOR, SUPERVISOR),
    BRING_IN_AGENCY(Where.CASE, SUPERVISOR);

    private enum Where {
        HOUSE,
        CASE,
        CASE_BY_TWO
    }

    private final Where where;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set of an enum
    private final Set<Role> roles;

    Act(Where where, Role... roles) {
        EnumSet<Role> set = EnumSet.noneOf(Role.class);
        Collections.addAll(set, roles);
        this.where = where;
        this.roles = Collections.unmodifiableSet(set);
    }

    /** Name in entries and documents: {@code seal-evidence}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Roles that may do it, in the order of {@link Role}. */
    public Set<Role> roles() {
        return roles;
    }

    /** True when it is done in a case, by a member, under an authority in force. */
    public boolean isInCase() {
        return where != Where.HOUSE;
    }

    /** True when it may be done in a closed case too: looking at what is there, reopening, and the purge. */
    public boolean isOpenInClosedCase() {
        return switch (this) {
            case VIEW_CASE,
                    READ_CONTENT,
                    SHOW_BYTES,
                    VIEW_EVIDENCE,
                    VERIFY_EVIDENCE,
                    CLOSE_OR_REOPEN_CASE,
                    DISCLOSE,
                    UNMASK_CHILD,
                    PURGE_EVIDENCE,
                    MANAGE_MEMBERS -> true;
            case LIST_CASES,
                    HANDLE_COMPLAINTS,
                    OPEN_CASE,
                    LOOK_UP_CONFLICTS,
                    SEE_REGISTERS,
                    PROVE_LEDGER,
                    AUDIT,
                    MANAGE_PEOPLE,
                    MANAGE_KEYS,
                    KEEP_HASH_LISTS,
                    SEE_EXPOSURE,
                    SET_EXPOSURE_LIMIT,
                    SEE_HEALTH,
                    SEAL_EVIDENCE,
                    READ_EVIDENCE,
                    ANALYSE_CASE,
                    REVIEW_FINDINGS,
                    WRITE_NOTES,
                    ASSIGN_TASKS,
                    DECIDE,
                    MARK_CASE,
                    MAKE_REQUESTS,
                    FOLLOW_REQUESTS,
                    ASSEMBLE_BUNDLE,
                    REVEAL_MEDIA,
                    ASSESS_MEDIA,
                    MARK_CHILD,
                    BRING_IN_AGENCY -> false;
        };
    }

    /** True when another person has to approve it first. */
    public boolean needsTwoPersons() {
        return where == Where.CASE_BY_TWO;
    }
}
