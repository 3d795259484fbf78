package suluh.exports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    @Test
    void readsTheFormsOfRfc4180() throws IOException {
        assertThat(rows("\uFEFFa,b\r\n\"x, y\",\"say \"\"hi\"\"\"\n\n,\rlast"))
                .containsExactly(List.of("a", "b"), List.of("x, y", "say \"hi\""), List.of("", ""), List.of("last"));
    }

    @Test
    void keepsLineEndsInsideQuotationMarks() throws IOException {
        assertThat(rows("\"one\r\ntwo\",2\n")).containsExactly(List.of("one\r\ntwo", "2"));
    }

    @Test
    void saysThatARowEndsInsideAField() throws IOException {
        CsvRows rows = open("a,\"never closed\n\n");

        assertThat(rows.next()).containsExactly("a", "never closed\n\n");
        assertThat(rows.isCut()).isTrue();
    }

    @Test
    void givesUpOnAFieldWithoutEnd() throws IOException {
        CsvRows rows = open("\"" + "x".repeat(CsvRows.MAX_ROW_BYTES + 100) + "\n");

        rows.next();

        assertThat(rows.isTooLong()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void readsBackWhatWasWrittenAndPointsToIt(long seed) throws IOException {
        Random random = new Random(seed);
        String alphabet = "ab,\"\r\n é";
        List<List<String>> written = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<String> sources = new ArrayList<>();
        for (int row = 0; row < 200; row++) {
            List<String> fields = new ArrayList<>();
            List<String> quoted = new ArrayList<>();
            for (int field = 0; field < 1 + random.nextInt(4); field++) {
                StringBuilder value = new StringBuilder("v");
                for (int i = random.nextInt(6); i > 0; i--) {
                    value.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                fields.add(value.toString());
                quoted.add("\"" + value.toString().replace("\"", "\"\"") + "\"");
            }
            written.add(fields);
            sources.add(String.join(",", quoted));
            text.append(sources.getLast()).append(random.nextBoolean() ? "\r\n" : "\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        CsvRows rows = new CsvRows(new ByteArrayInputStream(bytes), ',');

        for (int row = 0; row < written.size(); row++) {
            assertThat(rows.next()).isEqualTo(written.get(row));
            byte[] source = Arrays.copyOfRange(bytes, (int) rows.start(), (int) (rows.start() + rows.length()));
            assertThat(new String(source, StandardCharsets.UTF_8)).isEqualTo(sources.get(row));
        }
        assertThat(rows.next()).isEmpty();
    }

    private static List<List<String>> rows(String text) throws IOException {
        CsvRows rows = open(text);
        List<List<String>> found = new ArrayList<>();
        for (List<String> row = rows.next(); !row.isEmpty(); row = rows.next()) {
            found.add(row);
        }
        return found;
    }

    private static CsvRows open(String text) {
        return new CsvRows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ',');
    }
}
