package suluh.core.casework;

/**
 * Offence of child protection that a case may cite.
 *
 * @param code stable code, for example {@code MY-792-12}
 * @param title what it is, in neutral words
 * @param source where that stands
 */
public record Offence(String code, Wording title, LegalSource source) {}
