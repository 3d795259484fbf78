package suluh.core.conversation;

import org.jspecify.annotations.Nullable;
import suluh.core.conversation.CueFamily.Stage;
import suluh.core.conversation.CueMatch.Strength;

/** What the messages of one sender have shown so far: a few numbers for each family. Not thread-safe. */
final class SenderCues {
    private static final CueFamily[] FAMILIES = CueFamily.values();
    private static final Strength[] STRENGTHS = Strength.values();

    private final int[] counts = new int[FAMILIES.length];
    private final byte[] strengths = new byte[FAMILIES.length];
    private int mask;
    private @Nullable Stage highestStage;
    private int risingStages;

    void add(CueMatch match) {
        CueFamily family = match.family();
        int place = family.place();
        counts[place]++;
        strengths[place] = (byte) Math.max(strengths[place], match.strength().place());
        if ((mask & family.bit()) == 0) {
            mask |= family.bit();
            if (family.stage() != Stage.GROUP && family.stage().isLaterThan(highestStage)) {
                highestStage = family.stage();
                risingStages++;
            }
        }
    }

    boolean has(CueFamily family) {
        return (mask & family.bit()) != 0;
    }

    int count(CueFamily family) {
        return counts[family.place()];
    }

    /** Strongest wording of the family. */
    Strength strength(CueFamily family) {
        return STRENGTHS[strengths[family.place()]];
    }

    /** Bits of the families shown. */
    int mask() {
        return mask;
    }

    /** Stages that came up in the order of the stage models, each later than all before it. */
    int risingStages() {
        return risingStages;
    }
}
