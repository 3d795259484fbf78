package suluh.core.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.SourcePointer;

/**
 * A conversation that a person should look at, and the passages that say why.
 *
 * @param messages messages read
 * @param score 0 to 1; an aid to order attention
 * @param band wire name of the band
 * @param sender account that most of the score rests on, or null
 * @param firstAlertIndex message at which the band look-now was first reached, or -1
 * @param firstAlertSource its record, or null
 * @param cues in message order
 * @param signals what shows without regard to words
 */
public record ConversationFinding(
        ConversationRef conversation,
        long messages,
        double score,
        String band,
        @Nullable String sender,
        long firstAlertIndex,
        @Nullable SourcePointer firstAlertSource,
        List<CueFinding> cues,
        List<ReasonFinding> signals) {
    public ConversationFinding {
        cues = List.copyOf(cues);
        signals = List.copyOf(signals);
    }
}
