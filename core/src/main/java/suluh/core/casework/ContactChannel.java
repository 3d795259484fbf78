package suluh.core.casework;

/**
 * Way to reach a provider.
 *
 * @param kind such as {@code portal} or {@code mail}
 * @param address where
 * @param purpose for what kind of request
 */
public record ContactChannel(String kind, String address, String purpose) {}
