package suluh.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;

/** Lists page by page: nothing is shown twice, nothing is left out, and the last page says that it is the last. */
class PagedTest {
    private static final List<Integer> NUMBERS = IntStream.range(0, 250).boxed().toList();

    private final ExtendedModelMap model = new ExtendedModelMap();

    @Test
    void showsEachLineOnOnePage() {
        for (int page = 0; page < 3; page++) {
            Paged.of(model, page).lines("lines", NUMBERS, 100);

            assertThat(model.get("lines")).isEqualTo(NUMBERS.subList(page * 100, Math.min(250, page * 100 + 100)));
            assertThat(model.get("hasNext")).isEqualTo(page < 2);
        }
        assertThat(model.get("total")).isEqualTo(250);
    }

    @Test
    void goesOnAsLongAsOneListGoesOn() {
        Paged.of(model, 1).lines("short", List.of(1), 100).part("long", NUMBERS, 20);

        assertThat(model.get("short")).isEqualTo(List.of());
        assertThat(model.get("long")).isEqualTo(NUMBERS.subList(20, 40));
        assertThat(model.get("hasNext")).isEqualTo(true);
    }

    @Test
    void isEmptyBeyondTheEndAndFirstBeforeTheBeginning() {
        Paged.of(model, Integer.MAX_VALUE).lines("lines", NUMBERS, 100);
        assertThat(model.get("lines")).isEqualTo(List.of());
        assertThat(model.get("hasNext")).isEqualTo(false);

        Paged.of(model, -5).lines("lines", NUMBERS, 100);
        assertThat(model.get("lines")).isEqualTo(NUMBERS.subList(0, 100));
        assertThat(model.get("pageNumber")).isEqualTo(0);
    }

    @Test
    void fillsPagesOfLongTextsByTheirBytes() {
        List<String> texts = List.of("x".repeat(60), "<".repeat(20), "x".repeat(500), "x");

        assertThat(textsOf(0, texts)).isEqualTo(List.of(0));
        assertThat(textsOf(1, texts)).isEqualTo(List.of(1));
        assertThat(textsOf(2, texts)).isEqualTo(List.of(2));
        assertThat(textsOf(3, texts)).isEqualTo(List.of(3));
        assertThat(model.get("hasNext")).isEqualTo(false);
        assertThat(textsOf(4, texts)).isEqualTo(List.of());
    }

    private Object textsOf(int page, List<String> texts) {
        Paged.of(model, page).texts("lines", List.of(0, 1, 2, 3), texts, 100);
        return model.getOrDefault("lines", "none");
    }
}
