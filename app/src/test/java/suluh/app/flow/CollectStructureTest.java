package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.host.InputException;
import suluh.core.disclosure.AccountFinding;
import suluh.core.disclosure.ConversationFinding;
import suluh.core.disclosure.Findings;
import suluh.core.disclosure.ReasonFinding;

/** Structure of contacts out of an export, through the real database, into findings, leads and report. */
class CollectStructureTest {
    private static final String OPENER = "telegram:user1";
    private static final LocalDateTime JOINED = LocalDateTime.parse("2026-10-01T09:00:00");

    @TempDir
    private static Path folder;

    private static House house;
    private static Findings findings;
    private static String report = "";

    /** One writes to three members of a group soon after joining it, alike, by night and without an answer. */
    @BeforeAll
    static void probe() throws IOException, InputException {
        house = SmallHouse.open(folder.resolve("data"));
        StringBuilder chats = new StringBuilder(group());
        for (int child = 2; child <= 4; child++) {
            chats.append(",").append(contact(child, true));
        }
        chats.append(",").append(contact(6, false));
        chats.append(",").append(friends()).append(",").append(notes());
        Path input = Files.createDirectories(folder.resolve("input"));
        Files.writeString(
                input.resolve("result.json"),
                "{\"about\":\"x\",\"personal_information\":{\"user_id\":9,\"first_name\":\"Owner\"},\"chats\":{\"about\":\"x\",\"list\":["
                        + chats + "]}}");
        findings = SmallHouse.probe(house, input, folder.resolve("bundle")).findings();
        report = Files.readString(folder.resolve("bundle/data/report.html"));
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    @Test
    void listsWhatStructureAloneShowsWithItsReasonsAndLeavesItInTheBackground() {
        assertThat(findings.conversations()).hasSize(4).allSatisfy(finding -> {
            assertThat(finding.band()).isEqualTo("background");
            assertThat(finding.score()).isLessThan(0.35);
            assertThat(finding.cues()).isEmpty();
            assertThat(finding.firstLook()).isNull();
        });
        for (ConversationFinding finding : findings.conversations().subList(0, 3)) {
            assertThat(signs(finding)).containsOnly("OPENS_ALIKE", "HOURS_AFTER_GROUP_JOIN", "PERSISTS_UNANSWERED");
        }
    }

    /** A Unix time says nothing of the hour where the writer was; the other export states wall-clock times alone. */
    @Test
    void tellsNightsOnlyWhereTheHourOfTheWriterIsKnown() {
        assertThat(signs(findings.conversations().getLast())).containsOnly("PERSISTS_UNANSWERED", "WRITES_AT_NIGHT");
    }

    @Test
    void givesTheLeadTheSameReasons() {
        AccountFinding lead = findings.accounts().getFirst();

        assertThat(lead.key()).isEqualTo(OPENER);
        assertThat(lead.reasons().stream().collect(Collectors.toMap(ReasonFinding::code, ReasonFinding::figure)))
                .containsEntry("OPENS_ALIKE", 3.0)
                .containsEntry("CONTACTS_AFTER_GROUP_JOIN", 3.0)
                .containsEntry("PERSISTS_UNANSWERED", 4.0)
                .containsEntry("WRITES_AT_NIGHT", 1.0);
    }

    @Test
    void saysInTheReportThatNoStructureLiftsABand() {
        assertThat(report).contains("Shown by structure alone", "no structure lifts them out of it");
    }

    /** Codes of the signs that rest on records. */
    private static List<String> signs(ConversationFinding finding) {
        return finding.signals().stream()
                .filter(signal -> !signal.sources().isEmpty())
                .map(ReasonFinding::code)
                .toList();
    }

    private static String group() {
        StringBuilder messages = new StringBuilder();
        for (int user = 1; user <= 5; user++) {
            messages.append(user == 1 ? "" : ",")
                    .append(message(user, user, JOINED.plusMinutes(user), "good morning", true));
        }
        return chat("private_supergroup", "Chess club", 100, messages.toString());
    }

    /** Twelve messages over four nights, the same opening; one answer at the end. */
    private static String contact(int child, boolean hasInstant) {
        StringBuilder messages = new StringBuilder();
        int id = 0;
        for (int night = 0; night < 4; night++) {
            for (int line = 0; line < 3; line++) {
                String text = night == 0 && line == 0 ? opening(hasInstant) : "hello";
                LocalDateTime at = JOINED.plusDays(1 + night).withHour(23).plusMinutes(line);
                messages.append(id == 0 ? "" : ",").append(message(++id, 1, at, text, hasInstant));
            }
        }
        messages.append(",").append(message(++id, child, JOINED.plusDays(9), "sorry, busy", hasInstant));
        return chat("personal_chat", "User " + child, child, messages.toString());
    }

    private static String opening(boolean isAlike) {
        return isAlike ? "saw your game against the north team yesterday" : "about the lamp you offered on the market";
    }

    /** Two who answer each other by day. */
    private static String friends() {
        StringBuilder messages = new StringBuilder();
        for (int i = 1; i <= 12; i++) {
            messages.append(i == 1 ? "" : ",")
                    .append(message(i, 4 + i % 2, JOINED.plusDays(20 + i), "see you at practice number " + i, true));
        }
        return chat("personal_chat", "User 5", 5, messages.toString());
    }

    private static String notes() {
        StringBuilder messages = new StringBuilder();
        for (int i = 1; i <= 12; i++) {
            messages.append(i == 1 ? "" : ",")
                    .append(message(i, 1, JOINED.plusDays(i).withHour(23), "buy milk and bread", false));
        }
        return chat("saved_messages", "Saved", 1, messages.toString());
    }

    private static String chat(String type, String name, int id, String messages) {
        return "{\"name\":\"" + name + "\",\"type\":\"" + type + "\",\"id\":" + id + ",\"messages\":[" + messages
                + "]}";
    }

    private static String message(int id, int user, LocalDateTime at, String text, boolean hasInstant) {
        String instant = ",\"date_unixtime\":\"" + at.toEpochSecond(ZoneOffset.ofHours(8)) + "\"";
        return "{\"id\":" + id + ",\"type\":\"message\",\"date\":\"" + at + ":00\"" + (hasInstant ? instant : "")
                + ",\"from\":\"User " + user + "\",\"from_id\":\"user" + user + "\",\"text\":\"" + text + "\"}";
    }
}
