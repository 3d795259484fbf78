package suluh.core.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Temporal motifs on pairs: given colours in a given order between the same two nodes, all within a window of time (after
 * Paranjape, Benson and Leskovec 2017, with colours on the events).
 *
 * <p>Occurrences do not overlap: each event belongs to one at most, and each begins as late as it can before its second
 * event. Time: events × logarithm, memory linear.
 */
public final class TemporalMotifs {
    /**
     * Something between two nodes at a time.
     *
     * @param from who did it
     * @param to whom it met
     * @param colour what it is, from 0
     * @param time any clock, the same for all
     */
    public record Event(int from, int to, int colour, long time) {}

    /** One step of a motif: the colour, and whether it must go the motif's way or may go either way. */
    public record Step(int colour, boolean isDirected) {}

    /** Places of the events of one occurrence in the list that was searched, in the order of the steps. */
    public record Occurrence(int from, int to, List<Integer> events) {
        public Occurrence {
            events = List.copyOf(events);
        }
    }

    private TemporalMotifs() {}

    /** Occurrences in order of their first event's time; the first step must be directed and gives the motif its way. */
    public static List<Occurrence> find(List<Event> events, List<Step> steps, long window) {
        if (steps.isEmpty() || !steps.getFirst().isDirected()) {
            throw new IllegalArgumentException("a motif begins with a directed step");
        }
        Integer[] order = new Integer[events.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.comparingLong((Integer i) -> events.get(i).time()).thenComparing(i -> i));
        Map<Long, List<Integer>> byPair = new HashMap<>();
        for (int i : order) {
            Event event = events.get(i);
            long low = Math.min(event.from(), event.to());
            byPair.computeIfAbsent((low << 32) | Math.max(event.from(), event.to()), ignored -> new ArrayList<>())
                    .add(i);
        }
        List<Occurrence> found = new ArrayList<>();
        byPair.values().forEach(pair -> search(events, pair, steps, window, found));
        found.sort(Comparator.comparingLong(
                        (Occurrence o) -> events.get(o.events().getFirst()).time())
                .thenComparingInt(Occurrence::from)
                .thenComparingInt(Occurrence::to));
        return found;
    }

    private static void search(
            List<Event> events, List<Integer> pair, List<Step> steps, long window, List<Occurrence> found) {
        int at = 0;
        while (at < pair.size()) {
            Event first = events.get(pair.get(at));
            List<Integer> taken = new ArrayList<>();
            int end = at;
            if (first.colour() == steps.getFirst().colour()) {
                taken.add(pair.get(at));
                for (int i = at + 1; i < pair.size() && taken.size() < steps.size(); i++) {
                    Event next = events.get(pair.get(i));
                    if (next.time() - first.time() > window) {
                        break;
                    }
                    boolean restarts = taken.size() == 1 && fits(next, first, steps.getFirst());
                    if (restarts) {
                        break;
                    }
                    if (fits(next, first, steps.get(taken.size()))) {
                        taken.add(pair.get(i));
                        end = i;
                    }
                }
            }
            if (!taken.isEmpty() && taken.size() == steps.size()) {
                found.add(new Occurrence(first.from(), first.to(), taken));
                at = end + 1;
            } else {
                at++;
            }
        }
    }

    private static boolean fits(Event event, Event first, Step step) {
        return event.colour() == step.colour() && (!step.isDirected() || event.from() == first.from());
    }
}
