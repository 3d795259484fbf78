package suluh.core.canon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    /** RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void writesNumbersAsTheStandardsTable(String bits, String expected) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(CanonicalJson.text(new JsonNumber(value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7fffffffffffffff", "7ff0000000000000"})
    void refusesWhatIsNoNumber(String bits) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThatThrownBy(() -> new JsonNumber(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void writesNumbersThatReadBackAsTheSame(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = CanonicalJson.text(new JsonNumber(value));

                assertThat(Double.parseDouble(text)).isEqualTo(value == 0 ? 0.0 : value);
            }
        }
    }

    /** RFC 8785, 3.2.3. */
    @Test
    void sortsKeysByUtf16CodeUnits() throws JsonSyntaxException {
        String input =
                "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\","
                        + "\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
                        + "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";

        assertThat(canonical(input))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** RFC 8785, 3.2.2 and 3.2.4, of which the UTF-8 bytes begin and end as here. */
    @Test
    void writesTheStandardsExample() throws JsonSyntaxException {
        String input = "{ \"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],\n"
                + " \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\n"
                + " \"literals\": [null, true, false] }";

        assertThat(canonical(input))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "01",
                "1.",
                "+1",
                ".5",
                "1e",
                "nul",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\ud800\"",
                "\"a\nb\"",
                "1 2",
                "9007199254740993",
                "1e999",
                "[1}",
                "\"",
                "{1:2}",
                "[",
                "-",
                "\u00001"
            })
    void refusesWhatIsNotStrictJson(String input) {
        assertThatThrownBy(() -> JsonParser.parse(input.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThatThrownBy(() -> JsonParser.parse(new byte[] {'"', (byte) 0xC3, '"'}))
                .isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void refusesNestingBeyondTheLimitWithoutExhaustingTheStack() {
        byte[] deep = "[".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> JsonParser.parse(deep)).isInstanceOf(JsonSyntaxException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void parsesOrRefusesAnyMutationAndNeverFails(long seed) throws JsonSyntaxException {
        Random random = new Random(seed);
        byte[] good = "{\"a\":[1,2.5,-3e4,\"x\\u00e9\\ud83d\\ude00\"],\"b\":{\"c\":null,\"d\":[true,false]}}"
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            JsonValue value;
            try {
                value = JsonParser.parse(bytes);
            } catch (JsonSyntaxException expected) {
                continue;
            }
            assertThat(JsonParser.parse(CanonicalJson.bytes(value))).isEqualTo(value);
        }
    }

    @Test
    void indentsForPeopleAndStaysTheSameValue() throws JsonSyntaxException {
        JsonValue value = JsonParser.parse("{\"b\":[1,{}],\"a\":[]}".getBytes(StandardCharsets.UTF_8));

        assertThat(CanonicalJson.indented(value)).isEqualTo("{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"a\": []\n}\n");
    }

    private static String canonical(String input) throws JsonSyntaxException {
        return CanonicalJson.text(JsonParser.parse(input.getBytes(StandardCharsets.UTF_8)));
    }
}
