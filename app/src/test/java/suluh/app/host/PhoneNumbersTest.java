package suluh.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of this project's own fictitious block, as people write them. */
class PhoneNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "015-5555 0123,+601555550123",
        "0060 15 5555 0123,+601555550123",
        "+601555550123,+601555550123",
        "not a number,not a number",
        "12,12"
    })
    void bringsEachWritingIntoOneForm(String written, String form) {
        assertThat(PhoneNumbers.e164(written, "MY")).isEqualTo(form);
    }
}
