package suluh.exports.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.exports.BytesFile;
import suluh.exports.Exports;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.SpoolSpace;

class MetaCompletenessTest {
    private final List<Observation> passed = new ArrayList<>();

    private List<FileReading> read(BytesFile... files) {
        List<FileReading> readings = new ArrayList<>();
        MetaCompleteness completeness = new MetaCompleteness(passed::add);
        try {
            for (BytesFile file : files) {
                Exports.readAll(file, ReadingContext.usual(SpoolSpace.none()), completeness, readings::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return completeness.completed(readings);
    }

    private static String message(long millis, String text) {
        return "{\"sender_name\":\"B\",\"timestamp_ms\":" + millis + ",\"content\":\"" + text
                + "\",\"reactions\":[{\"reaction\":\"x\",\"actor\":\"A\"}]}";
    }

    private static String encrypted(long millis, String text) {
        return "{\"senderName\":\"B\",\"timestamp\":" + millis + ",\"text\":\"" + text
                + "\",\"reactions\":[{\"reaction\":\"x\",\"actor\":\"A\"}]}";
    }

    private static String[] daily(int days) {
        return IntStream.range(0, days)
                .mapToObj(day -> message(1700000000000L - day * 86_400_000L, "hello"))
                .toArray(String[]::new);
    }

    private static BytesFile thread(String path, String... messages) {
        return BytesFile.of(
                "facebook/messages/" + path,
                "{\"participants\":[{\"name\":\"A\"},{\"name\":\"B\"}],\"messages\":[" + String.join(",", messages)
                        + "],\"title\":\"B\"}");
    }

    private static BytesFile backup(String... messages) {
        return BytesFile.of(
                "messages/B_1.json",
                "{\"participants\":[\"A\",\"B\"],\"threadName\":\"B\",\"messages\":[" + String.join(",", messages)
                        + "]}");
    }

    private long messages() {
        return passed.stream().filter(Observation.Message.class::isInstance).count();
    }

    @Test
    void passesTheSecondCopyOfAnEncryptedMessageOverAndCountsIt() {
        List<FileReading> readings = read(
                thread(
                        "e2ee_cutover/b_1/message_1.json",
                        message(1700000000000L, "hello"),
                        message(1700000001000L, "again")),
                backup(encrypted(1700000000000L, "hello"), encrypted(1700000002000L, "new")));

        assertThat(messages()).isEqualTo(3);
        assertThat(passed).filteredOn(Observation.Reaction.class::isInstance).hasSize(3);
        assertThat(readings.get(1).skipped()).containsEntry(MetaCompleteness.COPY, 1L);
        assertThat(readings.get(1).recordsRead()).isEqualTo(3);
        assertThat(readings.stream().mapToLong(FileReading::observations).sum()).isEqualTo(passed.size());
    }

    @Test
    void keepsEqualMessagesOfThreadsThatAreNotEncrypted() {
        read(
                thread("inbox/b_1/message_1.json", message(1700000000000L, "hello")),
                thread("inbox/c_1/message_1.json", message(1700000000000L, "hello")));

        assertThat(messages()).isEqualTo(2);
    }

    @Test
    void tellsThatTheEncryptedPartIsMissingWhereThreadsWentOnEncrypted() {
        FileReading reading = read(thread("e2ee_cutover/b_1/message_1.json", message(1700000000000L, "hello")))
                .getFirst();

        assertThat(reading.fate()).isEqualTo(FileFate.PARTLY_READ);
        assertThat(reading.alarms()).extracting(alarm -> alarm.code()).contains(ReadingCode.ENCRYPTED_PART_MISSING);
    }

    @Test
    void tellsThatDirectThreadsEndEarly() {
        BytesFile logins = BytesFile.of(
                "facebook/security_and_login_information/account_activity.json",
                "{\"account_activity_v2\":[{\"action\":\"Login\",\"timestamp\":1710000000,\"ip_address\":\"192.0.2.1\"}]}");

        List<FileReading> readings = read(thread("inbox/b_1/message_1.json", daily(DirectDays.HABIT_DAYS)), logins);

        assertThat(readings.getFirst().fate()).isEqualTo(FileFate.READ);
        assertThat(readings.getFirst().alarms().getFirst().message())
                .contains("direct threads end on 2023-11-14", "until 2024-03-09");
    }

    @Test
    void saysNothingOfSilencesThatAreUsual() {
        BytesFile logins = BytesFile.of(
                "facebook/security_and_login_information/account_activity.json",
                "{\"account_activity_v2\":[{\"action\":\"Login\",\"timestamp\":1710000000,\"ip_address\":\"192.0.2.1\"}]}");
        String[] seldom = {
            message(1700000000000L, "a"),
            message(1690000000000L, "b"),
            message(1680000000000L, "c"),
            message(1670000000000L, "d"),
            message(1660000000000L, "e"),
        };

        assertThat(read(thread("inbox/b_1/message_1.json", seldom), logins))
                .allSatisfy(reading -> assertThat(reading.alarms()).isEmpty());
    }

    @Test
    void keepsEqualMessagesOfOneMillisecondWithinOnePart() {
        String photo = encrypted(1700000000000L, "");

        List<FileReading> readings = read(
                backup(photo, photo, photo),
                thread("e2ee_cutover/b_1/message_1.json", message(1700000000000L, ""), message(1700000000000L, "")));

        assertThat(messages()).isEqualTo(3);
        assertThat(readings.get(1).skipped()).containsEntry(MetaCompleteness.COPY, 2L);
    }

    @Test
    void saysNothingWhenTheBackupIsThereOrHistoryIsRecent() {
        List<FileReading> whole = read(
                thread("e2ee_cutover/b_1/message_1.json", message(1700000000000L, "hello")),
                backup(encrypted(1700000002000L, "new")));
        List<FileReading> recent = read(thread("inbox/b_1/message_1.json", message(1700000000000L, "hello")));

        assertThat(whole).extracting(FileReading::fate).containsOnly(FileFate.READ);
        assertThat(recent).extracting(FileReading::fate).containsOnly(FileFate.READ);
    }

    @Test
    void tellsPartsOfAThreadThatAreNotThere() {
        List<FileReading> readings = read(
                thread("inbox/b_1/message_1.json", message(1700000001000L, "b")),
                thread("inbox/b_1/message_3.json", message(1700000000000L, "a")));

        assertThat(readings.get(1).alarms())
                .extracting(alarm -> alarm.code())
                .containsExactly(ReadingCode.PART_NUMBER_MISSING);
        assertThat(readings.get(1).fate()).isEqualTo(FileFate.PARTLY_READ);
    }
}
