package suluh.exports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines, their places and their validity, compared with a plain loop and the JDK's decoder. */
class ByteLinesTest {
    /** More than the buffer, so that lines lie across its end. */
    private static final int SIZE = 200_000;

    private static final byte[] PARTS = "\n\r\n\u0000a\u000Bzé\u202F漢😀\u007F".getBytes(StandardCharsets.UTF_8);

    private record Line(long start, String text, boolean valid) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void dividesAsAPlainLoopDoes(long seed) throws IOException {
        byte[] bytes = bytes(new Random(seed), seed % 2 == 0);

        List<Line> found = new ArrayList<>();
        ByteLines lines = new ByteLines(new ByteArrayInputStream(bytes));
        while (lines.next()) {
            found.add(new Line(lines.start(), lines.text(), lines.isValid()));
        }

        assertThat(found).containsExactlyElementsOf(plain(bytes));
    }

    /** Long runs of letters with few line feeds, or whole and broken characters with many. */
    private static byte[] bytes(Random random, boolean broken) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (out.size() < SIZE) {
            if (broken) {
                int from = random.nextInt(PARTS.length);
                out.write(PARTS, from, 1 + random.nextInt(PARTS.length - from));
                out.write(random.nextInt(256));
            } else {
                out.writeBytes("k".repeat(random.nextInt(90)).getBytes(StandardCharsets.UTF_8));
                out.writeBytes((random.nextInt(9) == 0 ? "ü\n" : "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static List<Line> plain(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i < bytes.length && bytes[i] != '\n') {
                continue;
            }
            int end = i > start && i < bytes.length && bytes[i - 1] == '\r' ? i - 1 : i;
            if (i < bytes.length || start < bytes.length) {
                byte[] line = Arrays.copyOfRange(bytes, start, end);
                lines.add(new Line(start, new String(line, StandardCharsets.UTF_8), valid(line)));
            }
            start = i + 1;
        }
        return lines;
    }

    private static boolean valid(byte[] line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
