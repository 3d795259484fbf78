package suluh.core.kernel;

/** Code of a refusal or of damage; each room has one enum of them, documented in {@code docs/errors.md}. */
public interface ErrorCode {
    /** Stable upper-case name, for example {@code AUTHORITY_LAPSED}; appended, never reused. */
    String name();
}
