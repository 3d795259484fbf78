package suluh.core.disclosure.redaction;

/** A line of a disclosure's lists that is not in its one form; the message says what was expected. */
public final class RecordFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    RecordFormatException(String message) {
        super(message);
    }
}
