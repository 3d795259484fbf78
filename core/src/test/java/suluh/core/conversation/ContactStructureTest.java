package suluh.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.core.conversation.ContactStructure.Code;
import suluh.core.conversation.ContactStructure.Line;
import suluh.core.conversation.ContactStructure.Moment;
import suluh.core.conversation.ContactStructure.Party;
import suluh.core.conversation.ContactStructure.Signal;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;

class ContactStructureTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Party ONE = new Party("facebook:1", "one", "Kumar");
    private static final Party TWO = new Party("facebook:2", "two", "Aina");
    private static final int GROUP = 100;

    private final ContactStructure structure =
            new ContactStructure(text -> CueMatcher.standard().normalised(text));
    private int records;

    @Test
    void tellsAFirstContactOfTwoWhomNothingTies() {
        structure.related("one", "friend");
        structure.related("two", "mother");
        talk(1, "hello there", NOON);

        assertThat(codes(1)).containsExactly(Code.NO_SHARED_TIES);
    }

    @ParameterizedTest
    @CsvSource({"one, two", "one, mother"})
    void keepsSilentWhereTheyAreFriendsOrHaveOne(String a, String b) {
        structure.related("two", "mother");
        structure.related(a, b);
        talk(1, "hello there", NOON);

        assertThat(codes(1)).isEmpty();
    }

    @Test
    void keepsSilentWhereTheDataSaysNothingOfOneOfThem() {
        structure.related("one", "friend");
        talk(1, "hello there", NOON);

        assertThat(codes(1)).isEmpty();
    }

    @Test
    void countsTheConversationsThatOneBeganWithNearlyTheSameWords() {
        for (int i = 1; i <= 4; i++) {
            Party child = new Party("telegram:" + i, "child" + i, "Child " + i);
            line(i, "telegram", ONE, NOON, "hi dik, kita satu sekolah dulu kan " + i, false);
            line(i, "telegram", child, NOON, "siapa ni", false);
        }
        line(5, "telegram", ONE, NOON, "boss invoice for the november delivery is attached", false);
        line(6, "telegram", TWO, NOON, "hi dik, kita satu sekolah dulu kan", false);

        for (int i = 1; i <= 4; i++) {
            Signal signal = signals(i).getFirst();
            assertThat(signal.code()).isEqualTo(Code.OPENS_ALIKE);
            assertThat(signal.figure()).isEqualTo(4);
            assertThat(signal.account()).isEqualTo("facebook:1");
            assertThat(signal.sources()).hasSize(4);
        }
        assertThat(codes(5)).isEmpty();
        assertThat(codes(6)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "167, 168", "169, 0", "-1, 0"})
    void tellsTheHoursFromJoiningAGroupToTheFirstMessage(int hoursAfter, long figure) {
        structure.inGroup("one", GROUP, NOON, source());
        structure.inGroup("two", GROUP, NOON.minus(Duration.ofDays(90)), source());
        talk(1, "hello there", NOON.plus(Duration.ofHours(hoursAfter)));

        long told = signals(1).stream()
                .filter(signal -> signal.code() == Code.HOURS_AFTER_GROUP_JOIN)
                .mapToLong(Signal::figure)
                .sum();

        assertThat(told).isEqualTo(figure);
        assertThat(codes(1)).doesNotContain(Code.NO_SHARED_TIES);
    }

    @Test
    void takesTheEarliestTimeInAGroupAndNoneWhenNoneIsKnown() {
        structure.inGroup("one", GROUP, NOON, source());
        structure.inGroup("one", GROUP, NOON.minus(Duration.ofDays(30)), source());
        structure.inGroup("one", GROUP, null, source());
        structure.inGroup("two", GROUP, null, source());
        talk(1, "hello there", NOON.plus(Duration.ofHours(1)));

        assertThat(codes(1)).isEmpty();
    }

    @Test
    void seesAMoveInTheDataByActorAndByName() {
        talk(1, "hello there", NOON);
        line(1, "facebook", ONE, NOON.plusSeconds(60), "add me on telegram", true);
        line(2, "telegram", new Party("telegram:7", "unknown", "AINA"), NOON.plusSeconds(600), "hi", false);
        line(2, "telegram", ONE, NOON.plusSeconds(601), "there you are", false);

        Signal signal = signals(1).getLast();

        assertThat(signal.code()).isEqualTo(Code.MOVED_PLATFORM);
        assertThat(signal.account()).isEqualTo("facebook:1");
        assertThat(signal.sources()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"facebook, two, 600", "telegram, two, -600", "telegram, two, 2678400", "telegram, three, 600"})
    void seesNoMoveWherePlatformTimeOrPersonDiffer(String platform, String other, long seconds) {
        talk(1, "hello there", NOON);
        line(1, "facebook", ONE, NOON, "add me on telegram", true);
        line(2, platform, new Party("x:" + other, other, other), NOON.plusSeconds(seconds), "hi", false);
        line(2, platform, ONE, NOON.plusSeconds(seconds), "there you are", false);

        assertThat(codes(1)).doesNotContain(Code.MOVED_PLATFORM);
    }

    @ParameterizedTest
    @CsvSource({"12, 4, 4", "12, 2, 0", "11, 4, 0", "48, 9, 9"})
    void countsHowOftenOneWroteAnewWithoutAnAnswer(int hoursBetween, int times, long figure) {
        for (int i = 0; i < times; i++) {
            direct(1, ONE, NOON.plus(Duration.ofHours((long) hoursBetween * i)), null);
            direct(1, ONE, NOON.plus(Duration.ofHours((long) hoursBetween * i)).plusSeconds(20), null);
        }

        long told = signals(1).stream()
                .filter(signal -> signal.code() == Code.PERSISTS_UNANSWERED)
                .mapToLong(Signal::figure)
                .sum();

        assertThat(told).isEqualTo(figure);
    }

    @Test
    void takesAnAnswerAsOneAndCountsAnewAfterIt() {
        for (int day = 0; day < 6; day++) {
            direct(1, day == 2 ? TWO : ONE, NOON.plus(Duration.ofDays(day)), null);
        }

        assertThat(signals(1)).singleElement().satisfies(signal -> {
            assertThat(signal.code()).isEqualTo(Code.PERSISTS_UNANSWERED);
            assertThat(signal.figure()).isEqualTo(3);
            assertThat(signal.account()).isEqualTo("facebook:1");
            assertThat(signal.sources()).hasSize(3);
        });
    }

    /** A note to oneself or a chat of unknown form with one writer says nothing of somebody who does not answer. */
    @Test
    void saysNothingOfAnswersWhereNobodyElseIsKnownToBeThere() {
        for (int day = 0; day < 6; day++) {
            line(1, "facebook", ONE, NOON.plus(Duration.ofDays(day)), "hello", false);
        }

        assertThat(codes(1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, 10, 50", "4, 10, 0", "9, 9, 0", "10, 10, 100"})
    void tellsWhoWritesAtNightFromHalfOfTenMessages(int atNight, int messages, long figure) {
        LocalDateTime day = LocalDateTime.parse("2026-11-02T15:00:00");
        for (int i = 0; i < messages; i++) {
            direct(1, ONE, null, i < atNight ? day.withHour(i % 2 == 0 ? 23 : 5) : day);
            direct(1, TWO, null, day);
        }

        long told = signals(1).stream()
                .filter(signal -> signal.code() == Code.WRITES_AT_NIGHT)
                .mapToLong(Signal::figure)
                .sum();

        assertThat(told).isEqualTo(figure);
    }

    private void direct(int conversation, Party writer, @Nullable Instant at, @Nullable LocalDateTime local) {
        structure.accept(
                new Line(conversation, "facebook", true, writer, new Moment(at, local), "hello", false, source()));
    }

    private List<Code> codes(int conversation) {
        return signals(conversation).stream().map(Signal::code).toList();
    }

    private List<Signal> signals(int conversation) {
        return structure.signals().getOrDefault(conversation, List.of());
    }

    private void talk(int conversation, String opening, Instant at) {
        line(conversation, "facebook", ONE, at, opening, false);
        line(conversation, "facebook", TWO, at.plusSeconds(30), "hello", false);
    }

    private void line(int conversation, String platform, Party writer, Instant at, String text, boolean asksToMove) {
        structure.accept(
                new Line(conversation, platform, false, writer, new Moment(at, null), text, asksToMove, source()));
    }

    private SourcePointer source() {
        return new SourcePointer(EvidenceId.of(Sha256Digest.of(new byte[] {1}), "x"), "", records++, 1);
    }
}
