package suluh.core.disclosure;

import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.SourcePointer;

/** An identifier that an account has or has published, in comparable form. */
public record ContactFinding(ContactPointKind kind, ContactRelation relation, String value, SourcePointer source) {}
