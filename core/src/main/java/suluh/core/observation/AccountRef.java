package suluh.core.observation;

import org.jspecify.annotations.Nullable;

/**
 * Names one account as far as its source can tell it from others.
 *
 * <p>A source that gives names and no ids (Meta exports) must not merge two people of one name: such an account is
 * scoped to where the name was seen, and only evidence joins it with another.
 *
 * @param platform service of the account
 * @param id the platform's own id (or the phone number where the number is the account), or null
 * @param name display name as the source gives it, or null (a deleted account)
 * @param scope where a bare name was seen, for example the conversation's id; empty when {@code id} is known
 */
public record AccountRef(
        Platform platform, @Nullable String id, @Nullable String name, String scope) {
    public AccountRef {
        if (id != null && !scope.isEmpty()) {
            throw new IllegalArgumentException("an account with an id has no scope");
        }
        if (id != null && id.isEmpty()) {
            throw new IllegalArgumentException("an account id must not be empty");
        }
        if (id == null && scope.isEmpty()) {
            throw new IllegalArgumentException("an account known by name only needs a scope");
        }
    }

    /** Account that the platform identifies. */
    public static AccountRef identified(Platform platform, String id, @Nullable String name) {
        return new AccountRef(platform, id, name, "");
    }

    /** Account known by a name only, within {@code scope}. */
    public static AccountRef named(Platform platform, @Nullable String name, String scope) {
        return new AccountRef(platform, null, name, scope);
    }

    /** Unique text: {@code telegram:user123}, or {@code messenger:~name@scope} when there is no id. */
    public String key() {
        if (id != null) {
            return platform.wire() + ":" + id;
        }
        return platform.wire() + ":~" + (name == null ? "" : name) + "@" + scope;
    }
}
