package suluh.core.identity.account;

import suluh.core.observation.SourcePointer;

/**
 * One thing known of an account.
 *
 * @param value comparable form, not empty
 * @param source a record that says so
 */
public record Trait(String value, SourcePointer source) {
    public Trait {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a trait without a value says nothing");
        }
    }
}
