package suluh.core.network;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * All observations of one kind between two nodes.
 *
 * @param a place of the node that it goes from
 * @param b place of the other; where the kind has no direction, the larger place
 * @param weight how much it counts in a graph: at least 1 for what was observed once, growing slowly with more
 * @param observations records that it rests on, at least 1
 * @param first earliest known time, or null
 * @param last latest known time, or null
 * @param sources some of the records, in the order of reading
 */
public record Tie(
        int a,
        int b,
        TieKind kind,
        double weight,
        long observations,
        @Nullable Instant first,
        @Nullable Instant last,
        List<SourcePointer> sources) {
    public Tie {
        if (a == b || observations < 1 || !(weight > 0)) {
            throw new IllegalArgumentException("a tie joins two nodes, with a weight and an observation");
        }
        sources = List.copyOf(sources);
    }

    /** True when the tie is known to have begun before this moment, or its time is unknown. */
    public boolean beganBefore(Instant moment) {
        return first == null || first.isBefore(moment);
    }
}
