package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonObject;
import suluh.core.conversation.AssessedMessage;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.ConversationAssessor;
import suluh.core.conversation.ConversationCode;
import suluh.core.conversation.CueMatcher;
import suluh.core.conversation.CueWeights;
import suluh.core.conversation.Lexicon;
import suluh.core.conversation.evaluation.CueCoverage;
import suluh.core.conversation.evaluation.EvaluationReport;
import suluh.core.conversation.evaluation.LabelledAlert;
import suluh.core.conversation.learning.LearnedModel;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;
import suluh.exports.jsonl.ConversationLabel;
import suluh.exports.pan12.PanConversations;
import suluh.exports.script.Script;
import suluh.exports.script.ScriptBook;
import suluh.exports.script.ScriptSet;

/** Measures assessments against labels: of a file, of PAN-2012, or of the synthetic set. */
public final class EvaluateAssessments {
    private static final double LEARNED_THRESHOLD = 0.5;
    /** Conversations of ordinary talk beside the scripts: enough to see one in a thousand. */
    private static final int ORDINARY = 6_000;

    private static final SourcePointer NO_RECORD =
            new SourcePointer(EvidenceId.of(Sha256Digest.of(new byte[0]), "evaluation"), "", 0, 0);

    private final Lexicon lexicon;
    private final @Nullable LearnedModel learned;
    private final CueWeights weights = CueWeights.standard();
    private final CueMatcher.Reader reader;
    private final List<LabelledAlert> lookNow = new ArrayList<>();
    private final List<LabelledAlert> look = new ArrayList<>();
    private final List<LabelledAlert> byLearned = new ArrayList<>();
    private final List<LabelledAlert> ordinary = new ArrayList<>();
    private final List<LabelledAlert> ordinaryLook = new ArrayList<>();
    private final CueCoverage coverage = new CueCoverage();
    private long unlabelled;

    public EvaluateAssessments(Lexicon lexicon, @Nullable LearnedModel learned) {
        this.lexicon = lexicon;
        this.learned = learned;
        this.reader = new CueMatcher(lexicon).reader();
    }

    /** The flow that assesses a file of this lexicon. */
    public AssessMessages messages() {
        return new AssessMessages(lexicon);
    }

    /** Measures of the labelled conversations of a file. */
    public Outcome<EvaluateAssessments> labelled(
            SequencedMap<String, Assessment> assessments, Map<String, ConversationLabel> labels) {
        assessments.forEach((conversation, assessment) -> {
            ConversationLabel label = labels.get(conversation);
            if (label == null) {
                unlabelled++;
            } else {
                add(assessment, label.language(), label.isPositive(), moment -> 0);
            }
        });
        return measured("labelled messages");
    }

    /**
     * Measures of PAN-2012: a conversation is positive when one of the listed authors writes in it.
     *
     * @param authors ids of the ground truth
     */
    public Outcome<EvaluateAssessments> pan12(InputStream xml, List<String> authors) throws IOException {
        Set<String> listed = new HashSet<>();
        authors.forEach(author -> listed.add(author.strip()));
        PanConversations.read(xml, conversation -> {
            ConversationAssessor assessor = new ConversationAssessor(weights);
            boolean isPositive = false;
            for (PanConversations.Message message : conversation.messages()) {
                isPositive |= listed.contains(message.author());
                accept(assessor, message.author(), message.text());
            }
            add(assessor.finish(), "en", isPositive, moment -> 0);
        });
        return measured("conversations of PAN-2012");
    }

    /** Measures of a part of the synthetic set, with ordinary talk beside it. */
    public Outcome<EvaluateAssessments> synthetic(ScriptBook.Part part, int copies, long seed) {
        ScriptSet set = new ScriptSet(part, seed);
        set.write(copies, this::addScript);
        set.writeOrdinary(ORDINARY, script -> {
            Assessment assessment = assessed(script);
            long now = messageOf(assessment.firstAlert());
            long any = messageOf(assessment.firstLook());
            ordinary.add(new LabelledAlert(script.language(), false, now > 0, now, assessment.messages()));
            ordinaryLook.add(new LabelledAlert(script.language(), false, any > 0, any, assessment.messages()));
        });
        return measured("scripts");
    }

    private void addScript(Script script) {
        Assessment assessment = assessed(script);
        add(assessment, script.language(), script.isPositive(), messages -> cues(script, messages));
        if (script.isPositive()) {
            List<Boolean> read = script.lines().stream()
                    .filter(Script.Line::isCue)
                    .map(line -> !reader.read(line.text()).matches().isEmpty())
                    .toList();
            coverage.add(script.language(), read, cues(script, messageOf(assessment.firstLook())));
        }
    }

    private static long cues(Script script, long messages) {
        return script.lines().stream()
                .limit(messages)
                .filter(Script.Line::isCue)
                .count();
    }

    private Assessment assessed(Script script) {
        ConversationAssessor assessor = new ConversationAssessor(weights);
        script.lines().forEach(line -> accept(assessor, line.sender(), line.text()));
        return assessor.finish();
    }

    /** Writes a part of the synthetic set as labelled JSON Lines. */
    public void writeSynthetic(ScriptBook.Part part, int copies, long seed, PrintStream out) {
        new ScriptSet(part, seed).write(copies, script -> {
            for (int i = 0; i < script.lines().size(); i++) {
                out.print(line(script, i) + "\n");
            }
        });
    }

    /** The figures as JSON; the seed is that of the intervals. */
    public JsonObject report(long seed) {
        JsonObject.Builder alarms = JsonObject.builder();
        alarms.put("look-now", EvaluationReport.of(lookNow, seed));
        alarms.put("look-or-now", EvaluationReport.of(look, seed));
        if (learned != null) {
            alarms.put(learned.name(), EvaluationReport.of(byLearned, seed));
        }
        JsonObject.Builder report = JsonObject.builder()
                .put("format", "suluh-evaluation/1")
                .put("model", CueWeights.MODEL)
                .put("unlabelled", unlabelled)
                .put("alarms", alarms.build())
                .put("byLanguage", byLanguage(lookNow, seed))
                .put("byLanguageLookOrNow", byLanguage(look, seed));
        if (!coverage.isEmpty()) {
            report.put("cueLines", coverage.report());
        }
        if (!ordinary.isEmpty()) {
            report.put("ordinary", EvaluationReport.of(ordinary, seed));
            report.put("ordinaryLookOrNow", EvaluationReport.of(ordinaryLook, seed));
        }
        return report.build();
    }

    private static JsonObject byLanguage(List<LabelledAlert> all, long seed) {
        Map<String, List<LabelledAlert>> languages = new TreeMap<>();
        all.forEach(alert -> languages
                .computeIfAbsent(
                        alert.language().isEmpty() ? "not stated" : alert.language(), ignored -> new ArrayList<>())
                .add(alert));
        JsonObject.Builder figures = JsonObject.builder();
        languages.forEach((language, alerts) -> figures.put(language, EvaluationReport.of(alerts, seed)));
        return figures.build();
    }

    private Outcome<EvaluateAssessments> measured(String what) {
        return lookNow.isEmpty()
                ? Outcome.refused(
                        ConversationCode.LABELS_MISSING,
                        "There are no labelled " + what + ". docs/formats/labelled.md says how a label is written.")
                : Outcome.done(this);
    }

    private void accept(ConversationAssessor assessor, String sender, String text) {
        assessor.accept(new AssessedMessage(sender, null, text, null, NO_RECORD), reader.read(text));
    }

    /** @param cues messages marked as cues among the first so many */
    private void add(Assessment assessment, String language, boolean isPositive, LongUnaryOperator cues) {
        long now = messageOf(assessment.firstAlert());
        long any = messageOf(assessment.firstLook());
        long messages = Math.max(assessment.messages(), Math.max(now, any));
        lookNow.add(new LabelledAlert(language, isPositive, now > 0, now, messages, cues.applyAsLong(now)));
        look.add(new LabelledAlert(language, isPositive, any > 0, any, messages, cues.applyAsLong(any)));
        if (learned != null) {
            boolean isAlerted = learned.score(assessment) >= LEARNED_THRESHOLD && messages > 0;
            byLearned.add(new LabelledAlert(language, isPositive, isAlerted, isAlerted ? messages : 0, messages));
        }
    }

    private static long messageOf(Optional<Assessment.Step> moment) {
        return moment.map(step -> step.index() + 1).orElse(0L);
    }

    private static String line(Script script, int index) {
        Script.Line line = script.lines().get(index);
        return CanonicalJson.text(JsonObject.builder()
                .put("kind", "message")
                .put("platform", "telegram")
                .put("conversation", JsonObject.builder().put("id", script.id()).build())
                .put("id", script.id() + "-" + index)
                .put("sender", JsonObject.builder().put("id", line.sender()).build())
                .put("text", line.text())
                .put("label", script.isPositive() ? "grooming" : "other")
                .put("language", script.language())
                .build());
    }
}
