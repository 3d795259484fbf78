package suluh.core.identity;

import suluh.core.kernel.ErrorCode;

/** Refusals of the identity room. */
public enum IdentityCode implements ErrorCode {
    DECISION_INCOMPLETE,
    DECISION_UNKNOWN
}
