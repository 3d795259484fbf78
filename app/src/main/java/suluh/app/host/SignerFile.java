package suluh.app.host;

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
import java.util.HexFormat;
import java.util.function.Supplier;
import suluh.core.ledger.KeyKind;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.NoteKey;
import suluh.core.ledger.NoteSigner;

/** A signing key in one file: the public verifier line, then the private key as PKCS #8 in Base64. */
public final class SignerFile {
    private SignerFile() {}

    /** A name under {@code suluh.invalid} that no other log or witness has. */
    public static String freshName(String role) {
        return "suluh.invalid/" + role + "/" + HexFormat.of().formatHex(Secrets.bytes(8));
    }

    /**
     * The key in this file; made on first use.
     *
     * @param name name of a new key; one in the file keeps its own
     */
    public static NoteSigner kept(Path file, KeyKind kind, Supplier<String> name) throws IOException {
        byte[] content = Secrets.kept(file, () -> fresh(kind, name.get()));
        String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
        try {
            byte[] encoded = Base64.getDecoder().decode(lines.length < 2 ? "" : lines[1]);
            PrivateKey privateKey =
                    KeyFactory.getInstance(kind.algorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            NoteKey key = NoteKey.parse(lines[0]);
            if (key.kind() != kind) {
                throw new IOException(file + " holds a key for another use; restore it from its backup.");
            }
            return new NoteSigner(key, privateKey);
        } catch (GeneralSecurityException | LedgerFormatException | IllegalArgumentException e) {
            throw new IOException("The key in " + file + " cannot be read; restore it from its backup.", e);
        }
    }

    private static byte[] fresh(KeyKind kind, String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(kind.algorithm()).generateKeyPair();
            NoteKey key = NoteKey.of(name, kind, pair.getPublic());
            String privateText =
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            return (key.line() + "\n" + privateText + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 24 has " + kind.algorithm(), e);
        }
    }
}
