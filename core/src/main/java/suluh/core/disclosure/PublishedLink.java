package suluh.core.disclosure;

import suluh.core.observation.ContactPointKind;
import suluh.core.observation.SourcePointer;

/**
 * A contact point that was written in a group.
 *
 * @param value comparable form
 * @param times messages that carry it, at least 1
 * @param source the first of them
 */
public record PublishedLink(ContactPointKind kind, String value, long times, SourcePointer source) {}
