package suluh.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import suluh.app.store.vault.Vault;

/** Sealing, with all digests, encryption and flushing, beside {@code sha256sum} and a flushed copy of the same file. */
final class SealBench {
    private static final int CHUNK_BYTES = 1 << 20;
    private static final int CHUNKS = 2048;
    private static final double MAX_RATIO = 2.5;

    List<Measurement> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("suluh-bench-seal");
        try {
            Path file = folder.resolve("input");
            write(file);
            Vault vault = Vault.open(folder.resolve("vault"), folder.resolve("vault.key"));
            double limit = Child.seconds(List.of(
                    "sh",
                    "-c",
                    "sha256sum '" + file + "' >/dev/null && cp '" + file + "' '" + folder.resolve("copy")
                            + "' && sync '" + folder.resolve("copy") + "'"));
            long start = System.nanoTime();
            try (InputStream in = Files.newInputStream(file)) {
                vault.seal(in);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double ratio = seconds / limit;
            return List.of(
                    new Measurement("sha256sum and cp of one file", limit, rate(limit), "", true),
                    new Measurement(
                            "seal of the same file",
                            seconds,
                            rate(seconds) + String.format(Locale.ROOT, ", %.1f times hash and copy", ratio),
                            "2.5 times",
                            ratio <= MAX_RATIO));
        } finally {
            Child.deleteTree(folder);
        }
    }

    private static void write(Path file) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < CHUNKS; i++) {
                random.nextBytes(chunk);
                out.write(chunk);
            }
        }
    }

    private static String rate(double seconds) {
        double megabytes = (double) CHUNK_BYTES * CHUNKS / 1e6;
        return String.format(Locale.ROOT, "%,.0f MB, %,.0f MB/s", megabytes, megabytes / seconds);
    }
}
