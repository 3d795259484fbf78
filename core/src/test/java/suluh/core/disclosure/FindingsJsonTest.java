package suluh.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;

class FindingsJsonTest {
    @Test
    void holdsWhatTheFormatPageNames() {
        JsonObject json = FindingsJson.of(SampleFindings.findings());

        assertThat(json.members().keySet())
                .containsExactly(
                        "format",
                        "caution",
                        "received",
                        "reading",
                        "groups",
                        "actors",
                        "suggestedLinks",
                        "accounts",
                        "conversations",
                        "network",
                        "media");
    }

    @Test
    void survivesWritingAndReading() throws JsonSyntaxException {
        JsonObject json = FindingsJson.of(SampleFindings.findings());
        byte[] bytes = CanonicalJson.indented(json).getBytes(StandardCharsets.UTF_8);

        assertThat(JsonParser.parse(bytes)).isEqualTo(json);
    }

    @Test
    void tellsEachFileWithItsSums() {
        JsonObject json = ReadingReportJson.of(SampleFindings.readings());

        assertThat(json.member("files"))
                .hasValueSatisfying(
                        files -> assertThat(((JsonArray) files).values()).hasSize(1));
        assertThat(CanonicalJson.text(json))
                .contains("\"notUnderstood\":1,\"read\":1,\"seen\":3,\"skipped\":{\"empty\":1}");
    }
}
