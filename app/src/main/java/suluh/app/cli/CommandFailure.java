package suluh.app.cli;

import suluh.app.host.ToldInOneSentence;

/** Ends a command with one sentence for the person at the terminal and exit code 1. */
public final class CommandFailure extends RuntimeException implements ToldInOneSentence {
    private static final long serialVersionUID = 1L;

    /** A sentence that says what was found, where, and what to do. */
    public CommandFailure(String sentence) {
        super(sentence);
    }

    public CommandFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
