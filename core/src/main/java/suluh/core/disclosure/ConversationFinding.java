package suluh.core.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ConversationRef;

/**
 * A conversation that a person should look at, and the passages that say why.
 *
 * @param messages messages read
 * @param score 0 to 1; an aid to order attention
 * @param band wire name of the band
 * @param sender account that most of the score rests on, or null
 * @param firstLook moment at which a band above background was first reached, or null
 * @param firstAlert moment at which look-now was first reached, or null when the band is another
 * @param course every moment at which the score changed, in order
 * @param cues in message order
 * @param signals what shows without regard to words
 */
public record ConversationFinding(
        ConversationRef conversation,
        long messages,
        double score,
        String band,
        @Nullable String sender,
        @Nullable ScoreStep firstLook,
        @Nullable ScoreStep firstAlert,
        List<ScoreStep> course,
        List<CueFinding> cues,
        List<ReasonFinding> signals) {
    public ConversationFinding {
        course = List.copyOf(course);
        cues = List.copyOf(cues);
        signals = List.copyOf(signals);
    }
}
