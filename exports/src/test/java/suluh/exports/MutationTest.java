package suluh.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.exports.archive.Zips;

/** Damages sound files at random: a reading is the only permitted outcome, and its pointers stay within the file. */
class MutationTest {
    private static final int ROUNDS = 150;
    private static final int CHANGES = 4;

    static Stream<Arguments> casesAndSeeds() {
        return GoldenCase.all().stream()
                .flatMap(golden -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(golden, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("casesAndSeeds")
    void damagedFilesEndInAReading(GoldenCase golden, long seed) {
        Random random = new Random(seed);
        List<BytesFile> whole = golden.files();
        for (BytesFile file : whole) {
            for (int round = 0; round < ROUNDS; round++) {
                BytesFile damaged = BytesFile.of(file.itemName(), mutated(file.bytes(), random))
                        .among(whole);

                Read read = Read.of(damaged);

                assertThat(read.readings()).isNotEmpty();
                for (Observation observation : read.observations()) {
                    if (observation.source().path().isEmpty()) {
                        long end = observation.source().offset()
                                + observation.source().length();
                        assertThat(end).isLessThanOrEqualTo(damaged.sizeBytes());
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("casesAndSeeds")
    void damagedArchivesEndInOneReadingOfTheirOwn(GoldenCase golden, long seed) {
        Random random = new Random(seed);
        BytesFile zip = Zips.of("export.zip", golden.files());
        for (int round = 0; round < ROUNDS; round++) {
            BytesFile damaged = BytesFile.of("export.zip", mutated(zip.bytes(), random));

            List<FileReading> own = Read.of(damaged).readings().stream()
                    .filter(reading -> reading.path().isEmpty())
                    .toList();

            assertThat(own).hasSize(1);
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original;
        int changes = 1 + random.nextInt(CHANGES);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> {
                byte[] flipped = bytes.clone();
                flipped[at] = (byte) (flipped[at] ^ 1 << random.nextInt(8));
                yield flipped;
            }
            case 2 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
            case 3 -> joined(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, at, bytes.length));
            default -> {
                byte[] noise = new byte[1 + random.nextInt(8)];
                random.nextBytes(noise);
                yield joined(joined(Arrays.copyOf(bytes, at), noise), Arrays.copyOfRange(bytes, at, bytes.length));
            }
        };
    }

    private static byte[] joined(byte[] first, byte[] second) {
        List<byte[]> parts = new ArrayList<>(List.of(first, second));
        byte[] out = new byte[first.length + second.length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, out, at, part.length);
            at += part.length;
        }
        return out;
    }
}
