package suluh.app.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/** Secrets in files that only their owner may read (mode 0600), made on first use. */
public final class Secrets {
    private static final int PASSWORD_BYTES = 24;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A password of 192 random bits, in letters, digits, {@code -} and {@code _}. */
    public static String newPassword() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(PASSWORD_BYTES));
    }

    /** Random bytes of the host's generator. */
    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The content of the file; when it is not there, it is made with what {@code first} gives, on disk before return. */
    public static byte[] kept(Path file, Supplier<byte[]> first) throws IOException {
        if (Files.exists(file)) {
            return Files.readAllBytes(file);
        }
        byte[] content = first.get();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try {
            Files.createFile(fresh, OWNER_ONLY);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("somebody else is making " + file, e);
        }
        Files.write(fresh, content, StandardOpenOption.SYNC);
        Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        Durable.force(file.toAbsolutePath().getParent());
        return content;
    }

    /** A password kept in a file. */
    public static String keptPassword(Path file) throws IOException {
        byte[] content = kept(file, () -> newPassword().getBytes(StandardCharsets.US_ASCII));
        return new String(content, StandardCharsets.US_ASCII);
    }
}
