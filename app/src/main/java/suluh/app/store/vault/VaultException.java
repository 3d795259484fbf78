package suluh.app.store.vault;

import java.io.IOException;
import suluh.app.host.ToldInOneSentence;

/** The vault could not take or give bytes; nothing half-written is visible. */
public final class VaultException extends IOException implements ToldInOneSentence {
    private static final long serialVersionUID = 1L;

    VaultException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    VaultException(String sentence) {
        super(sentence);
    }
}
