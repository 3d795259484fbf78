package suluh.core.identity;

import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.SourcePointer;

/**
 * An account has or publishes an identifier.
 *
 * @param account key of the account
 * @param kind what the identifier is
 * @param relation whether it is recorded as the account's own
 * @param value comparable form
 * @param source the record that says so
 */
public record IdentifierFact(
        String account, ContactPointKind kind, ContactRelation relation, String value, SourcePointer source) {}
