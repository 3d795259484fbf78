package suluh.app.web;

import suluh.app.host.ToldInOneSentence;

/** The server cannot start; the message says why and what to do. */
public final class WebException extends RuntimeException implements ToldInOneSentence {
    private static final long serialVersionUID = 1L;

    WebException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
