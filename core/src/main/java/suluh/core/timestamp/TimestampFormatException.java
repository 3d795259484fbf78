package suluh.core.timestamp;

/** Bytes that are no time-stamp token; the message says which part and what was expected. */
public final class TimestampFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    TimestampFormatException(String message) {
        super(message);
    }

    TimestampFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
