package suluh.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.bag.BagCheck;
import suluh.core.bag.BagFolder;
import suluh.core.bag.BagVerdict;

class BagCheckTest {
    private static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    @Test
    void acceptsABagOfTwoManifestsAndEncodedNames() throws Exception {
        MemoryBag bag = good();
        bag.put("data/50%\nodd", "x");
        bag.put("manifest-sha256.txt", bag.manifest("SHA-256").replace("50%\nodd", "50%25%0aodd"));
        bag.put("manifest-sha512.txt", bag.manifest("SHA-512").replace("50%\nodd", "50%25%0Aodd"));

        assertThat(BagCheck.check(bag))
                .isEqualTo(new BagVerdict.Valid("1.0", 3, 8, List.of("sha256", "sha512"), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "../out, line 1",
        "data/../../out, line 1",
        "/etc/out, line 1",
        "~/out, line 1",
        "C:\\out, line 1",
        "\\\\share\\out, line 1",
        "%TEMP%/out, line 1",
        "tag.txt, manifest-sha256.txt",
        "data/missing, data/missing",
    })
    void refusesALineThatNamesAnotherPlaceOrNothing(String path, String where) throws Exception {
        MemoryBag bag = good();
        bag.put("manifest-sha256.txt", "0".repeat(64) + "  " + path + "\n" + bag.manifest("SHA-256"));

        assertThat(BagCheck.check(bag))
                .isInstanceOfSatisfying(
                        BagVerdict.Invalid.class,
                        invalid -> assertThat(invalid.where()).contains(where));
    }

    @Test
    void fetchesNothingAndSaysSo() throws Exception {
        MemoryBag bag = good();
        bag.put("fetch.txt", "https://example.org/a 3 data/a\n");
        bag.files.remove("data/a");

        assertThat(BagCheck.check(bag))
                .isEqualTo(new BagVerdict.Invalid(
                        "data/a", "the file that fetch.txt says lies elsewhere", "nothing: it was not fetched"));
    }

    @Test
    void comparesTheStatedSum() throws Exception {
        MemoryBag bag = good();
        bag.put("bag-info.txt", "Payload-Oxum: 7.3\n");

        assertThat(BagCheck.check(bag))
                .isEqualTo(new BagVerdict.Invalid("bag-info.txt", "Payload-Oxum: 7.3", "7 bytes in 2 files"));
    }

    /** Any mutation of any file gives a verdict, and one of the payload is never called valid. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void judgesAnyMutation(long seed) throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            MemoryBag bag = good();
            bag.put("fetch.txt", "https://example.org/a - data/a\n");
            bag.put("bag-info.txt", "Payload-Oxum: 7.2\n");
            List<String> names = List.copyOf(bag.files.keySet());
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = bag.bytes(name).clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            bag.files.put(name, bytes);

            BagVerdict verdict = BagCheck.check(bag);

            if (name.startsWith("data/")) {
                assertThat(verdict).isInstanceOf(BagVerdict.Invalid.class);
            }
        }
    }

    @Test
    void isACommandThatTellsByItsExitCode(@TempDir Path folder) throws Exception {
        Path bundle = new SmallBundle().write(folder);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

        assertThat(VerifyCommand.run(List.of("--bag", bundle.toString()), stream, stream))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("VALID BAG of BagIt 1.0")
                .contains("sha256");
        java.nio.file.Files.delete(bundle.resolve("bagit.txt"));
        assertThat(VerifyCommand.run(List.of("--bag", bundle.toString()), stream, stream))
                .isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("NO VALID BAG bagit.txt");
    }

    private static MemoryBag good() {
        MemoryBag bag = new MemoryBag();
        bag.put("bagit.txt", DECLARATION);
        bag.put("data/a", "abc");
        bag.put("data/b", "defg");
        bag.put("manifest-sha256.txt", bag.manifest("SHA-256"));
        bag.put("manifest-sha512.txt", bag.manifest("SHA-512"));
        return bag;
    }

    private static final class MemoryBag implements BagFolder {
        private final SortedMap<String, byte[]> files = new TreeMap<>();

        void put(String path, String text) {
            files.put(path, text.getBytes(StandardCharsets.UTF_8));
        }

        byte[] bytes(String path) {
            byte[] bytes = files.get(path);
            if (bytes == null) {
                throw new IllegalArgumentException(path);
            }
            return bytes;
        }

        String manifest(String algorithm) {
            StringBuilder lines = new StringBuilder();
            files.forEach((path, bytes) -> {
                if (path.startsWith("data/")) {
                    lines.append(hex(algorithm, bytes))
                            .append("  ")
                            .append(path)
                            .append('\n');
                }
            });
            return lines.toString();
        }

        private static String hex(String algorithm, byte[] bytes) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public SortedSet<String> paths() {
            return new java.util.TreeSet<>(files.keySet());
        }

        @Override
        public InputStream open(String path) throws IOException {
            return new ByteArrayInputStream(bytes(path));
        }
    }
}
