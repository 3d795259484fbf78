package suluh.app.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicBoolean;
import suluh.core.kernel.Sha256Digest;

/** The token of the one-time set-up link; only its digest is kept, and it serves once. */
final class SetupToken {
    private final byte[] digest;
    private final AtomicBoolean open;

    SetupToken(String token) {
        this.digest = digest(token);
        this.open = new AtomicBoolean(!token.isEmpty());
    }

    /** True while the link with this token may be used. */
    boolean opens(String token) {
        return open.get() && MessageDigest.isEqual(digest, digest(token));
    }

    /** Closes the link for good; true for the one caller that closed it. */
    boolean use(String token) {
        return opens(token) && open.compareAndSet(true, false);
    }

    /** Opens the link again, when what it was used for was refused. */
    void giveBack() {
        open.set(true);
    }

    private static byte[] digest(String token) {
        return Sha256Digest.of(token.getBytes(StandardCharsets.UTF_8)).raw();
    }
}
