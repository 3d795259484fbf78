package suluh.app.store.postgres;

import suluh.app.host.ToldInOneSentence;

/** The embedded server cannot be unpacked, started or stopped; the message says why and what to do. */
public final class PostgresException extends RuntimeException implements ToldInOneSentence {
    private static final long serialVersionUID = 1L;

    PostgresException(String sentence) {
        super(sentence);
    }

    PostgresException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
