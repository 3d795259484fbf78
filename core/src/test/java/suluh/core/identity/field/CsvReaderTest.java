package suluh.core.identity.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.identity.field.CsvReader.CsvException;

class CsvReaderTest {
    @Test
    void readsQuotesCommasAndLineBreaks() throws Exception {
        assertThat(rows("\uFEFFid, name\r\n1,\"Tan, \"\"Wei\"\"\nLing\"\r\n\r\n2,\n"))
                .containsExactly(List.of("id", "name"), List.of("1", "Tan, \"Wei\"\nLing"), List.of("2", ""));
    }

    @Test
    void namesTheLineOfAQuoteThatIsNeverClosed() {
        assertThatThrownBy(() -> rows("a\nb\n\"c\nd"))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("line 3");
    }

    @Test
    void refusesTextBehindAQuote() {
        assertThatThrownBy(() -> rows("\"a\"b,c")).isInstanceOf(CsvException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void anyTextEndsInRowsOrOneRefusal(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                text.append("a,\"\n\r \t\u0000".charAt(random.nextInt(8)));
            }
            try {
                assertThat(rows(text.toString())).doesNotContain(List.of());
            } catch (CsvException refusal) {
                assertThat(refusal).hasMessageStartingWith("line ");
            }
        }
    }

    private static List<List<String>> rows(String text) throws IOException, CsvException {
        CsvReader csv = new CsvReader(new StringReader(text));
        List<List<String>> rows = new ArrayList<>();
        for (Optional<List<String>> row = csv.row(); row.isPresent(); row = csv.row()) {
            rows.add(row.get());
        }
        return rows;
    }
}
