package suluh.core.identity;

import java.util.List;
import suluh.core.observation.SourcePointer;

/**
 * One step of a link's waterfall: what was compared, how far it agreed, and what that weighs.
 *
 * @param field what was compared
 * @param level degree of agreement, from 1
 * @param bits weight; above zero for one actor, below against
 * @param valueA comparable form on the side of {@code a}; empty where the level rests on none
 * @param valueB the same for {@code b}
 * @param sources records that say so, a's first; empty where a level sums up many records
 */
public record LinkEvidence(
        AccountField field, int level, double bits, String valueA, String valueB, List<SourcePointer> sources) {
    public LinkEvidence {
        sources = List.copyOf(sources);
        if (level < 1 || level > field.levelCount()) {
            throw new IllegalArgumentException("level " + level + " of " + field.wire() + " does not exist");
        }
    }

    /** Name of the step in texts: {@code phone.same}. */
    public String code() {
        return field.wire() + "." + field.level(level).wire();
    }
}
