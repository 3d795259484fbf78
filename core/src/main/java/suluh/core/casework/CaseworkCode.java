package suluh.core.casework;

import suluh.core.kernel.ErrorCode;

/** Refusals of the casework room. */
public enum CaseworkCode implements ErrorCode {
    OFFENCE_UNKNOWN,
    AUTHORITY_UNKNOWN,
    AUTHORITY_LAPSED,
    AUTHORITY_NOT_YET_IN_FORCE,
    AGENCY_UNKNOWN,
    NO_CASE_ACCESS,
    CASE_UNKNOWN,
    PERSON_INCOMPLETE,
    PASSWORD_SHORT,
    LOGIN_TAKEN,
    ITEM_UNKNOWN,
    SECOND_PERSON_NEEDED,
    PERSON_INACTIVE,
    ROLE_MISSING,
    ROLES_CONFLICT,
    PERSON_UNKNOWN,
    AGENCY_NOT_JOINED
}
