package suluh.core.conversation.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.Band;
import suluh.core.conversation.ConversationCode;
import suluh.core.conversation.CueFamily;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;

class ModelTrainingTest {
    private static final String CARD = "# Intended use\n# Out of scope\n# Evaluation\n# Limits\n";
    private static final String STATEMENT = "# Source and authority\n# Language variety\n# People\n# Labelling\n";
    private static final Sha256Digest FILE = Sha256Digest.of(new byte[] {1});

    @Test
    void isRefusedWithoutTheSectionsOfItsStatements() {
        assertThat(code(ModelTraining.begin(CARD, "# People"))).isEqualTo(ConversationCode.STATEMENT_INCOMPLETE);
        assertThat(code(ModelTraining.begin("limits", STATEMENT))).isEqualTo(ConversationCode.STATEMENT_INCOMPLETE);
    }

    @Test
    void isRefusedWithTooFewOfAKind() {
        ModelTraining training = done(ModelTraining.begin(CARD, STATEMENT));
        training.add(assessment(CueFamily.AGE.bit()), true);

        assertThat(code(training.finish(FILE, 1))).isEqualTo(ConversationCode.TRAINING_TOO_SMALL);
    }

    @Test
    void tellsApartWhatItsExamplesTellApart() {
        LearnedModel model = trained(false);

        assertThat(model.score(assessment(CueFamily.SECRECY.bit()))).isGreaterThan(0.8);
        assertThat(model.score(assessment(CueFamily.AGE.bit()))).isLessThan(0.2);
    }

    @Test
    void learnsTheSameWhateverTheOrderAndReadsItselfBack() {
        LearnedModel model = trained(false);

        assertThat(trained(true).name()).isEqualTo(model.name());
        assertThat(done(LearnedModel.parse(model.bytes())).bytes()).isEqualTo(model.bytes());
        assertThat(code(LearnedModel.parse("{}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(ConversationCode.MODEL_UNREADABLE);
    }

    private static LearnedModel trained(boolean positivesLast) {
        ModelTraining training = done(ModelTraining.begin(CARD, STATEMENT));
        for (int i = 0; i < 2 * ModelTraining.MIN_OF_A_KIND; i++) {
            boolean isPositive = positivesLast ? i >= ModelTraining.MIN_OF_A_KIND : i < ModelTraining.MIN_OF_A_KIND;
            training.add(assessment(isPositive ? CueFamily.SECRECY.bit() : CueFamily.AGE.bit()), isPositive);
        }
        return done(training.finish(FILE, 1));
    }

    private static Assessment assessment(int families) {
        return new Assessment(
                0.1, Band.BACKGROUND, "a", 10, List.of(), List.of(), 1, List.of(), families, "suluh-cues-4");
    }

    private static Object code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "done";
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new AssertionError("refused: " + outcome);
    }
}
