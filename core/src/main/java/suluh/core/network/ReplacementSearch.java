package suluh.core.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * Finds groups that fell silent while the case went on, and where their members went.
 *
 * <p>Silent: no message for {@value #MIN_SILENCE_DAYS} days and for five times its longest usual pause, up to the end of the
 * material. Successor: a group in which at least {@value #MIN_MOVED} accounts of the silent one first appear from two weeks
 * before to ten weeks after its last message, and at least {@value #MIN_TIMES_EXPECTED} times as many as appeared in a window
 * of the same length before. A pattern in the material handed in, which is never all there was.
 */
public final class ReplacementSearch {
    static final int MIN_SILENCE_DAYS = 45;
    static final int MIN_MOVED = 3;
    static final double MIN_TIMES_EXPECTED = 3;
    private static final double SHARE_MOVED = 0.1;
    private static final Duration BEFORE = Duration.ofDays(14);
    private static final Duration AFTER = Duration.ofDays(70);
    private static final int PAUSES = 5;
    private static final int MIN_MESSAGES = 20;
    private static final int MAX_SOURCES = 5;
    private static final int MAX_FOUND = 20;

    private final CaseNetwork network;
    private final Map<String, SortedSet<String>> links = new HashMap<>();
    private final @Nullable Instant end;
    private final Map<Integer, Map<Integer, Tie>> appearances = new HashMap<>();

    private ReplacementSearch(CaseNetwork network, List<GroupTraits> traits) {
        this.network = network;
        traits.forEach(group -> links.put(group.key(), group.links()));
        Instant latest = null;
        for (Tie tie : network.ties()) {
            latest = NetworkBuilder.later(latest, tie.last());
            boolean appears = tie.kind() == TieKind.MESSAGES || tie.kind() == TieKind.MEMBERSHIP;
            if (appears && network.isGroup(tie.b()) && tie.first() != null) {
                appearances
                        .computeIfAbsent(tie.b(), ignored -> new HashMap<>())
                        .merge(tie.a(), tie, ReplacementSearch::earlier);
            }
        }
        this.end = latest;
    }

    /** What was found, most accounts moved first. */
    public static List<Replacement> of(CaseNetwork network, List<GroupTraits> traits, List<GroupActivity> activities) {
        ReplacementSearch search = new ReplacementSearch(network, traits);
        List<Replacement> found = new ArrayList<>();
        for (GroupActivity activity : activities) {
            Instant silence = search.silence(activity);
            int group = network.place(activity.key());
            if (silence != null && group >= 0) {
                search.successors(group, silence, found);
            }
        }
        found.sort(Comparator.comparingLong(Replacement::moved)
                .reversed()
                .thenComparing(Replacement::silent)
                .thenComparing(Replacement::successor));
        return found.stream().limit(MAX_FOUND).toList();
    }

    /** Time of the last message when the group fell silent, else null. */
    private @Nullable Instant silence(GroupActivity activity) {
        Instant first = activity.first();
        Instant last = activity.last();
        if (first == null || last == null || end == null || activity.messages() < MIN_MESSAGES) {
            return null;
        }
        Duration usual = Duration.between(first, last).dividedBy(activity.messages());
        Duration least = Duration.ofDays(MIN_SILENCE_DAYS);
        Duration needed = usual.multipliedBy(PAUSES).compareTo(least) > 0 ? usual.multipliedBy(PAUSES) : least;
        return Duration.between(last, end).compareTo(needed) > 0 ? last : null;
    }

    private void successors(int silent, Instant silence, List<Replacement> found) {
        Set<Integer> members = appearances.getOrDefault(silent, Map.of()).keySet();
        Set<Integer> active = new HashSet<>();
        appearances.forEach((group, byAccount) -> byAccount.forEach((account, tie) -> {
            if (group != silent
                    && members.contains(account)
                    && isWithin(tie, silence.minus(BEFORE), silence.plus(AFTER))) {
                active.add(account);
            }
        }));
        appearances.forEach((group, byAccount) -> {
            if (group == silent) {
                return;
            }
            List<Tie> moved = new ArrayList<>();
            long before = 0;
            Duration window = BEFORE.plus(AFTER);
            for (Map.Entry<Integer, Tie> entry : byAccount.entrySet()) {
                if (members.contains(entry.getKey())) {
                    Tie tie = entry.getValue();
                    if (isWithin(tie, silence.minus(BEFORE), silence.plus(AFTER))) {
                        moved.add(tie);
                    } else if (isWithin(tie, silence.minus(BEFORE).minus(window), silence.minus(BEFORE))) {
                        before++;
                    }
                }
            }
            boolean enough = moved.size() >= MIN_MOVED
                    && moved.size() >= MIN_TIMES_EXPECTED * before
                    && moved.size() >= SHARE_MOVED * active.size();
            if (enough) {
                found.add(replacement(silent, silence, group, moved, active.size(), (double) before));
            }
        });
    }

    private Replacement replacement(
            int silent, Instant silence, int successor, List<Tie> moved, long active, double expected) {
        moved.sort(Comparator.comparing(ReplacementSearch::began).thenComparingInt(Tie::a));
        SortedSet<String> shared = new TreeSet<>(links.getOrDefault(network.key(silent), new TreeSet<>()));
        shared.retainAll(links.getOrDefault(network.key(successor), new TreeSet<>()));
        List<SourcePointer> sources = moved.stream()
                .flatMap(tie -> tie.sources().stream().limit(1))
                .limit(MAX_SOURCES)
                .toList();
        return new Replacement(
                network.key(silent),
                silence,
                network.key(successor),
                moved.size(),
                active,
                expected,
                List.copyOf(shared),
                sources);
    }

    private static boolean isWithin(Tie tie, Instant from, Instant until) {
        return !began(tie).isBefore(from) && began(tie).isBefore(until);
    }

    private static Instant began(Tie tie) {
        Instant first = tie.first();
        return first == null ? Instant.MAX : first;
    }

    private static Tie earlier(Tie x, Tie y) {
        return began(y).isBefore(began(x)) ? y : x;
    }
}
