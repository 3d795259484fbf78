package suluh.app.store.vault;

import java.io.IOException;

/** The vault could not take or give bytes; nothing half-written is visible. */
public final class VaultException extends IOException {
    private static final long serialVersionUID = 1L;

    VaultException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    VaultException(String sentence) {
        super(sentence);
    }
}
