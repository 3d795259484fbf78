package suluh.exports.pan12;

/** A file that is not of the form of PAN-2012. */
public final class PanFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PanFormatException(int line, String what) {
        super("line " + line + ": " + what);
    }
}
