package suluh.exports.jsonl;

/** A line of a JSON Lines file that is no observation. */
public final class JsonLinesException extends RuntimeException {
    private final int line;

    JsonLinesException(int line, String message) {
        super("line " + line + ": " + message);
        this.line = line;
    }

    /** Number of the line, from 1. */
    public int line() {
        return line;
    }
}
