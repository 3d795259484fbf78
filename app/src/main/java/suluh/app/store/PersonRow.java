package suluh.app.store;

import java.time.Instant;

/**
 * A person who may sign in.
 *
 * @param passwordHash Argon2id in its standard text form
 */
public record PersonRow(
        String id, String agency, String login, String displayName, String passwordHash, Instant createdAt) {}
