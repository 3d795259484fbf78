package suluh.core.disclosure.redaction;

import java.util.Locale;
import java.util.Optional;

/** What a hidden passage is; where two overlap the one that stands first here names it. */
public enum RedactionKind {
    /** Name or handle of an account believed to be a child's. */
    CHILD,
    /** Name or handle of anybody else who is no subject of inquiry. */
    PERSON,
    /** A place, a school, an address, co-ordinates. */
    PLACE,
    /** Another word that a person asked to hide. */
    WORD,
    EMAIL,
    /** Address of a page, a profile or a group. */
    LINK,
    /** An account name after an at sign. */
    HANDLE,
    /** Seven or more digits: a telephone, an identity card, a bank account. */
    NUMBER,
    /** A conversation between persons, whose key and name tell who they are. */
    CONVERSATION,
    /** A file that came with a message: names and media are left out. */
    FILE,
    /** An item whose file name had to be hidden; its id, which the name goes into, with it. */
    ITEM,
    /** A bracket that only hidden passages have. */
    BRACKET;

    /** Name in the log and in the text: {@code child}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this wire name. */
    public static Optional<RedactionKind> ofWire(String wire) {
        for (RedactionKind kind : values()) {
            if (kind.wire().equals(wire)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
