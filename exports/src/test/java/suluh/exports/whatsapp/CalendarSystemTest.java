package suluh.exports.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarSystemTest {
    @ParameterizedTest(name = "{0} {1}-{2}-{3}")
    @CsvSource({
        "GREGORIAN, 2024, 2, 29, true, 2024-02-29",
        "GREGORIAN, 24, 2, 29, false, 2024-02-29",
        "BUDDHIST, 2567, 2, 29, true, 2024-02-29",
        "BUDDHIST, 67, 12, 31, false, 2024-12-31",
        // First days of years as Iran's calendar centre published them.
        "PERSIAN, 1388, 1, 1, true, 2009-03-21",
        "PERSIAN, 1399, 1, 1, true, 2020-03-20",
        "PERSIAN, 1403, 1, 1, true, 2024-03-20",
        "PERSIAN, 1403, 12, 30, true, 2025-03-20",
        "PERSIAN, 1404, 1, 1, true, 2025-03-21",
        "PERSIAN, 1403, 7, 1, true, 2024-09-22",
        // First of Ramadan 1445 by Umm al-Qura.
        "HIJRI, 1445, 9, 1, true, 2024-03-11",
    })
    void convertsDays(CalendarSystem system, int year, int month, int day, boolean longYear, LocalDate expected) {
        assertThat(CalendarSystem.ofYear(year, longYear)).isEqualTo(system);
        assertThat(system.date(year, month, day, longYear)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}-{2}-{3}")
    @CsvSource({
        "GREGORIAN, 2023, 2, 29",
        "BUDDHIST, 2566, 2, 29",
        "PERSIAN, 1402, 12, 30",
        "PERSIAN, 1403, 7, 31",
        "PERSIAN, 1403, 0, 1",
        "HIJRI, 1445, 13, 1",
        "GREGORIAN, 2567, 1, 1",
    })
    void hasNoDayThatDoesNotExist(CalendarSystem system, int year, int month, int day) {
        assertThat(system.date(year, month, day, true)).isNull();
    }

    @Test
    void countsPersianDaysWithoutAGap() {
        LocalDate expected = LocalDate.of(2009, 3, 21);
        for (int year = 1388; year < 1430; year++) {
            for (int month = 1; month <= 12; month++) {
                for (int day = 1; day <= 31; day++) {
                    LocalDate date = CalendarSystem.PERSIAN.date(year, month, day, true);
                    if (date != null) {
                        assertThat(date).isEqualTo(expected);
                        expected = expected.plusDays(1);
                    }
                }
            }
        }
    }

    @Test
    void knowsNoCalendarOfYearsBeforeTheServiceBegan() {
        assertThat(CalendarSystem.ofYear(1999, true)).isNull();
        assertThat(CalendarSystem.ofYear(95, false)).isNull();
    }
}
