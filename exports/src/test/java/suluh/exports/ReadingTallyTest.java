package suluh.exports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;

class ReadingTallyTest {
    private final ReadingTally tally = new ReadingTally(BytesFile.of("a.json", "{}"), "a", observation -> {});

    @Test
    void givesTheAlarmThatCostARecordAsTheReason() {
        tally.recordRead();
        tally.alarm(ReadingCode.EXPORT_LIMITED, "made for a range of dates", -1);
        tally.recordNotUnderstood();
        tally.alarm(ReadingCode.RECORD_INCOMPLETE, "it has no id", 7);

        FileReading reading = tally.finish();

        assertThat(reading.fate()).isEqualTo(FileFate.PARTLY_READ);
        assertThat(reading.reason()).isEqualTo("1 record was not understood: it has no id");
    }

    @Test
    void givesTheFirstAlarmWhenNoneSaysWhyARecordWasLost() {
        tally.recordNotUnderstood();
        tally.recordNotUnderstood();
        tally.alarm(ReadingCode.SCHEMA_BROKEN, "it lacks what the form asks for", 3);

        FileReading reading = tally.finish();

        assertThat(reading.reason()).isEqualTo("2 records were not understood: it lacks what the form asks for");
    }

    @Test
    void givesTheLastAlarmOfADamagedFileAsTheReason() {
        tally.recordNotUnderstood();
        tally.alarm(ReadingCode.RECORD_INCOMPLETE, "it has no id", 7);
        tally.damaged(ReadingCode.JSON_CUT, "the file ends at byte 9", 9);

        FileReading reading = tally.finish();

        assertThat(reading.fate()).isEqualTo(FileFate.NOT_UNDERSTOOD);
        assertThat(reading.reason()).isEqualTo("the file ends at byte 9");
    }
}
