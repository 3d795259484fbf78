package suluh.core.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * What the cues of one conversation come to: an aid to order attention, not a finding.
 *
 * @param score 0 to 1, that of the sender with the highest
 * @param band where a person should look first
 * @param sender that sender, or null when nobody shows a cue
 * @param messages messages assessed
 * @param firstLookIndex message at which a band above background was first reached, from 0, or -1
 * @param firstAlertIndex message at which look-now was first reached, from 0, or -1 when the band is another
 * @param firstAlertSource its record, or null
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
        long firstLookIndex,
        long firstAlertIndex,
        @Nullable SourcePointer firstAlertSource,
        List<Cue> cues,
        long cueCount,
        List<Signal> signals,
        int families,
        String model) {
    public Assessment {
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

    /** A figure that needs no words: what it measures, and how much. */
    public record Signal(String code, double figure) {}

    /** Figure of a signal, or 0 when the conversation does not show it. */
    public double signal(String code) {
        return signals.stream()
                .filter(signal -> signal.code().equals(code))
                .mapToDouble(Signal::figure)
                .findFirst()
                .orElse(0);
    }
}
