package suluh.core.conversation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * Assesses one conversation, message by message in the order of writing.
 *
 * <p>Memory: a small state for each sender who shows a cue, and at most {@value #MAX_CUES} passages; it does not grow
 * with the messages. The same messages give the same assessment. Not thread-safe; one for each conversation.
 */
public final class ConversationAssessor {
    /** More passages than this nobody reads; further ones are counted. */
    static final int MAX_CUES = 40;

    /** Passages of one family that are kept: the first show the pattern. */
    private static final int MAX_CUES_OF_A_FAMILY = 6;

    private static final int NIGHT_BEGINS = 22;
    private static final int NIGHT_ENDS = 6;
    private static final int MAX_ADDRESS_WORDS = 7;
    private static final int MAX_SENDERS_COUNTED = 3;
    private static final Set<String> FAMILY_WORDS = Set.of(
            "mak", "ibu", "mama", "ayah", "abah", "papa", "mum", "mom", "mummy", "dad", "daddy", "umi", "ma", "pa");
    private static final Set<String> ANSWER_WORDS = Set.of(
            "ok", "okay", "baik", "ya", "yes", "thanks", "terima", "noted", "dah", "home", "alright", "hi", "hello",
            "love");

    private final CueMatcher matcher;
    private final CueWeights weights;
    private final Map<String, SenderState> states = new LinkedHashMap<>();
    private final Map<String, Boolean> senders = new HashMap<>();
    private final List<Assessment.Cue> cues = new ArrayList<>();
    private long messages;
    private long cueCount;
    private long nightMessages;
    private long timedMessages;
    private long questions;

    private static final class SenderState {
        private final Map<CueFamily, Integer> counts = new EnumMap<>(CueFamily.class);
        private double score;
        private long firstAlertIndex = -1;
        private @Nullable SourcePointer firstAlertSource;
    }

    public ConversationAssessor(CueMatcher matcher, CueWeights weights) {
        this.matcher = matcher;
        this.weights = weights;
    }

    /** Takes the next message. */
    public void accept(AssessedMessage message) {
        long index = messages;
        messages++;
        List<Token> tokens = matcher.tokens(message.text());
        countStructure(message, tokens);
        List<CueMatch> matches = matcher.match(tokens);
        if (matches.isEmpty()) {
            return;
        }
        SenderState state = states.computeIfAbsent(message.sender(), ignored -> new SenderState());
        for (CueMatch match : matches) {
            cueCount++;
            int count = state.counts.merge(match.family(), 1, Integer::sum);
            if (count <= MAX_CUES_OF_A_FAMILY && cues.size() < MAX_CUES) {
                cues.add(new Assessment.Cue(match.family(), index, message, match.start(), match.end()));
            }
        }
        state.score = weights.score(state.counts, isAddressedAsFamily(message.sender()));
        if (state.firstAlertIndex < 0 && CueWeights.band(state.score) == Band.LOOK_NOW) {
            state.firstAlertIndex = index;
            state.firstAlertSource = message.source();
        }
    }

    /** What the messages so far come to. */
    public Assessment finish() {
        String leader = null;
        SenderState leading = new SenderState();
        for (Map.Entry<String, SenderState> entry : states.entrySet()) {
            SenderState state = entry.getValue();
            state.score = weights.score(state.counts, isAddressedAsFamily(entry.getKey()));
            if (leader == null || state.score > leading.score) {
                leader = entry.getKey();
                leading = state;
            }
        }
        double score = leader == null ? weights.score(leading.counts, false) : leading.score;
        Band band = CueWeights.band(score);
        boolean alert = band == Band.LOOK_NOW;
        return new Assessment(
                score,
                band,
                leader,
                messages,
                alert ? leading.firstAlertIndex : -1,
                alert ? leading.firstAlertSource : null,
                cues,
                cueCount,
                signals(),
                CueWeights.MODEL);
    }

    private void countStructure(AssessedMessage message, List<Token> tokens) {
        if (message.local() != null) {
            timedMessages++;
            int hour = message.local().getHour();
            nightMessages += hour >= NIGHT_BEGINS || hour < NIGHT_ENDS ? 1 : 0;
        }
        questions += message.text().indexOf('?') >= 0 ? 1 : 0;
        boolean known = senders.containsKey(message.sender());
        if (!known && senders.size() >= MAX_SENDERS_COUNTED) {
            return;
        }
        boolean addresses = tokens.size() <= MAX_ADDRESS_WORDS
                && tokens.size() > 1
                && FAMILY_WORDS.contains(tokens.getLast().word())
                && ANSWER_WORDS.contains(tokens.getFirst().word());
        if (!known || addresses) {
            senders.merge(message.sender(), addresses, Boolean::logicalOr);
        }
    }

    /** In a conversation of two, the other calls this sender mum, dad or the like. */
    private boolean isAddressedAsFamily(String sender) {
        return senders.size() == 2
                && senders.entrySet().stream().anyMatch(entry -> !entry.getKey().equals(sender) && entry.getValue());
    }

    private List<Assessment.Signal> signals() {
        List<Assessment.Signal> signals = new ArrayList<>();
        if (timedMessages > 0) {
            signals.add(new Assessment.Signal("NIGHT_SHARE", share(nightMessages, timedMessages)));
        }
        if (messages > 0) {
            signals.add(new Assessment.Signal("QUESTION_SHARE", share(questions, messages)));
        }
        return signals;
    }

    private static double share(long part, long whole) {
        return Math.round(1_000.0 * part / whole) / 1_000.0;
    }
}
