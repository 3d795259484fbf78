package suluh.exports.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.exports.text.ByteLines;

/** A head read by the shape of the one before is the head that the scan of characters reads. */
class HeadShapeTest {
    private static final List<String> HEADS = List.of(
            "31/12/24, 21:41 - ",
            "[31/12/24, 9:41:09 PM] ",
            "[31/12/24, 9:41:09\u202FPM] ",
            "\u200E[31/12/24, 09:41:09 PM] ",
            "[21:41, 31/12/2024] ",
            "2020/01/20, 8:05 - ",
            "20.1.2020 klo 8.05 - ",
            "٢٠/٠١/٢٠٢٠، ٠٨:٠٥ - ");

    private static final String CHANGES = "0123459 9:/.,-[]PMam\u202F\u200E٣é";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void readsWhatTheScanOfCharactersReads(long seed) throws IOException {
        Random random = new Random(seed);
        int heads = 0;
        for (String model : HEADS) {
            HeadScan remembering = new HeadScan();
            for (int round = 0; round < 5_000; round++) {
                String line = changed(model, random) + "X: y";
                @Nullable Header expected = new HeadScan().parse(line);

                @Nullable Header found = remembering.parse(lines(line));

                assertThat(found).as(line).isEqualTo(expected);
                heads += found == null ? 0 : 1;
            }
        }
        assertThat(heads).isGreaterThan(5_000);
    }

    /** Mostly other digits, sometimes another character, one more or one less. */
    private static String changed(String model, Random random) {
        StringBuilder line = new StringBuilder(model);
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) >= '0' && line.charAt(i) <= '9' && random.nextInt(3) == 0) {
                line.setCharAt(i, (char) ('0' + random.nextInt(10)));
            }
        }
        if (random.nextInt(3) == 0) {
            int at = random.nextInt(line.length());
            char other = CHANGES.charAt(random.nextInt(CHANGES.length()));
            switch (random.nextInt(3)) {
                case 0 -> line.setCharAt(at, other);
                case 1 -> line.insert(at, other);
                default -> line.deleteCharAt(at);
            }
        }
        return line.toString();
    }

    private static ByteLines lines(String line) throws IOException {
        ByteLines lines = new ByteLines(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
        lines.next();
        return lines;
    }
}
