package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.QueueConversations.Place;
import suluh.app.flow.QueueConversations.State;
import suluh.app.flow.ReadConversation.MessageLine;
import suluh.app.flow.ReviewConversation.Moment;
import suluh.app.flow.ReviewConversation.Reading;
import suluh.app.host.InputFiles;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.conversation.ConversationCode;
import suluh.core.conversation.evaluation.ReviewMeasures;
import suluh.core.conversation.evaluation.Verdict;
import suluh.core.exposure.ReadingStretch;
import suluh.core.kernel.Outcome;

/** The queue, the reader and the verdicts of two readers, over the real database. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ReviewConversationTest {
    @TempDir
    private static Path folder;

    private static House house;
    private static Instant time = Instant.parse("2026-11-24T08:00:00Z");
    private static OpenedCase first;
    private static OpenedCase second;

    @BeforeAll
    static void openACaseWithTwoReaders() throws Exception {
        house = SmallHouse.open(folder.resolve("data"), SmallHouse.clock(() -> time));
        Acting one = person("one");
        Acting two = person("two");
        first = SmallHouse.done(new OpenCase(house).run(one, "MY-792-12", "MY-593-116B"));
        SmallHouse.done(new JoinCase(house).byLogin(first, "two", Role.SUPERVISOR));
        second = SmallHouse.done(house.access().inCase(two, first.number(), Act.VIEW_CASE));
        Path input = SmallHouse.synthetic(folder.resolve("synth"), 3_000);
        SmallHouse.done(new ProbeInput(house)
                .run(Outcome.done(first), InputFiles.below(List.of(input)), null, null, Progress.SILENT));
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    private static Acting person(String login) {
        return SmallHouse.person(
                house, "d11", login, Set.of(Role.SUPERVISOR), "a long enough password", word -> "hash");
    }

    @Test
    void firstPutsTheHighestScoreAtTheHeadWithWhyAndWhereToBegin() {
        List<Place> queue = queue(first);

        assertThat(queue).hasSizeGreaterThan(2);
        assertThat(queue).extracting(Place::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(queue).allSatisfy(place -> {
            assertThat(place.state()).isEqualTo(State.UNREAD);
            assertThat(place.families()).isNotEmpty();
            Reading reading = read(first, place.conversation(), 0).orElseThrow();
            Moment moment = Objects.requireNonNull(reading.triage().course().get(place.firstIndex()));
            assertThat(moment.isFirstOfBand()).isTrue();
            assertThat(moment.band()).isEqualTo(place.band());
        });
    }

    @Test
    void warnsWhoReadsForLongThatAPauseIsDue() {
        int conversation = queue(first).getFirst().conversation();
        time = time.plus(Duration.ofHours(13));
        assertThat(read(first, conversation, 0).orElseThrow().stretch().looks()).isOne();
        for (int i = 0; i < 4; i++) {
            time = time.plus(Duration.ofMinutes(12));
            read(first, conversation, 0);
        }

        ReadingStretch stretch = read(first, conversation, 0).orElseThrow().stretch();

        assertThat(stretch.looks()).isEqualTo(6);
        assertThat(stretch.isPauseDue()).isTrue();
        assertThat(read(second, conversation, 0).orElseThrow().stretch().isPauseDue())
                .isFalse();
        time = time.plus(Duration.ofMinutes(15));
        assertThat(read(first, conversation, 0).orElseThrow().stretch().isPauseDue())
                .isFalse();
    }

    @Test
    void passagesAreShownWithWhatStandsAroundThemAtTheirPlaces() {
        int conversation = queue(first).getFirst().conversation();
        Reading whole = read(first, conversation, 0).orElseThrow();
        Reading passages = read(first, conversation, -1).orElseThrow();

        assertThat(passages.page().messages()).extracting(MessageLine::index).isSorted();
        assertThat(passages.page().messages())
                .anySatisfy(line -> assertThat(line.normalised()).isNotEmpty());
        for (MessageLine line : passages.page().messages()) {
            if (line.index() < whole.page().messages().size()) {
                assertThat(line).isEqualTo(whole.page().messages().get((int) line.index()));
            }
        }
        for (long place : passages.triage().course().keySet()) {
            assertThat(passages.page().messages())
                    .extracting(MessageLine::index)
                    .contains(place);
        }
    }

    /** A page that fetched, parsed and counted them again would cost more with every message of the case. */
    @Test
    void readsTheFindingsOnceForAllLooks() {
        ConversationFindings findings = ConversationFindings.of(house, first);

        assertThat(findings.all()).isNotEmpty();
        assertThat(ConversationFindings.of(house, second)).isSameAs(findings);
    }

    @Test
    void refusesAVerdictWithoutReasonOrReading() {
        int unread = queue(first).getLast().conversation();
        ReviewConversation review = new ReviewConversation(house);

        assertThat(code(review.give(second, unread, Verdict.CONCERN, "because")))
                .isEqualTo(CaseworkCode.CONVERSATION_UNREAD);
        assertThat(code(review.give(second, unread, Verdict.CONCERN, "  ")))
                .isEqualTo(ConversationCode.VERDICT_INCOMPLETE);
        assertThat(code(review.give(second, unread, Verdict.CONCERN, "x".repeat(1_001))))
                .isEqualTo(ConversationCode.VERDICT_INCOMPLETE);
        assertThat(read(first, 99_999, 0)).isEmpty();
    }

    @Test
    void storesAVerdictWithItsTimeBindsItAndMeasuresIt() {
        ReviewConversation review = new ReviewConversation(house);
        int conversation = queue(first).getFirst().conversation();
        read(first, conversation, 0);
        SmallHouse.done(review.give(first, conversation, Verdict.UNCLEAR, "first look"));
        read(first, conversation, 0);
        time = time.plus(Duration.ofMinutes(4));
        read(first, conversation, 100);
        time = time.plus(Duration.ofHours(3));
        SmallHouse.done(review.give(first, conversation, Verdict.NO_CONCERN, "a game between brothers"));

        assertThat(queue(first).getLast().conversation()).isEqualTo(conversation);
        assertThat(state(first, conversation)).isEqualTo(State.READ);
        assertThat(state(second, conversation)).isEqualTo(State.READ_BY_OTHERS);
        ReviewMeasures measures = SmallHouse.done(review.measures(second));
        assertThat(measures.verdicts()).isEqualTo(2);
        assertThat(measures.lookNow()).isEqualTo(new ReviewMeasures.Share(0, 1));
        assertThat(measures.hours() * 3_600)
                .as("four minutes, and ten of the three hours that the reader was away")
                .isEqualTo(14 * 60);
        var stored = house.database()
                .inCase(first.id(), () -> house.verdicts().all())
                .getLast();
        String commitment = ReviewConversation.commitment(
                        HexFormat.of().parseHex(stored.salt()), "a game between brothers")
                .hex();
        assertThat(ledger()).contains("verdict-given", commitment).doesNotContain("brothers");
    }

    @Test
    void tellsTheSecondReaderNothingBeforeTheirOwnVerdict() {
        ReviewConversation review = new ReviewConversation(house);
        int conversation = queue(first).getFirst().conversation();
        read(first, conversation, 0);
        SmallHouse.done(review.give(first, conversation, Verdict.CONCERN, "asks for the address"));

        assertThat(read(second, conversation, 0).orElseThrow().verdicts()).isEmpty();
        SmallHouse.done(review.give(second, conversation, Verdict.CONCERN, "so do I"));

        assertThat(read(second, conversation, 0).orElseThrow().verdicts()).hasSize(2);
        assertThat(SmallHouse.done(review.measures(first)).agreement()).isEqualTo(new ReviewMeasures.Share(1, 1));
    }

    private static State state(OpenedCase reader, int conversation) {
        return queue(reader).stream()
                .filter(place -> place.conversation() == conversation)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static List<Place> queue(OpenedCase reader) {
        return SmallHouse.done(new QueueConversations(house).run(reader));
    }

    private static Optional<Reading> read(OpenedCase reader, int conversation, long from) {
        return SmallHouse.done(new ReviewConversation(house).read(reader, conversation, from));
    }

    private static Object code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "done";
    }

    private static String ledger() {
        long size = house.ledger().tree(house.ledger().integrate()).size();
        StringBuilder entries = new StringBuilder();
        house.ledger()
                .leavesFrom(0, (int) size)
                .forEach(leaf -> entries.append(new String(leaf, StandardCharsets.UTF_8)));
        return entries.toString();
    }
}
