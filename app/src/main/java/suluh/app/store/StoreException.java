package suluh.app.store;

import suluh.app.host.ToldInOneSentence;

/** The store cannot do its work: no server, a damaged folder, a disagreement that cannot be healed. */
public final class StoreException extends RuntimeException implements ToldInOneSentence {
    private static final long serialVersionUID = 1L;

    /** A sentence that says what was found, where, and what to do. */
    public StoreException(String sentence) {
        super(sentence);
    }

    public StoreException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
