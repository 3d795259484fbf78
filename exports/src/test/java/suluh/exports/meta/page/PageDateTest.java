package suluh.exports.meta.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.observation.SourceTime;
import suluh.core.observation.ZoneKnowledge;

class PageDateTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Oct 19, 2019, 2:37 PM           | 2019-10-19T14:37",
                "Oct 19, 2019 at 2:37 PM         | 2019-10-19T14:37",
                "19 Oct 2019, 14:37              | 2019-10-19T14:37",
                "Oct 19, 2019 2:37:05 am         | 2019-10-19T02:37:05",
                "Oct 19, 2019, 12:05 AM          | 2019-10-19T00:05",
                "Oct 19, 2019, 2:37\u202fPM      | 2019-10-19T14:37",
                "19 Ogos 2019 2:37 PTG           | 2019-08-19T14:37",
                "19 Agustus 2019 pukul 14.37     | 2019-08-19T14:37",
                "19 de octubre de 2019, 14:37    | 2019-10-19T14:37",
                "19. Okt. 2019, 14:37            | 2019-10-19T14:37",
                "19 oct. 2019 \u00e0 14:37       | 2019-10-19T14:37",
                "2019\u5e7410\u670819\u65e5 \u4e0b\u53482:37 | 2019-10-19T14:37",
                "2019-10-19 14:37                | 2019-10-19T14:37",
                "19/10/2019 14:37                | 2019-10-19T14:37",
                "10/19/2019, 2:37 PM             | 2019-10-19T14:37",
                "03/03/2021 09:00                | 2021-03-03T09:00",
            })
    void readsTheFormsOfManyLanguages(String text, LocalDateTime expected) {
        Optional<SourceTime> time = PageDate.parse(text, null);

        assertThat(time).isPresent();
        assertThat(time.get().local()).isEqualTo(expected);
        assertThat(time.get().instant()).isNull();
        assertThat(time.get().text()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "see you on 19 Oct 2019, 14:37",
                "19 Oct 2019",
                "14:37",
                "31 Feb 2019, 14:37",
                "19 Oct 2019, 25:37",
                "13 Oct 2019, 14:37 PM",
                "99/99/2019 14:37",
                "room 19 Oct 2019 14:37",
                "19 Oct 1919, 14:37",
                "",
            })
    void takesNothingElseForADate(String text) {
        assertThat(PageDate.parse(text, null)).isEmpty();
    }

    @Test
    void knowsNoWordInTwoMeanings() {
        assertThat(PageDate.BETWEEN).noneMatch(MonthNames::isHalf).noneMatch(word -> MonthNames.month(word) != null);
    }

    @Test
    void leavesDayAndMonthOpenWhereNumbersDoNotTell() {
        SourceTime time = PageDate.parse("03/04/2021 09:00", null).orElseThrow();

        assertThat(time.dayMonthAmbiguous()).isTrue();
        assertThat(time.local()).isNull();
    }

    @Test
    void takesTheZoneThatThePersonNamed() {
        SourceTime time = PageDate.parse("19 Oct 2019, 14:37", ZoneId.of("Asia/Kuala_Lumpur"))
                .orElseThrow();

        assertThat(time.zone()).isEqualTo(ZoneKnowledge.ASSUMED);
        assertThat(time.instant()).isEqualTo("2019-10-19T06:37:00Z");
    }
}
