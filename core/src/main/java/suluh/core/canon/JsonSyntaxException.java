package suluh.core.canon;

/** Bytes that are not the JSON that was expected. */
public final class JsonSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Character of the decoded text at which it was noticed, from 0; -1 when the bytes are no UTF-8. */
    private final int position;

    JsonSyntaxException(String message, int position) {
        super(message + (position < 0 ? "" : " at character " + position));
        this.position = position;
    }

    /** Character of the decoded text at which it was noticed, from 0; -1 when the bytes are no UTF-8. */
    public int position() {
        return position;
    }
}
