package suluh.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import suluh.app.store.vault.SealedObject;
import suluh.app.store.vault.Vault;

/**
 * A file of 50 GiB sealed, and compared with its digests again, in a heap of 512 MiB: memory does not grow with the
 * input. The file itself has holes and takes no room; what is sealed of it takes 50 GiB.
 */
final class LargeSealBench {
    private static final long BYTES = 50L << 30;
    private static final String HEAP = "-Xmx512m";

    List<Measurement> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("suluh-bench-seal-large");
        try {
            double seconds = Child.seconds(List.of(
                    Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java")
                            .toString(),
                    HEAP,
                    "-cp",
                    Objects.requireNonNull(System.getProperty("java.class.path")),
                    LargeSealBench.class.getName(),
                    folder.toString()));
            return List.of(new Measurement(
                    "50 GiB sealed and compared with " + HEAP,
                    seconds,
                    String.format(Locale.ROOT, "%,.0f MB/s there and back", BYTES / 1e6 / seconds),
                    "ends",
                    true));
        } finally {
            Child.deleteTree(folder);
        }
    }

    /** The child: seals the file into a new vault below the folder given, then compares it. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path file = folder.resolve("input");
        try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "rw")) {
            input.setLength(BYTES);
            input.seek(BYTES - 4);
            input.writeInt(1);
        }
        Vault vault = Vault.open(folder.resolve("vault"), folder.resolve("vault.key"));
        SealedObject sealed;
        try (InputStream in = Files.newInputStream(file)) {
            sealed = vault.seal(in);
        }
        Optional<String> fault = vault.fault(sealed.sha256());
        if (fault.isPresent() || sealed.sizeBytes() != BYTES) {
            throw new IllegalStateException(fault.orElse("sealed " + sealed.sizeBytes() + " bytes"));
        }
    }
}
