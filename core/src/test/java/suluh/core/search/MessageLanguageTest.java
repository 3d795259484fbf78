package suluh.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language that the filter of a search goes by. */
class MessageLanguageTest {
    @ParameterizedTest
    @CsvSource({
        "esok kita jumpa di taman, ms",
        "SAYA tak boleh datang, ms",
        "what time do you finish, en",
        "ok boss, und",
        "今天 生日, zh",
        "நாளை பள்ளி, ta",
        "غدا في المدرسة, ar",
        "завтра, und",
        "12345, und"
    })
    void goesByWritingAndSmallWords(String text, String language) {
        assertThat(MessageLanguage.of(Letters.of(text), Tokens.of(text))).isEqualTo(language);
    }
}
