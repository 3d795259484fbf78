package suluh.core.casework.complaint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of the inbox: heaviest reason first, then more reporters, then the older; nothing hidden weighs in.
 *
 * <p>No score is computed: two piles are compared reason by reason in the order of {@link InboxReason}, so that anyone
 * can say why one stands above the other.
 */
public final class InboxOrder {
    /** A clock that ends within this is near. */
    public static final Duration NEAR = Duration.ofDays(3);

    private InboxOrder() {}

    /** A pile with the reasons for its place, heaviest first. */
    public record Placed(Pile pile, List<InboxReason> reasons) {
        public Placed {
            reasons = List.copyOf(reasons);
        }
    }

    /** The piles in order, with their reasons. */
    public static List<Placed> of(List<Pile> piles, Instant now) {
        return piles.stream()
                .map(pile -> new Placed(pile, reasons(pile, now)))
                .sorted(Comparator.comparing(Placed::reasons, InboxOrder::compareReasons)
                        .thenComparing(Comparator.comparingInt(
                                        (Placed placed) -> placed.pile().reporters())
                                .reversed())
                        .thenComparing(placed -> placed.pile().oldest())
                        .thenComparing(placed -> placed.pile().key()))
                .toList();
    }

    private static List<InboxReason> reasons(Pile pile, Instant now) {
        List<InboxReason> reasons = new ArrayList<>();
        Instant due = pile.nextDue();
        boolean overdue = due != null && due.isBefore(now);
        boolean near = due != null && !overdue && due.isBefore(now.plus(NEAR));
        add(reasons, pile.waitingDanger() > 0, InboxReason.DANGER_WAITING);
        add(reasons, pile.danger() > 0, InboxReason.DANGER);
        add(reasons, overdue, InboxReason.CLOCK_OVERDUE);
        add(reasons, pile.childReporters() > 0, InboxReason.CHILD_REPORTS);
        add(reasons, near, InboxReason.CLOCK_NEAR);
        add(reasons, pile.isKnown(), InboxReason.KNOWN_TARGET);
        add(reasons, pile.reporters() > 1, InboxReason.SEVERAL_REPORTERS);
        return reasons;
    }

    private static void add(List<InboxReason> reasons, boolean holds, InboxReason reason) {
        if (holds) {
            reasons.add(reason);
        }
    }

    /** Negative when the first has the heavier reason at the first place where they differ; having one beats none. */
    private static int compareReasons(List<InboxReason> one, List<InboxReason> other) {
        int common = Math.min(one.size(), other.size());
        for (int i = 0; i < common; i++) {
            int difference = one.get(i).compareTo(other.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(other.size(), one.size());
    }
}
