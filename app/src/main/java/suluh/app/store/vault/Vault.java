package suluh.app.store.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import suluh.app.host.Secrets;
import suluh.core.kernel.Sha256Digest;

/**
 * Write-once store of evidence: addressed by the SHA-256 of the plain bytes, encrypted at rest, on disk before it is
 * acknowledged.
 *
 * <p>An object's file is: four bytes of magic and version, two bytes of length, the object's own key wrapped by the
 * vault's key (AES-256-GCM), then the bytes under AES-256-GCM-HKDF streaming encryption in segments of 1 MiB (Tink;
 * Hoang and others 2015). The vault's key lies outside the vault folder; without it, or once an object's file is
 * purged, the bytes are gone while custody and ledger remain true.
 *
 * <p>Memory: two segments for each stream. Thread-safe.
 */
public final class Vault {
    private static final byte[] MAGIC = {'S', 'L', 'V', 1};
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 20;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_WRAPPED_BYTES = 1024;
    private static final byte[] NO_CONTEXT = new byte[0];

    private final Path objects;
    private final Path incoming;
    private final Aead vaultKey;
    private final VaultFiles files;
    private final AtomicLong sequence = new AtomicLong();

    Vault(Path folder, byte[] key, VaultFiles files) throws IOException {
        this.objects = Files.createDirectories(folder.resolve("objects"));
        this.incoming = Files.createDirectories(folder.resolve("incoming"));
        this.files = files;
        try {
            this.vaultKey = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new VaultException("The vault's key cannot be used; restore keys/vault.key from its backup.", e);
        }
        clearIncoming();
    }

    /** Opens the vault in this folder with the key in that file; makes both on first use. */
    public static Vault open(Path folder, Path keyFile) throws IOException {
        return new Vault(folder, Secrets.kept(keyFile, () -> Secrets.bytes(KEY_BYTES)), VaultFiles.DISK);
    }

    /**
     * Takes these bytes; returns when they are on disk under their digest.
     *
     * @throws VaultException when they could not be written; nothing of them is visible then
     */
    public SealedObject seal(InputStream plain) throws IOException {
        Path fresh = incoming.resolve(ProcessHandle.current().pid() + "-" + sequence.incrementAndGet());
        try {
            SealedObject object = encrypt(plain, fresh);
            return place(fresh, object);
        } catch (IOException e) {
            throw new VaultException("The vault could not take the bytes: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The plain bytes of this digest; each segment is authenticated before it is given out. */
    public InputStream open(Sha256Digest sha256) throws IOException {
        return opened(
                sha256, (streaming, file) -> streaming.newDecryptingStream(Channels.newInputStream(file), NO_CONTEXT));
    }

    /**
     * The plain bytes of this digest from a place on, authenticated likewise.
     *
     * <p>Cost: one segment, wherever the place is; nothing before it is decrypted. A place behind the end gives no bytes.
     */
    public InputStream open(Sha256Digest sha256, long offset) throws IOException {
        return opened(sha256, (streaming, file) -> {
            SeekableByteChannel plain = streaming.newSeekableDecryptingChannel(new TailChannel(file), NO_CONTEXT);
            if (offset >= plain.size()) {
                plain.close(); // its reads at the end give no bytes and no end
                return InputStream.nullInputStream();
            }
            plain.position(Math.max(0, offset));
            return Channels.newInputStream(plain);
        });
    }

    private interface Reading {
        InputStream of(AesGcmHkdfStreaming streaming, FileChannel file) throws IOException, GeneralSecurityException;
    }

    private InputStream opened(Sha256Digest sha256, Reading reading) throws IOException {
        Path file = path(sha256);
        if (!Files.exists(file)) {
            throw new VaultException("The vault holds no bytes with digest " + sha256 + ".");
        }
        FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
        try {
            DataInputStream head = new DataInputStream(Channels.newInputStream(in));
            byte[] magic = head.readNBytes(MAGIC.length);
            int wrappedBytes = head.readUnsignedShort();
            if (!Arrays.equals(magic, MAGIC) || wrappedBytes > MAX_WRAPPED_BYTES) {
                throw new VaultException("The vault's object " + sha256 + " has no header of this version.");
            }
            byte[] key = vaultKey.decrypt(head.readNBytes(wrappedBytes), NO_CONTEXT);
            return reading.of(stream(key), in);
        } catch (GeneralSecurityException | IOException e) {
            in.close();
            throw new VaultException("The vault's object " + sha256 + " cannot be decrypted: " + e.getMessage(), e);
        }
    }

    /** What is wrong with the object, or empty when its bytes decrypt and have their digest. */
    public Optional<String> fault(Sha256Digest sha256) {
        MessageDigest digest = Sha256Digest.newMessageDigest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = open(sha256)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            return Optional.of("its bytes cannot be decrypted: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        Sha256Digest found = Sha256Digest.ofRaw(digest.digest());
        return found.equals(sha256) ? Optional.empty() : Optional.of("its bytes have the digest " + found);
    }

    /**
     * Destroys an object: its key is overwritten in place, then the file goes. Without the key the rest is noise, also in
     * blocks that the disk gives back later. An object that is not there stays so.
     */
    public void destroy(Sha256Digest sha256) throws IOException {
        Path file = path(sha256);
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(channel.size(), MAX_WRAPPED_BYTES));
            channel.write(zeros, 0);
            channel.force(true);
        }
        Files.delete(file);
        files.forceFolder(file.resolveSibling("."));
    }

    private SealedObject encrypt(InputStream plain, Path fresh) throws IOException {
        byte[] key = Secrets.bytes(KEY_BYTES);
        byte[] buffer = new byte[BUFFER_BYTES];
        try (Digests digests = new Digests()) {
            try (OutputStream file = files.create(fresh)) {
                byte[] wrapped = vaultKey.encrypt(key, NO_CONTEXT);
                file.write(MAGIC);
                file.write(wrapped.length >>> 8);
                file.write(wrapped.length);
                file.write(wrapped);
                try (OutputStream sealed = stream(key).newEncryptingStream(file, NO_CONTEXT)) {
                    for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
                        digests.update(buffer, read);
                        sealed.write(buffer, 0, read);
                    }
                }
            }
            files.force(fresh);
            return digests.finish(true);
        } catch (GeneralSecurityException e) {
            throw new VaultException("The bytes could not be encrypted.", e);
        }
    }

    private SealedObject place(Path fresh, SealedObject object) throws IOException {
        Path target = path(object.sha256());
        Path folder = objects.resolve(object.sha256().hex().substring(0, 2));
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            files.forceFolder(objects);
        }
        if (Files.exists(target)) {
            return known(object);
        }
        try {
            files.move(fresh, target);
        } catch (FileAlreadyExistsException e) {
            return known(object);
        }
        files.forceFolder(folder);
        return object;
    }

    private static SealedObject known(SealedObject object) {
        return new SealedObject(
                object.sha256(), object.sha512(), object.sha1(), object.md5(), object.sizeBytes(), false);
    }

    private Path path(Sha256Digest sha256) {
        return objects.resolve(place(sha256));
    }

    private static String place(Sha256Digest sha256) {
        return sha256.hex().substring(0, 2) + "/" + sha256.hex().substring(2);
    }

    /** Where the vault in this folder keeps the encrypted object of this digest, for a backup. */
    public static Path sealedFile(Path folder, Sha256Digest sha256) {
        return folder.resolve("objects").resolve(place(sha256));
    }

    private static AesGcmHkdfStreaming stream(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    }

    /** What a killed process left half-written was never acknowledged. */
    private void clearIncoming() throws IOException {
        try (var left = Files.list(incoming)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }
}
