package suluh.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;

class ConversationAssessorTest {
    private static final CueMatcher MATCHER = CueMatcher.standard();
    private static final CueWeights WEIGHTS = CueWeights.standard();
    private static final EvidenceId ITEM = EvidenceId.of(Sha256Digest.of(new byte[] {1}), "x");

    /** One passage of each stage, in both languages and mixed; a script takes one of each. */
    private static final List<List<String>> STAGES = List.of(
            List.of("how old are you", "umur berapa ya", "you form berapa", "what school do you go to"),
            List.of("are your parents at home now", "mak ayah ada dekat rumah tak", "ada orang check phone you tak"),
            List.of("this is our secret ok", "jangan bagitahu mak tau", "antara kita je ya", "keep this between us"),
            List.of("add me on telegram", "jom sembang dekat wasap", "give me your number"),
            List.of("i can get you some diamonds", "nanti saya bagi topup", "nak voucher tak i belanja"),
            List.of("send me your photo", "hantar gambar awak", "buka kamera kejap"),
            List.of("can we meet somewhere", "jom jumpa dekat taman", "i can pick you up after school"));

    private static final List<String> CHATTER = List.of(
            "dah makan?",
            "homework maths susah la",
            "jom main bola petang ni",
            "ok see you at tuition",
            "hahaha",
            "cikgu suruh hantar esok",
            "hujan lebat dekat sini",
            "the match was so good",
            "siapa nak order nasi lemak");

    /** Innocent talk that uses the words of cues. */
    private static final List<List<String>> NEUTRAL = List.of(
            List.of("p:are you home yet", "c:home already mum", "p:i will pick you up after school", "c:ok mum"),
            List.of("p:ayah top up phone rm10", "c:terima kasih ayah", "p:jangan bagitahu adik nanti dia nak jugak"),
            List.of(
                    "t:umur anak puan berapa, tingkatan berapa?",
                    "c:13 tahun cikgu",
                    "t:hantar gambar soalan nombor 3"),
            List.of(
                    "t:class moves to a video call if it rains",
                    "c:noted teacher",
                    "t:send a picture of question five"),
            List.of("s:nak baju saiz apa?", "c:saiz m", "s:alamat dekat mana? boleh cod", "s:terima kasih order lagi"),
            List.of("a:surprise party for aina jangan bagitahu dia", "b:ok our secret", "a:jumpa dekat kantin"),
            List.of("a:add me on discord for the game", "b:ok", "a:i will send you the skin list", "b:nice"),
            List.of("a:how old are you", "b:25, you?", "a:27. free tonight?", "b:let us meet at the cafe"),
            List.of("a:hantar gambar nota sejarah", "b:kejap", "a:thanks", "b:jangan lupa bawa buku"),
            List.of("a:delete the old file please", "b:done", "a:meet me at the library for the project"),
            List.of("a:you look so pretty in that photo", "b:thanks!!", "a:where was it?", "b:langkawi"),
            List.of("a:i owe you five ringgit", "b:takpe", "a:nanti saya belanja air", "b:hehe ok"));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(
            longs = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
                29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40
            })
    void asksForALookWhereOneSideShowsManyStages(long seed) {
        Assessment assessment = assess(script(new Random(seed), "a", "c"));

        assertThat(assessment.band()).isEqualTo(Band.LOOK_NOW);
        assertThat(assessment.sender()).isEqualTo("a");
        assertThat(assessment.firstAlert()).isPresent();
        assertThat(assessment.cues())
                .allSatisfy(cue -> assertThat(cue.message().sender()).isEqualTo("a"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leavesInnocentTalkInTheBackgroundWhateverItIsMixedWith(long seed) {
        Random random = new Random(seed);
        for (List<String> dialogue : NEUTRAL) {
            List<AssessedMessage> messages = new ArrayList<>();
            for (String line : dialogue) {
                messages.add(message(line.substring(0, 1), line.substring(2)));
                for (int i = random.nextInt(4); i > 0; i--) {
                    messages.add(message(line.substring(0, 1), CHATTER.get(random.nextInt(CHATTER.size()))));
                }
            }
            assertThat(assess(messages).band()).as(String.join(" / ", dialogue)).isNotEqualTo(Band.LOOK_NOW);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53})
    void doesNotChangeItsScoreForOrdinaryChatterOrOtherNames(long seed) {
        Random random = new Random(seed);
        List<AssessedMessage> script = script(random, "a", "c");
        List<AssessedMessage> longer = new ArrayList<>();
        List<AssessedMessage> renamed = new ArrayList<>();
        for (AssessedMessage message : script) {
            longer.add(message);
            longer.add(message("c", CHATTER.get(random.nextInt(CHATTER.size()))));
            renamed.add(message(message.sender().equals("a") ? "x" : "y", message.text()));
        }

        assertThat(assess(longer).score()).isEqualTo(assess(script).score());
        assertThat(assess(renamed).score()).isEqualTo(assess(script).score());
    }

    @Test
    void neverScoresLowerForAFurtherCue() {
        List<AssessedMessage> messages = new ArrayList<>();
        double before = 0;
        for (List<String> stage : STAGES) {
            messages.add(message("a", stage.getFirst()));
            double score = assess(messages).score();
            assertThat(score).isGreaterThanOrEqualTo(before);
            before = score;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {61, 62, 63, 64})
    void tellsTheScoreOfEachMessageAsIfItWereTheLast(long seed) {
        List<AssessedMessage> script = script(new Random(seed), "a", "c");
        Assessment whole = assess(script);
        double score = 0;
        int step = 0;
        for (int i = 0; i < script.size(); i++) {
            double soFar = assess(script.subList(0, i + 1)).score();
            if (step < whole.course().size() && whole.course().get(step).index() == i) {
                score = whole.course().get(step++).score();
                assertThat(soFar).isEqualTo(score);
            }
            assertThat(score == 0 || soFar == score).as("message %s", i).isTrue();
        }

        assertThat(step).isEqualTo(whole.course().size());
        assertThat(whole.firstLook().orElseThrow().index())
                .isLessThanOrEqualTo(whole.firstAlert().orElseThrow().index());
        assertThat(whole.course().getLast().score()).isEqualTo(whole.score());
    }

    @Test
    void countsThePlacesOfRecordsThatAreNotAssessed() {
        ConversationAssessor assessor = new ConversationAssessor(WEIGHTS);
        assessor.passOver();
        assessor.passOver();
        assessor.accept(message("a", "this is our secret ok"), MATCHER.reader().read("this is our secret ok"));

        Assessment assessment = assessor.finish();

        assertThat(assessment.cues())
                .allSatisfy(cue -> assertThat(cue.messageIndex()).isEqualTo(2));
        assertThat(assessment.messages()).isEqualTo(1);
    }

    @Test
    void staysInTheBackgroundForOneFamilyHoweverOften() {
        List<AssessedMessage> messages = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            messages.add(message("a", "this is our secret ok"));
        }

        Assessment assessment = assess(messages);

        assertThat(assessment.band()).isEqualTo(Band.BACKGROUND);
        assertThat(assessment.cueCount()).isEqualTo(500);
        assertThat(assessment.cues()).hasSizeLessThanOrEqualTo(ConversationAssessor.MAX_CUES);
    }

    @Test
    void doesNotAddUpTheCuesOfDifferentSenders() {
        List<AssessedMessage> messages = new ArrayList<>();
        for (int i = 0; i < STAGES.size(); i++) {
            messages.add(message("member" + i, STAGES.get(i).getFirst()));
        }

        assertThat(assess(messages).band()).isEqualTo(Band.BACKGROUND);
    }

    @Test
    void holdsForNoMessage() {
        assertThat(assess(List.of()).band()).isEqualTo(Band.BACKGROUND);
    }

    private static List<AssessedMessage> script(Random random, String adult, String child) {
        List<AssessedMessage> messages = new ArrayList<>();
        for (List<String> stage : STAGES) {
            messages.add(message(adult, stage.get(random.nextInt(stage.size()))));
            messages.add(message(child, CHATTER.get(random.nextInt(CHATTER.size()))));
        }
        return messages;
    }

    private static Assessment assess(List<AssessedMessage> messages) {
        ConversationAssessor assessor = new ConversationAssessor(WEIGHTS);
        CueMatcher.Reader reader = MATCHER.reader();
        messages.forEach(message -> assessor.accept(message, reader.read(message.text())));
        return assessor.finish();
    }

    private static AssessedMessage message(String sender, String text) {
        return new AssessedMessage(
                sender, LocalDateTime.of(2024, 5, 1, 15, 0), text, null, new SourcePointer(ITEM, "", 0, 1));
    }
}
