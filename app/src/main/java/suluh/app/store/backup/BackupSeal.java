package suluh.app.store.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import suluh.app.host.Secrets;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;

/**
 * The encryption of a backup: two lines in the clear, then AES-256-GCM-HKDF in segments of 1 MiB that bind those lines.
 *
 * <p>The master key is HKDF-SHA256 of the vault's key, or Argon2id of a passphrase with the figures of RFC 9106, section
 * 4, second choice (3 passes, 64 MiB, 4 lanes). They belong to the format's version: a hostile file cannot ask for more.
 * A check value in the header tells a wrong key from a damaged file.
 */
public final class BackupSeal {
    static final String FORMAT = "suluh-backup/1";

    private static final String BY_PASSPHRASE = "passphrase";
    private static final String BY_VAULT_KEY = "vault-key";
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 20;
    private static final int MAX_HEADER_BYTES = 1024;
    private static final int ARGON2_PASSES = 3;
    private static final int ARGON2_KIBIBYTES = 1 << 16;
    private static final int ARGON2_LANES = 4;

    private BackupSeal() {}

    /** What opens a backup: a passphrase when it carries the keys, the vault's key when it does not. */
    public static final class Opener {
        public static final int MIN_PASSPHRASE_CHARS = 12;

        private final String wire;
        private final Master master;

        private interface Master {
            byte[] derive(byte[] salt) throws GeneralSecurityException;
        }

        private Opener(String wire, Master master) {
            this.wire = wire;
            this.master = master;
        }

        public static Opener byPassphrase(String passphrase) {
            return new Opener(BY_PASSPHRASE, salt -> argon2(passphrase.toCharArray(), salt));
        }

        public static Opener byVaultKey(byte[] vaultKey) {
            byte[] own = vaultKey.clone();
            return new Opener(BY_VAULT_KEY, salt -> hkdf(own, salt, "master"));
        }

        /** True when it is a passphrase: the backup carries the keys then. */
        public boolean isPassphrase() {
            return wire.equals(BY_PASSPHRASE);
        }
    }

    /** Writes the head and gives the stream for the content; closing it ends the content and closes {@code out}. */
    public static OutputStream sealing(OutputStream out, Opener opener) throws IOException {
        try {
            byte[] salt = Secrets.bytes(SALT_BYTES);
            byte[] master = opener.master.derive(salt);
            byte[] head = head(opener, salt, master);
            out.write(head);
            return cipher(master, salt).newEncryptingStream(out, head);
        } catch (GeneralSecurityException e) {
            throw new BackupException("The backup could not be encrypted: " + e.getMessage() + ".", e);
        }
    }

    /** True when a passphrase opens the backup that begins with these bytes. */
    public static boolean isByPassphrase(InputStream in) throws IOException {
        return BY_PASSPHRASE.equals(Head.read(in).by);
    }

    /**
     * The content of a backup; each segment is authenticated before it is given out.
     *
     * @throws BackupException when it is no backup, is of another version, or the key is not the one it was made with
     */
    public static InputStream opening(InputStream in, Opener opener) throws IOException {
        Head head = Head.read(in);
        if (!head.by.equals(opener.wire)) {
            throw new BackupException(
                    opener.isPassphrase()
                            ? "This backup carries no keys and has no passphrase; give the folder of its keys with --keys."
                            : "This backup carries its keys under a passphrase; give that, and no --keys.");
        }
        try {
            byte[] master = opener.master.derive(head.salt);
            if (!MessageDigest.isEqual(check(master, head.salt), head.check)) {
                throw new BackupException(
                        opener.isPassphrase()
                                ? "The passphrase is not the one that this backup was made with."
                                : "The vault's key in the folder of keys is not the one that this backup was made with.");
            }
            return cipher(master, head.salt).newDecryptingStream(in, head.bytes);
        } catch (GeneralSecurityException e) {
            throw new BackupException("The backup could not be decrypted: " + e.getMessage() + ".", e);
        }
    }

    /** The two lines in the clear. */
    private static final class Head {
        private final byte[] bytes;
        private final String by;
        private final byte[] salt;
        private final byte[] check;

        private Head(byte[] bytes, String by, byte[] salt, byte[] check) {
            this.bytes = bytes;
            this.by = by;
            this.salt = salt;
            this.check = check;
        }

        static Head read(InputStream in) throws IOException {
            byte[] first = line(in);
            if (!Arrays.equals(first, (FORMAT + "\n").getBytes(StandardCharsets.US_ASCII))) {
                throw new BackupException(
                        new String(first, StandardCharsets.ISO_8859_1).startsWith("suluh-backup/")
                                ? "This backup is of another version than " + FORMAT + "; restore it with the program"
                                        + " that made it."
                                : "This file is no backup: its first line is not " + FORMAT + ".");
            }
            byte[] second = line(in);
            try {
                JsonObject json = JsonParser.parseObject(second);
                byte[] salt = HexFormat.of().parseHex(json.text("salt").orElse(""));
                byte[] check = HexFormat.of().parseHex(json.text("check").orElse(""));
                byte[] both = Arrays.copyOf(first, first.length + second.length);
                System.arraycopy(second, 0, both, first.length, second.length);
                return new Head(both, json.text("opensBy").orElse(""), salt, check);
            } catch (JsonSyntaxException | IllegalArgumentException e) {
                throw new BackupException("The backup is damaged in its second line.", e);
            }
        }

        private static byte[] line(InputStream in) throws IOException {
            byte[] line = new byte[MAX_HEADER_BYTES];
            DataInputStream bytes = new DataInputStream(in);
            try {
                for (int i = 0; i < line.length; i++) {
                    line[i] = bytes.readByte();
                    if (line[i] == '\n') {
                        return Arrays.copyOf(line, i + 1);
                    }
                }
            } catch (EOFException e) {
                throw new BackupException("This file ends before the head of a backup does.", e);
            }
            throw new BackupException("This file is no backup: it does not begin with two short lines.");
        }
    }

    private static byte[] head(Opener opener, byte[] salt, byte[] master) throws GeneralSecurityException {
        JsonObject json = JsonObject.builder()
                .put("check", HexFormat.of().formatHex(check(master, salt)))
                .put("opensBy", opener.wire)
                .put("salt", HexFormat.of().formatHex(salt))
                .build();
        return (FORMAT + "\n" + CanonicalJson.text(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] check(byte[] master, byte[] salt) throws GeneralSecurityException {
        return hkdf(master, salt, "check");
    }

    private static AesGcmHkdfStreaming cipher(byte[] master, byte[] salt) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(hkdf(master, salt, "content"), "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    }

    private static byte[] hkdf(byte[] key, byte[] salt, String purpose) throws GeneralSecurityException {
        byte[] info = (FORMAT + " " + purpose).getBytes(StandardCharsets.US_ASCII);
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(
                        HKDFParameterSpec.ofExtract().addIKM(key).addSalt(salt).thenExpand(info, KEY_BYTES));
    }

    private static byte[] argon2(char[] passphrase, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withIterations(ARGON2_PASSES)
                .withMemoryAsKB(ARGON2_KIBIBYTES)
                .withParallelism(ARGON2_LANES)
                .withSalt(salt)
                .build());
        byte[] master = new byte[KEY_BYTES];
        generator.generateBytes(passphrase, master);
        return master;
    }
}
