package suluh.core.disclosure;

import java.util.List;
import suluh.core.observation.SourcePointer;

/**
 * One reason for a place in the queue.
 *
 * @param code stable code, explained in docs/formats/findings.md
 * @param figure count or measure that the code speaks of
 * @param sources some of the records it rests on
 */
public record ReasonFinding(String code, double figure, List<SourcePointer> sources) {
    public ReasonFinding {
        sources = List.copyOf(sources);
    }
}
