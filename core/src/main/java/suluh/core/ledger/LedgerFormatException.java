package suluh.core.ledger;

/** Bytes that are not the ledger's format; the message says which part and what was expected. */
public final class LedgerFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    public LedgerFormatException(String message) {
        super(message);
    }

    public LedgerFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
