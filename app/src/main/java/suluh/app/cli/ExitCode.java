package suluh.app.cli;

/** Exit codes of every command. */
final class ExitCode {
    static final int DONE = 0;
    /** Wrong usage, a refusal or a failure; nothing further was done. */
    static final int FAILED = 1;
    /** Done, but not everything was read or could be verified. */
    static final int INCOMPLETE = 2;

    private ExitCode() {}
}
