package suluh.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnowflakeTest {
    /** The example of Discord's developer documentation, "Snowflakes". */
    @Test
    void givesTheTimeOfDiscordsOwnExample() {
        assertThat(Snowflake.DISCORD.time("175928847299117063")).isEqualTo(Instant.parse("2016-04-30T11:18:25.796Z"));
    }

    @Test
    void saysNothingOfIdsThatWereCountedBeforeNovember2010() {
        assertThat(Snowflake.X.time("20")).isNull();
        assertThat(Snowflake.X.time("1050118620312502273")).isEqualTo(Instant.parse("2018-10-10T20:19:24Z"));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "abc", "-1", "12345678901234567890", "9999999999999999999", "1e18", "\u0661\u0662"})
    void takesNothingElseForAnId(String id) {
        assertThat(Snowflake.DISCORD.time(id)).isNull();
    }
}
