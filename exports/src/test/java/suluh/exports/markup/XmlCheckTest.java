package suluh.exports.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlCheckTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<a><b></a>                                         | not well-formed",
                "<a>&nbsp;</a>                                      | refers to an entity",
                "<a>                                                | not well-formed",
                "<!DOCTYPE a><a/>                                   | document type",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/x'>]><a>&b;</a> | document type",
                "<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d '&b;&b;'>]><a>&d;</a> | document type",
                "<?xml version='1.0' encoding='UTF-16'?><a/>        | encoding",
            })
    void tellsTheFirstFault(String xml, String fault) throws IOException {
        assertThat(check(xml)).contains(fault);
    }

    @Test
    void findsNothingInASoundFile() throws IOException {
        assertThat(check("<?xml version='1.0' encoding='UTF-8'?><a b='1'>&amp;<c/></a>"))
                .isEmpty();
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertThat(check("\uFEFF<a/>")).isEmpty();
    }

    @Test
    void tellsBytesThatAreNotUtf8() throws IOException {
        byte[] latin = "<a>caf\u00E9</a>".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(XmlCheck.firstFault(new ByteArrayInputStream(latin)))
                .hasValueSatisfying(fault -> assertThat(fault.what()).contains("not UTF-8"));
    }

    @Test
    void endsEndlessNesting() throws IOException {
        assertThat(check("<a>".repeat(100_000))).contains("nested deeper");
    }

    private static String check(String xml) throws IOException {
        return XmlCheck.firstFault(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .map(fault -> fault.what())
                .orElse("");
    }
}
