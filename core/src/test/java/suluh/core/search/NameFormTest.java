package suluh.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormTest {
    @ParameterizedTest
    @CsvSource({
        "@Rina.Wati_99, rinawati99",
        "R1na Wati, rina_wati",
        "ＲＩＮＡ, rina",
        "Rína, RINA",
        "rina\u200Bwati, rinawati",
    })
    void isTheSameForWhatPeopleVary(String one, String other) {
        assertThat(NameForm.of(one)).isEqualTo(NameForm.of(other));
    }

    @ParameterizedTest
    @CsvSource({"rinawati99, rinawatii99", "kakrina, kak_rina_official", "budi_setia, budisettia"})
    void findsNearNames(String wanted, String name) {
        assertThat(NameForm.of(wanted).likeness(NameForm.of(name))).isGreaterThanOrEqualTo(NameForm.LEAST);
    }

    @ParameterizedTest
    @CsvSource({"rina, joko", "rinawati99, tanahtinggi", "a, b"})
    void tellsOthersApart(String wanted, String name) {
        assertThat(NameForm.of(wanted).likeness(NameForm.of(name))).isLessThan(NameForm.LEAST);
    }
}
