package suluh.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import suluh.app.host.Secrets;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.NoteKey;

/**
 * The ledger's signing key, kept in one file: the public verifier line, then the private key as PKCS #8 in Base64.
 *
 * @param publicKey what verifiers trust
 * @param privateKey what signs checkpoints
 */
record LogKey(NoteKey publicKey, PrivateKey privateKey) {
    /** The key in this file; made on first use under a name that no other log has. */
    static LogKey kept(Path file) throws IOException {
        byte[] content = Secrets.kept(file, LogKey::fresh);
        String[] lines = new String(content, StandardCharsets.US_ASCII).split("\n", -1);
        try {
            byte[] encoded = Base64.getDecoder().decode(lines.length < 2 ? "" : lines[1]);
            PrivateKey privateKey = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new LogKey(NoteKey.parse(lines[0]), privateKey);
        } catch (GeneralSecurityException | LedgerFormatException | IllegalArgumentException e) {
            throw new StoreException("The ledger's key in " + file + " cannot be read; restore it from its backup.", e);
        }
    }

    private static byte[] fresh() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            String name = "suluh.invalid/log/" + java.util.HexFormat.of().formatHex(Secrets.bytes(8));
            NoteKey key = NoteKey.of(name, (java.security.interfaces.EdECPublicKey) pair.getPublic());
            String privateText =
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            return (key.line() + "\n" + privateText + "\n").getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }
}
