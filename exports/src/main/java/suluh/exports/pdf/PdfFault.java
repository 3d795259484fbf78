package suluh.exports.pdf;

/** A document whose text is not taken; the message says why. */
public final class PdfFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean limit;

    PdfFault(boolean limit, String message) {
        super(message);
        this.limit = limit;
    }

    /** True when the document is larger than the reader's limits, false when it is damaged or locked. */
    public boolean isLimit() {
        return limit;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
