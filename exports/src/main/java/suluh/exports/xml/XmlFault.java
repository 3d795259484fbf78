package suluh.exports.xml;

/** Bytes that are no XML, or more than is taken; nothing behind them is read. */
public final class XmlFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String found;
    private final Kind kind;
    private final long offset;

    /** What is wrong. */
    public enum Kind {
        /** The file ends before its root does. */
        CUT,
        /** Not well-formed, not UTF-8, or with a document type or an entity of its own. */
        INVALID,
        /** Deeper or larger than the limit. */
        LIMIT
    }

    XmlFault(Kind kind, String message, long offset) {
        super(message);
        this.found = message;
        this.kind = kind;
        this.offset = offset;
    }

    public Kind kind() {
        return kind;
    }

    /** Byte where it was noticed. */
    public long offset() {
        return offset;
    }

    /** What was found, and where. */
    public String sentence() {
        return found + " at byte " + offset;
    }
}
