package suluh.core.conversation.learning;

import java.util.ArrayList;
import java.util.List;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.CueFamily;

/**
 * An assessment as numbers: which families of cues, how many passages, and the signals of the conversation's shape.
 *
 * <p>No word of any conversation is a feature, so that a model file holds nothing that a child wrote.
 */
public final class CueFeatures {
    private static final List<String> SIGNALS =
            List.of("STARTED", "ASKED_SHARE", "LONGEST_UNANSWERED", "PLATFORM_MOVES", "STATED_AGE_GAP", "NIGHT_SHARE");

    private CueFeatures() {}

    /** Names of the features, in their order. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (CueFamily family : CueFamily.values()) {
            names.add("family-" + family.name());
        }
        names.add("log-passages");
        SIGNALS.forEach(signal -> names.add("signal-" + signal));
        return List.copyOf(names);
    }

    /** Values of the features, 0 to about 10 each, in the order of {@link #names}. */
    public static double[] of(Assessment assessment) {
        double[] values = new double[CueFamily.values().length + 1 + SIGNALS.size()];
        int place = 0;
        for (CueFamily family : CueFamily.values()) {
            values[place++] = (assessment.families() & family.bit()) != 0 ? 1 : 0;
        }
        values[place++] = Math.log1p((double) assessment.cueCount());
        for (String signal : SIGNALS) {
            values[place++] = Math.log1p(Math.max(0, assessment.signal(signal)));
        }
        return values;
    }
}
