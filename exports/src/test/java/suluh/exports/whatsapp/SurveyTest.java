package suluh.exports.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import suluh.exports.BytesFile;

class SurveyTest {
    @Test
    void takesTheOrderFromANumberAboveTwelve() throws IOException {
        assertThat(order("01/02/23", "13/02/23")).isEqualTo(Header.DateOrder.DAY_MONTH_YEAR);
        assertThat(order("01/02/23", "02/13/23")).isEqualTo(Header.DateOrder.MONTH_DAY_YEAR);
    }

    @Test
    void takesTheOrderUnderWhichTimeNeverGoesBack() throws IOException {
        assertThat(order("11/01/23", "12/01/23", "01/02/23")).isEqualTo(Header.DateOrder.DAY_MONTH_YEAR);
        assertThat(order("01/11/23", "01/12/23", "02/01/23")).isEqualTo(Header.DateOrder.MONTH_DAY_YEAR);
    }

    @Test
    void givesNoOrderWhenTheFileTellsNone() throws IOException {
        assertThat(order("01/02/23", "02/03/23")).isNull();
        assertThat(order("13/02/23", "02/13/23")).isNull();
    }

    private static Header.@Nullable DateOrder order(String... dates) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String date : dates) {
            text.append(date).append(", 10:00 - A: b\n");
        }
        Survey survey = Survey.of(BytesFile.of("chat.txt", text.toString()));
        return survey.dates(Objects.requireNonNull(survey.form())).order();
    }
}
