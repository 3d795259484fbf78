package suluh.app.host;

/** What was handed in cannot be taken at all; the message is a sentence for the person who handed it in. */
public final class InputException extends Exception implements ToldInOneSentence {
    private static final long serialVersionUID = 1L;

    public InputException(String sentence) {
        super(sentence);
    }
}
