package suluh.exports.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.ZoneKnowledge;
import suluh.exports.BytesFile;
import suluh.exports.Read;
import suluh.exports.ReadingContext;
import suluh.exports.SpoolSpace;
import suluh.exports.archive.Zips;

class MappedReaderTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("suluh.home"), "docs/examples/kite-chat.mapping.json");
    private static final String HEAD = "Room,When,Who,Name,Text,File,Phone,Row\n";

    @Test
    void readsTheExampleOfTheFormatPageDownToItsBytes() throws IOException, MappingFault {
        String table = HEAD + "7,01/04/2024 18:05:00,u1,Umar,\"hello, all\",,+60 11-5550 1234,1\n"
                + "7,01/04/2024 18:06:00,u2,Puteri,,kite.jpg,,2\n";
        BytesFile file = BytesFile.of("logs/chat-7.csv", table);

        Read read = Read.of(file, context(Files.readAllBytes(EXAMPLE)));

        assertThat(read.reading().fate()).isEqualTo(FileFate.READ);
        assertThat(read.alarms()).isEmpty();
        Observation.Message first = read.messages().getFirst();
        assertThat(first.text()).isEqualTo("hello, all");
        assertThat(first.conversation().id()).isEqualTo("kite-chat/7");
        assertThat(first.sentAt().instant()).isEqualTo(Instant.parse("2024-04-01T10:05:00Z"));
        assertThat(first.sentAt().zone()).isEqualTo(ZoneKnowledge.ASSUMED);
        assertThat(slice(file, first.source()))
                .isEqualTo("7,01/04/2024 18:05:00,u1,Umar,\"hello, all\",,+60 11-5550 1234,1");
        assertThat(read.messages().get(1).attachments()).hasSize(1);
        assertThat(read.all(Observation.ContactPoint.class))
                .extracting(Observation.ContactPoint::normalised)
                .containsExactly("+601155501234");
    }

    @Test
    void countsEachRowThatItRefuses() throws IOException, MappingFault {
        String table = HEAD + "7,01/04/2024 18:05:00,u1,Umar,hi,,,1\n" + "7,too,few\n"
                + "7,01/04/2024 18:05:00,u1,Umar,,,,3\n" + "7,tomorrow,u1,Umar,hm,,,4\n" + "7,x,u1,Umar,\"cut";

        FileReading reading = Read.of(BytesFile.of("chat-7.csv", table), context(Files.readAllBytes(EXAMPLE)))
                .reading();

        assertThat(reading.recordsRead()).isEqualTo(2);
        assertThat(reading.recordsNotUnderstood()).isEqualTo(3);
        assertThat(reading.fate()).isEqualTo(FileFate.PARTLY_READ);
        assertThat(reading.alarms())
                .extracting(alarm -> alarm.code().name())
                .containsExactly("ROW_UNEVEN", "RECORD_INCOMPLETE", "TIME_UNREADABLE", "MARKUP_CUT");
    }

    @Test
    void readsNoRowUnderAHeadThatLacksAColumnAndTellsColumnsThatNobodyNamed() throws IOException, MappingFault {
        byte[] mapping = Files.readAllBytes(EXAMPLE);

        Read lacking = Read.of(
                BytesFile.of("chat-7.csv", HEAD.replace("Text", "Body") + "1,2,3,4,5,6,7,8\n"), context(mapping));
        Read more = Read.of(
                BytesFile.of("chat-7.csv", HEAD.replace("Row", "Row,Mood") + "7,,u1,Umar,hi,,,1,calm\n"),
                context(mapping));

        assertThat(lacking.reading().fate()).isEqualTo(FileFate.NOT_UNDERSTOOD);
        assertThat(lacking.observations()).isEmpty();
        assertThat(more.alarms()).containsExactly("KEY_UNKNOWN");
        assertThat(more.messages()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "json       | {\"v\":1,\"d\":{\"rows\":[%s,%s]}}",
                "json-lines | %s~%s",
            })
    void readsJsonByPathsOfKeys(String form, String layout) throws MappingFault {
        String one = "{\"by\":{\"id\":\"a\",\"aka\":[\"k1\",\"k2\"]},\"ip\":\"192.0.2.1\",\"t\":1711965900.5}";
        String two = "{\"by\":{\"id\":\"b\"},\"ip\":\"192.0.2.2\",\"t\":\"x\",\"extra\":{\"deep\":1}}";
        String text = layout.replace("~", "\n").formatted(one, two);
        BytesFile file = BytesFile.of("rows.dat", text);
        String mapping =
                "{\"format\":\"suluh-mapping/1\",\"name\":\"m\",\"files\":[\"*.dat\"],\"platform\":\"discord\","
                        + "\"table\":{\"form\":\"" + form + "\",\"records\":\"d.rows\"},"
                        + "\"times\":{\"t\":{\"column\":\"t\",\"form\":\"unix-seconds\"}},"
                        + "\"emit\":[{\"kind\":\"login\",\"account.id\":\"by.id\",\"address\":\"ip\",\"at\":\"t\"},"
                        + "{\"kind\":\"attribute\",\"account.id\":\"by.id\",\"attribute\":\"former-name\",\"value\":\"by.aka.0\","
                        + "\"optional\":true}]}";

        Read read = Read.of(Zips.of("x.zip", List.of(file)), context(mapping.getBytes(StandardCharsets.UTF_8)));

        List<Observation.Login> logins = read.all(Observation.Login.class);
        assertThat(logins).extracting(login -> login.account().key()).containsExactly("discord:a", "discord:b");
        assertThat(logins.getFirst().at().instant()).isEqualTo(Instant.parse("2024-04-01T10:05:00.500Z"));
        assertThat(slice(file, logins.getFirst().source())).isEqualTo(one);
        assertThat(slice(file, logins.get(1).source())).isEqualTo(two);
        assertThat(read.all(Observation.Attribute.class))
                .extracting(Observation.Attribute::value)
                .containsExactly("k1");
        assertThat(read.alarms()).containsExactlyInAnyOrder("KEY_UNKNOWN", "KEY_UNKNOWN", "TIME_UNREADABLE");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"suluh-mapping/1\"    | \"suluh-mapping/2\"   | does not begin",
                "\"kite-chat\"          | \"Kite Chat\"         | other characters",
                "\"chat-*.csv\"         |                       | names no file",
                "\"web\"                | \"letters\"           | platform is none of",
                "\"csv\"                | \"xls\"               | table.form is none of",
                "Asia/Kuala_Lumpur      | Asia/Nowhere          | zone that is not known",
                "dd/MM/uuuu             | qq{dd                 | form or a zone",
                "\"kind\": \"message\"  | \"kind\": \"verdict\" | none that a mapping makes",
                "\"text\": \"Text\",    |                       | lacks text",
                "\"at\": \"when\"       | \"at\": \"then\"      | names no rule",
                "\"sender.id\": \"Who\" | \"sender.age\": \"W\" | does not have",
                "\"phone\"              | \"pigeon\"            | contact is none of",
                "\"passed\"             | \"past\"              | Unknown key",
                "\"emit\": [            | \"emit\": [}          | not JSON at line",
                "\"separator\": \",\" | \"separator\": \";;\" | separator",
            })
    void refusesAMappingWithAMistakeAndSaysWhere(String from, String to, String sentence) throws IOException {
        String text = Files.readString(EXAMPLE);
        String changed = text.replace(from, to == null ? "" : to);
        assertThat(changed).isNotEqualTo(text);
        byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);

        MappingFault fault = catchThrowableOfType(MappingFault.class, () -> MappingFile.parse(bytes));

        assertThat(fault.sentence()).contains(sentence);
    }

    private static ReadingContext context(byte[] mapping) throws MappingFault {
        return ReadingContext.usual(SpoolSpace.none()).mapping(List.of(MappingFile.parse(mapping)));
    }

    private static String slice(BytesFile file, SourcePointer source) {
        byte[] bytes =
                Arrays.copyOfRange(file.bytes(), (int) source.offset(), (int) (source.offset() + source.length()));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
