package suluh.app.store;

import java.time.Instant;
import java.util.Set;
import suluh.core.casework.Role;

/**
 * A person who may sign in.
 *
 * @param passwordHash Argon2id in its standard text form
 * @param roles offices held
 * @param version counts the changes
 * @param isActive false once the person was deactivated: then nothing is open
 */
public record PersonRow(
        String id,
        String agency,
        String login,
        String displayName,
        String passwordHash,
        Instant createdAt,
        Set<Role> roles,
        boolean isActive,
        int version) {
    public PersonRow {
        roles = Set.copyOf(roles);
    }
}
