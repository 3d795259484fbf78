package suluh.core.network;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * Records of one kind, added up: how many, from when to when, and some of them.
 *
 * @param times records, at least 1
 * @param first earliest known time, or null
 * @param last latest known time, or null
 * @param sources at least one of the records
 */
public record Observed(
        long times, @Nullable Instant first, @Nullable Instant last, List<SourcePointer> sources) {
    public Observed {
        if (times < 1) {
            throw new IllegalArgumentException("what was never observed is no observation");
        }
        sources = List.copyOf(sources);
    }

    /** One record. */
    public static Observed once(@Nullable Instant at, SourcePointer source) {
        return new Observed(1, at, at, List.of(source));
    }
}
