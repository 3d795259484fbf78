package suluh.core.identity.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTypeTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "DATE, 1999-12-31, 19991231",
        "DATE, 31/12/1999, 19991231",
        "DATE, 12/31/1999, 19991231",
        "DATE, 1.2.2003, 20030201",
        "PHONE, +60 15-5555 0001, 601555550001",
        "NAME, '  José  D’Cruz ', jose dcruz",
        "NAME, 'Tan, Wei-Ling', tan wei ling",
        "IDENTIFIER, 'AB 12-34', ab1234",
        "EMAIL, ' Amir@Example.COM ', amir@example.com",
    })
    void takesAwayDifferencesOfWriting(FieldType type, String raw, String form) {
        assertThat(type.normalise(raw)).isEqualTo(form);
    }

    @Test
    void keepsTheVowelSignsOfTamil() {
        assertThat(FieldType.NAME.normalise("குமார்")).isEqualTo("குமார்");
    }

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource({
        "DATE, 19990112, 19991201, 2",
        "DATE, 19990112, 19990113, 2",
        "DATE, 19990112, 20051230, 4",
        "NAME, robert, roberta, 2",
        "NAME, amir bin hassan, hassan amir, 3",
        "EMAIL, amir@example.com, amir@example.org, 2",
        "HANDLE, am1r_77, amir77, 2",
        "HANDLE, amir77, amir78, 3",
        "PHONE, 60155555001, 0155555001, 2",
        "IP, 203.0.113.7, 203.0.113.9, 2",
        "IP, 203.0.113.7, 203.0.114.7, 3",
    })
    void gradesAgreement(FieldType type, String a, String b, int level) {
        assertThat(type.level(a, b)).isEqualTo(level);
    }

    @Test
    void guessesFieldsByWhatStandsInThem() {
        List<String> header = List.of("id", "a", "b", "c", "d", "e", "f");
        List<List<String>> rows = List.of(
                List.of("1", "Amir Hassan", "1999-01-02", "amir@example.com", "+60 15-5555 0001", "7", "203.0.113.7"),
                List.of("2", "Siti Nur", "1998-11-12", "siti@example.com", "+60 15-5555 0002", "12", "203.0.113.8"));

        List<Field> fields = FieldGuess.of(header, rows, 16, Set.of("id"));

        assertThat(fields)
                .extracting(Field::type)
                .containsExactly(
                        FieldType.NAME,
                        FieldType.DATE,
                        FieldType.EMAIL,
                        FieldType.PHONE,
                        FieldType.NUMBER,
                        FieldType.IP);
    }

    @Test
    void leavesOutColumnsThatSayNothing() {
        List<List<String>> rows = List.of(List.of("x", "same", ""), List.of("y", "same", ""));

        List<Field> fields = FieldGuess.of(List.of("name", "constant", "empty"), rows, 16, Set.of());

        assertThat(fields).extracting(Field::column).containsExactly("name");
    }
}
