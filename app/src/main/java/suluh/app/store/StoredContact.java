package suluh.app.store;

import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.SourcePointer;

/**
 * A contact point as stored.
 *
 * @param account number of the account that has or published it
 * @param conversation number of the conversation it was published in, or 0
 * @param normalised comparable form
 * @param times records that say the same
 * @param source the first of them
 */
public record StoredContact(
        int account,
        int conversation,
        ContactPointKind kind,
        ContactRelation relation,
        String normalised,
        long times,
        SourcePointer source) {}
