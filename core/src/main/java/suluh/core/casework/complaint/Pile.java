package suluh.core.casework.complaint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Open complaints gathered on one target.
 *
 * @param key key of the target, or {@code complaint:} and the reference of a complaint that names none
 * @param complaints references, oldest first
 * @param reporters how many people complain; two complaints of one reporter count once
 * @param waitingDanger complaints of imminent danger that nobody has acknowledged
 * @param danger complaints of imminent danger
 * @param childReporters complaints by reporters who say to be under 18
 * @param oldest when the first came
 * @param nextDue when the next of its clocks ends, or null when none runs
 * @param isKnown true when a case already looks at this target
 */
public record Pile(
        String key,
        List<String> complaints,
        int reporters,
        int waitingDanger,
        int danger,
        int childReporters,
        Instant oldest,
        @Nullable Instant nextDue,
        boolean isKnown) {
    public Pile {
        complaints = List.copyOf(complaints);
    }
}
