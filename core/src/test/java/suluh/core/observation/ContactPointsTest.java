package suluh.core.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactPointsTest {
    @ParameterizedTest
    @CsvSource({
        "+60 15-5555 0123, +601555550123",
        "015-5555 0123, +601555550123",
        "0060 15 5555 0123, +601555550123",
        "(015) 5555.0123, +601555550123",
        "٠١٥ ٥٥٥٥ ٠١٢٣, +601555550123",
    })
    void writesOnePhoneOneWay(String written, String expected) {
        assertThat(ContactPoints.phone(written, "60")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"12", "5555 0123", "+1234567890123456", "room 12 floor 3", "''"})
    void givesNothingForWhatIsNoFullNumber(String written) {
        assertThat(ContactPoints.phone(written, "60")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://t.me/+AbCd, t.me/+AbCd",
        "http://www.Example.com/Page/, example.com/Page",
        "m.example.com/Page, example.com/Page",
    })
    void keepsTheCaseOfAPathButNotOfAHost(String written, String expected) {
        assertThat(ContactPoints.url(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Someone@Example.com, someone@example.com", "a@b, ''", "@example.com, ''", "two@at@example.com, ''"})
    void acceptsOnlyWholeMailAddresses(String written, String expected) {
        assertThat(ContactPoints.email(written)).isEqualTo(expected);
    }
}
