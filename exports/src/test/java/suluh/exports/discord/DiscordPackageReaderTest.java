package suluh.exports.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import suluh.core.observation.ConversationType;
import suluh.core.observation.FileFate;
import suluh.core.observation.Observation;
import suluh.exports.BytesFile;
import suluh.exports.Read;

class DiscordPackageReaderTest {
    private static final String FOLDER = "package/messages/c926625772339200001/";

    @Test
    void readsNoRowUnderAnotherHead() {
        Read read = Read.of(BytesFile.of(FOLDER + "messages.csv", "ID,When,Contents,Attachments\n1,2,3,4\n"));

        assertThat(read.reading().fate()).isEqualTo(FileFate.NOT_UNDERSTOOD);
        assertThat(read.alarms()).containsExactly("KEY_UNKNOWN");
        assertThat(read.observations()).isEmpty();
    }

    @Test
    void saysWhatItsNeighboursDoNotSay() {
        Read read = Read.of(BytesFile.of(
                FOLDER + "messages.csv",
                "ID,Timestamp,Contents,Attachments\n796273888198656001,2021-01-06 07:08:09.123000+00:00,hi,\n"));

        assertThat(read.alarms()).containsExactly("PART_MISSING", "OWNER_UNKNOWN");
        assertThat(read.messages().getFirst().conversation().type()).isEqualTo(ConversationType.UNKNOWN);
    }

    @Test
    void tellsAMessageWhoseTimeWasChanged() {
        Read read = Read.of(BytesFile.of(
                FOLDER + "messages.json",
                "[{\"ID\":796273888198656001,\"Timestamp\":\"2021-01-07 07:08:09\",\"Contents\":\"hi\","
                        + "\"Attachments\":\"\"}]"));

        assertThat(read.alarms()).contains("ID_TIME_DISAGREES");
        assertThat(read.messages()).hasSize(1);
    }

    @Test
    void leavesFilesOfOtherShapesAtItsPlacesToOthers() {
        Read read = Read.of(BytesFile.of("account/user.json", "{\"shop\":1}"));

        assertThat(read.reading().format()).isEmpty();
    }

    @Test
    void tellsAFolderWithoutMessages() {
        BytesFile channel = BytesFile.of(FOLDER + "channel.json", "{\"id\":\"926625772339200001\",\"type\":1}");

        Read read = Read.of(channel.among(List.of(channel)));

        assertThat(read.alarms()).containsExactly("PART_MISSING");
        assertThat(read.all(Observation.Group.class)).hasSize(1);
    }
}
