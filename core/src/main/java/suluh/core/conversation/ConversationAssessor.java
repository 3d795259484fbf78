package suluh.core.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Assesses one conversation, message by message in the order of writing.
 *
 * <p>Memory: a small state for each sender who shows a cue, and at most {@value #MAX_CUES} passages; it does not grow
 * with the messages. A sender's score changes at most some eighty times: with each family, its strength and its second
 * passage, and with what becomes known of the two sides. The same messages give the same assessment. Not thread-safe; one for each conversation.
 */
public final class ConversationAssessor {
    /** More passages than this nobody reads; further ones are counted. */
    public static final int MAX_CUES = 40;

    /** Passages of one family that are kept: the first show the pattern. */
    private static final int MAX_CUES_OF_A_FAMILY = 6;
    /** Senders with cues that are told apart; far above any group seen, far below what fills the memory. */
    private static final int MAX_SENDERS = 20_000;

    private static final CueWeights.Setting NOTHING_KNOWN = new CueWeights.Setting(false, false, false, false, false);

    private final CueWeights weights;
    private final ConversationShape shape = new ConversationShape();
    private final Map<String, SenderState> states = new LinkedHashMap<>();
    private List<Assessment.Cue> cues = List.of();
    private long cueCount;
    private long place;

    private static final class SenderState {
        private final SenderCues shown = new SenderCues();
        private final int[] kept = new int[CueFamily.values().length];
        private double score;
        private final List<Assessment.Step> course = new ArrayList<>();
    }

    public ConversationAssessor(CueWeights weights) {
        this.weights = weights;
    }

    /** Takes the next message, with what it shows by itself. */
    public void accept(AssessedMessage message, MessageCues shown) {
        long index = place++;
        boolean settingChanged = shape.accept(message, shown);
        if (!shown.matches().isEmpty() && !isOneTooMany(message.sender())) {
            add(message, shown, index);
            settingChanged |= shape.isOfTwo();
        }
        if (settingChanged) {
            states.forEach((sender, state) -> rate(sender, state, index, message));
        }
    }

    /** Counts a record that is not assessed, so that places stay those of the conversation. */
    public void passOver() {
        place++;
    }

    private void add(AssessedMessage message, MessageCues shown, long index) {
        SenderState state = states.computeIfAbsent(message.sender(), ignored -> new SenderState());
        for (CueMatch match : shown.matches()) {
            cueCount++;
            state.shown.add(match);
            int place = match.family().place();
            if (state.kept[place] < MAX_CUES_OF_A_FAMILY && cues.size() < MAX_CUES) {
                state.kept[place]++;
                cues = cues.isEmpty() ? new ArrayList<>() : cues;
                cues.add(new Assessment.Cue(match.family(), index, message, match.start(), match.end()));
            }
        }
        rate(message.sender(), state, index, message);
    }

    private void rate(String sender, SenderState state, long index, AssessedMessage message) {
        double score = weights.score(state.shown, setting(sender, state));
        if (score != state.score) {
            state.score = score;
            state.course.add(new Assessment.Step(index, score, CueWeights.band(score), message.source()));
        }
    }

    /** What the messages so far come to. */
    public Assessment finish() {
        String leader = null;
        SenderState leading = new SenderState();
        for (Map.Entry<String, SenderState> entry : states.entrySet()) {
            SenderState state = entry.getValue();
            if (leader == null || state.score > leading.score) {
                leader = entry.getKey();
                leading = state;
            }
        }
        double score = leader == null ? weights.score(leading.shown, NOTHING_KNOWN) : leading.score;
        return new Assessment(
                score,
                CueWeights.band(score),
                leader,
                shape.messages(),
                leading.course,
                cues,
                cueCount,
                shape.signals(leader),
                leading.shown.mask(),
                CueWeights.MODEL);
    }

    private boolean isOneTooMany(String sender) {
        return states.size() >= MAX_SENDERS && !states.containsKey(sender);
    }

    private CueWeights.Setting setting(String sender, SenderState state) {
        boolean isOneSided = shape.isOfTwo();
        for (Map.Entry<String, SenderState> other : (isOneSided ? states : Map.<String, SenderState>of()).entrySet()) {
            boolean isOther = !other.getKey().equals(sender);
            int shared = other.getValue().shown.mask() & state.shown.mask() & ~CueFamily.AGE.bit();
            isOneSided &= !isOther || shared == 0;
        }
        return new CueWeights.Setting(
                isOneSided,
                shape.isToChild(sender),
                shape.ageGap(sender) > 0,
                shape.areBothAdult(),
                shape.isAddressedAsFamily(sender));
    }
}
