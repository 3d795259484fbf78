package suluh.core.disclosure.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.disclosure.schedule.UnusedLine.Ground;

/** What speaks against a finding is found and put forward. */
class UnusedMaterialTest {
    private static final String SOURCE =
            "{\"item\":\"ev-00112233445566778899aabbccddeeff\",\"path\":\"\",\"offset\":10,\"length\":90}";

    @Test
    void findsComparisonsAgainstATieAndTiesThatWereCut() throws Exception {
        JsonObject findings = json("{\"actors\":[{\"links\":[{\"a\":\"x:1\",\"b\":\"x:2\",\"strength\":\"linked\","
                + "\"evidence\":[{\"code\":\"phone.same\",\"bits\":18.4,\"a\":\"1\",\"b\":\"1\",\"sources\":[]},"
                + "{\"code\":\"rhythm.unlike\",\"bits\":-3.5,\"a\":\"\",\"b\":\"\",\"sources\":[" + SOURCE + "]}]}]}],"
                + "\"suggestedLinks\":[{\"a\":\"x:3\",\"b\":\"x:4\",\"strength\":\"cut\",\"probability\":0.9,"
                + "\"basis\":\"owned-phone\",\"evidence\":[],\"sources\":[]}]}");

        List<UnusedLine> lines = UnusedMaterial.ofFindings(findings);

        assertThat(lines).extracting(UnusedLine::ground).containsExactly(Ground.AGAINST_A_LINK, Ground.LINK_CUT);
        assertThat(lines.getFirst().figure()).isEqualTo(-3.5);
        assertThat(lines.getFirst().words()).isEqualTo("rhythm.unlike");
        assertThat(lines.getFirst().sources())
                .singleElement()
                .satisfies(source -> assertThat(source.offset()).isEqualTo(10));
    }

    @Test
    void findsFilesThatWereNotWhollyRead() throws Exception {
        JsonObject report = json("{\"files\":[{\"item\":\"ev-1\",\"name\":\"a.json\",\"path\":\"\",\"fate\":\"read\"},"
                + "{\"item\":\"ev-2\",\"name\":\"b.zip\",\"path\":\"c.txt\",\"fate\":\"partly-read\","
                + "\"reason\":\"\",\"records\":{\"notUnderstood\":4}}]}");

        assertThat(UnusedMaterial.ofReadings(report)).singleElement().satisfies(line -> {
            assertThat(line.subject()).isEqualTo("ev-2 c.txt");
            assertThat(line.figure()).isEqualTo(4);
        });
    }

    @Test
    void putsWhatMayHelpTheDefenceFirst() {
        UnusedLine background = new UnusedLine(Ground.BACKGROUND, "case", 3, "", List.of());
        UnusedLine against = new UnusedLine(Ground.AGAINST_A_LINK, "x:1 / x:2", -1, "", List.of());

        Schedules schedules = new Schedules("SU-2026-0001", List.of(), List.of(background, against), List.of());

        assertThat(schedules.unused()).containsExactly(against, background);
        assertThat(new String(schedules.bytes(), StandardCharsets.UTF_8))
                .contains("\"ground\":\"against-a-link\",\"mayHelpTheDefence\":true,\"number\":\"U-1\"");
    }

    private static JsonObject json(String text) throws Exception {
        return JsonParser.parseObject(text.getBytes(StandardCharsets.UTF_8));
    }
}
