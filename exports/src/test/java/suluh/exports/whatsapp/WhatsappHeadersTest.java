package suluh.exports.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.exports.signal.SignalReader;

class WhatsappHeadersTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "31/12/24, 21:41 - X: y                | DAY_MONTH_YEAR | 2024-12-31T21:41",
                "[31/12/24, 9:41:09\u202FPM] X: y      | DAY_MONTH_YEAR | 2024-12-31T21:41:09",
                "\u200E[31/12/24, 9:41:09 PM] X: y     | DAY_MONTH_YEAR | 2024-12-31T21:41:09",
                "12/31/24, 9:41 PM - X: y              | MONTH_DAY_YEAR | 2024-12-31T21:41",
                "01/20/2020, 00:08 a. m. - X: y        | MONTH_DAY_YEAR | 2020-01-20T00:08",
                "01/20/2020, 12:08 a. m. - X: y        | MONTH_DAY_YEAR | 2020-01-20T00:08",
                "20.01.20, 08:05 - X: y                | DAY_MONTH_YEAR | 2020-01-20T08:05",
                "20.1.2020 klo 8.05 - X: y             | DAY_MONTH_YEAR | 2020-01-20T08:05",
                "[20.01.20, 08:05:06] X: y             | DAY_MONTH_YEAR | 2020-01-20T08:05:06",
                "20/01/20 21.41 - X: y                 | DAY_MONTH_YEAR | 2020-01-20T21:41",
                "28/2/23, 9:05 PTG - X: y              | DAY_MONTH_YEAR | 2023-02-28T21:05",
                "28/2/23, 9:05 PG - X: y               | DAY_MONTH_YEAR | 2023-02-28T09:05",
                "2020/01/20, 8:05 - X: y               | YEAR_MONTH_DAY | 2020-01-20T08:05",
                "[2020/1/20 下午8:05:06] X: y          | YEAR_MONTH_DAY | 2020-01-20T20:05:06",
                "[21:41, 31/12/2024] X: y              | DAY_MONTH_YEAR | 2024-12-31T21:41",
                "[9:41 PM, 12/31/2024] X: y            | MONTH_DAY_YEAR | 2024-12-31T21:41",
                "[21.41, 31.12.2024] X: y              | DAY_MONTH_YEAR | 2024-12-31T21:41",
                "[21:41:09, 2024-12-31] X: y           | YEAR_MONTH_DAY | 2024-12-31T21:41:09",
                "[下午9:41, 2024/12/31] X: y           | YEAR_MONTH_DAY | 2024-12-31T21:41",
                "٢٠/٠١/٢٠٢٠، ٠٨:٠٥ - X: y              | DAY_MONTH_YEAR | 2020-01-20T08:05",
            })
    void readsTheFormsOfManyLanguages(String line, Header.DateOrder order, LocalDateTime expected) {
        Header header = Objects.requireNonNull(new HeadScan().parse(line));

        assertThat(header.local(order, CalendarSystem.GREGORIAN)).isEqualTo(expected);
        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSize(header.bodyStart() + "X: y".length());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "5 more",
                "1/2/3",
                "12/12/24 is the day - come",
                "call 012-345 6789 - now",
                "31/12/24, 25:00 - X: y",
                "31/12/24, 21:4 - X: y",
                "31/12/24, 21:41 X: y",
                "[31/12/24, 21:41 X: y",
                "31/12/24, 21:41 noon - X: y",
                "21:41, 31/12/2024 X: y",
                "[21:41 31/12] X: y",
                "[21:4131/12/2024] X: y",
                "[25:41, 31/12/2024] X: y",
                "[21:41, 31/12/2024 X: y",
                "[21:41 noon, 31/12/2024] X: y",
                "{\"a\": 1}",
                "[1, 2, 3]",
            })
    void findsNoHeadInOtherLines(String line) {
        assertThat(new HeadScan().parse(line)).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'[2019-12-24, 12:23] A: b', false, true",
        "'[2019-12-24 12:23:11] info: b', false, false",
        "'[2019-12-24, 12:23:11] A: b', true, false",
        "'[24/12/19 12:23] A: b', true, false",
    })
    void tellsItsOwnFilesFromThoseOfOthers(String text, boolean own, boolean signal) {
        assertThat(WhatsappHeaders.opens(text)).isEqualTo(own);
        assertThat(WhatsappHeaders.holdsHead(text)).isTrue();
        assertThat(SignalReader.opens(text)).isEqualTo(signal);
    }
}
