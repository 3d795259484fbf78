package suluh.core.ledger;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** Fresh keys of each kind. */
final class TestSigners {
    private TestSigners() {}

    static NoteSigner fresh(String name, KeyKind kind) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(kind.algorithm()).generateKeyPair();
            return new NoteSigner(NoteKey.of(name, kind, pair.getPublic()), pair.getPrivate());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
