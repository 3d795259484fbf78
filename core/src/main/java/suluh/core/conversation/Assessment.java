package suluh.core.conversation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * What the cues of one conversation come to: an aid to order attention, not a finding.
 *
 * @param score 0 to 1, that of the sender with the highest
 * @param band where a person should look first
 * @param sender that sender, or null when nobody shows a cue
 * @param messages messages assessed
 * @param course the moments at which that sender's score changed, in order; the last has the score
 * @param cues passages in message order, the first {@value ConversationAssessor#MAX_CUES} of them
 * @param cueCount all passages
 * @param signals what shows without regard to words
 * @param families bits of the families that the sender showed, in the order of {@link CueFamily}
 * @param model version of the weights
 */
public record Assessment(
        double score,
        Band band,
        @Nullable String sender,
        long messages,
        List<Step> course,
        List<Cue> cues,
        long cueCount,
        List<Signal> signals,
        int families,
        String model) {
    public Assessment {
        course = List.copyOf(course);
        cues = List.copyOf(cues);
        signals = List.copyOf(signals);
    }

    /**
     * A passage of a message.
     *
     * @param messageIndex place of the message in the conversation, from 0
     * @param message the message
     * @param start first code point of its raw text
     * @param end code point after the passage
     */
    public record Cue(CueFamily family, long messageIndex, AssessedMessage message, int start, int end) {}

    /**
     * A moment at which the score changed.
     *
     * @param index place of the message in the conversation, from 0
     * @param score score from this message on
     * @param band its band
     * @param source record of the message
     */
    public record Step(long index, double score, Band band, SourcePointer source) {}

    /** A figure that needs no words: what it measures, and how much. */
    public record Signal(String code, double figure) {}

    /** First moment of a band above background, when the conversation ends in one. */
    public Optional<Step> firstLook() {
        return band == Band.BACKGROUND
                ? Optional.empty()
                : course.stream().filter(step -> step.band() != Band.BACKGROUND).findFirst();
    }

    /** First moment of look-now, when the conversation ends in it. */
    public Optional<Step> firstAlert() {
        return band == Band.LOOK_NOW
                ? course.stream().filter(step -> step.band() == Band.LOOK_NOW).findFirst()
                : Optional.empty();
    }

    /** Figure of a signal, or 0 when the conversation does not show it. */
    public double signal(String code) {
        return signals.stream()
                .filter(signal -> signal.code().equals(code))
                .mapToDouble(Signal::figure)
                .findFirst()
                .orElse(0);
    }
}
