package suluh.exports.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlFileTest {
    @Test
    void pointsToTheBytesOfEachElement() throws IOException, XmlFault {
        String text = "\uFEFF<?xml version='1.0' encoding='utf-8'?>\r\n<!-- é --><r a=\"1\">"
                + "<é n='&lt;x&#x1F6A9;'>عمر<i/>&amp;<![CDATA[<b>&]]></é> <z></z></r>\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        try (XmlFile file = XmlFile.open(new ByteArrayInputStream(bytes))) {
            XmlElement first = Objects.requireNonNull(file.next());
            XmlElement second = Objects.requireNonNull(file.next());

            assertThat(file.rootName()).isEqualTo("r");
            assertThat(file.rootAttributes()).containsEntry("a", "1");
            assertThat(slice(bytes, first)).isEqualTo("<é n='&lt;x&#x1F6A9;'>عمر<i/>&amp;<![CDATA[<b>&]]></é>");
            assertThat(slice(bytes, first.children().getFirst())).isEqualTo("<i/>");
            assertThat(first.attribute("n")).isEqualTo("<x\uD83D\uDEA9");
            assertThat(first.text()).isEqualTo("عمر&<b>&");
            assertThat(slice(bytes, second)).isEqualTo("<z></z>");
            assertThat(file.next()).isNull();
            assertThat(file.hasLooseText()).isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<!DOCTYPE r [<!ENTITY a 'b'>]><r>&a;</r>   | INVALID",
                "<!DOCTYPE r SYSTEM 'http://192.0.2.1/'><r/> | INVALID",
                "<r><a>&b;</a></r>                          | INVALID",
                "<r><a>&#0;</a></r>                         | INVALID",
                "<r><a>&#xD800;</a></r>                     | INVALID",
                "<r><a>&#99999999;</a></r>                  | INVALID",
                "<r><a>&lt</a></r>                          | INVALID",
                "<r><a></b></r>                             | INVALID",
                "<r><a b=1/></r>                            | INVALID",
                "<r><a b='1' b='2'/></r>                    | INVALID",
                "<r><a b='<'/></r>                          | INVALID",
                "<r/><r/>                                   | INVALID",
                "x<r/>                                      | INVALID",
                "<r><1/></r>                                | INVALID",
                "<?xml version='1.0' encoding='UTF-16'?><r/> | INVALID",
                "<r><a>                                     | CUT",
                "<r><a b='                                  | CUT",
                "<r><!-- x                                  | CUT",
                "<r                                         | CUT",
            })
    void endsAtWhatIsNotTaken(String text, XmlFault.Kind kind) {
        XmlFault fault = catchThrowableOfType(XmlFault.class, () -> readAll(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.offset()).isLessThanOrEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void endsAtBytesThatAreNotUtf8() {
        byte[] bytes = "<r><a>caf\u00e9</a></r>".getBytes(StandardCharsets.ISO_8859_1);

        XmlFault fault = catchThrowableOfType(XmlFault.class, () -> readAll(bytes));

        assertThat(fault.kind()).isEqualTo(XmlFault.Kind.INVALID);
    }

    @Test
    void endsAtItsLimits() {
        String deep = "<r>" + "<a>".repeat(XmlFile.MAX_DEPTH + 1);
        String wide = "<r><a>" + "<b/>".repeat(XmlFile.MAX_ELEMENTS + 1);
        String name = "<r><" + "n".repeat(1 << 20) + "/></r>";

        for (String text : Arrays.asList(deep, wide, name)) {
            XmlFault fault = catchThrowableOfType(XmlFault.class, () -> readAll(text.getBytes(StandardCharsets.UTF_8)));
            assertThat(fault.kind()).isEqualTo(XmlFault.Kind.LIMIT);
        }
    }

    private static void readAll(byte[] bytes) throws IOException, XmlFault {
        try (XmlFile file = XmlFile.open(new ByteArrayInputStream(bytes))) {
            XmlElement element = file.next();
            while (element != null) {
                element = file.next();
            }
        }
    }

    private static String slice(byte[] bytes, XmlElement element) {
        return new String(
                Arrays.copyOfRange(bytes, (int) element.start(), (int) element.end()), StandardCharsets.UTF_8);
    }
}
