package suluh.exports.mapped;

/** A mapping file that cannot be followed; the message says where and what was expected. */
public final class MappingFault extends Exception {
    private static final long serialVersionUID = 1L;

    MappingFault(String message) {
        super(message);
    }

    MappingFault(String message, Throwable cause) {
        super(message, cause);
    }

    /** What was found, where, and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
