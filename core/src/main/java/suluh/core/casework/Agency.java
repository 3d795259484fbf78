package suluh.core.casework;

/**
 * Body that takes part in a probe.
 *
 * @param id short lower-case id, for example {@code mcmc}
 * @param name full name
 */
public record Agency(String id, String name) {}
