package suluh.app.store.backup;

import java.io.IOException;
import suluh.app.host.ToldInOneSentence;

/** A backup cannot be written, opened or restored; the message says why and what to do. */
public final class BackupException extends IOException implements ToldInOneSentence {
    private static final long serialVersionUID = 1L;

    public BackupException(String sentence) {
        super(sentence);
    }

    public BackupException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
