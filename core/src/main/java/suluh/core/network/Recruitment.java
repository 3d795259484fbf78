package suluh.core.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import suluh.core.graph.TemporalMotifs;
import suluh.core.graph.TemporalMotifs.Event;
import suluh.core.graph.TemporalMotifs.Step;
import suluh.core.observation.SourcePointer;

/**
 * An account that met another in one place, wrote to it alone, and went on with it on another platform.
 *
 * @param recruiter key of the account that began
 * @param other key of the account that was met
 * @param pattern what was seen, in order
 * @param began time of the first record
 * @param sources the records, in order of time
 */
public record Recruitment(String recruiter, String other, Pattern pattern, Instant began, List<SourcePointer> sources) {
    /** Steps of a motif. */
    public enum Pattern {
        INVITED_CONTACTED_MOVED,
        INVITED_CONTACTED,
        CONTACTED_MOVED;

        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What happened between two accounts at a time. */
    public enum Act {
        INVITATION(0),
        PRIVATE_CONTACT(1),
        /** A private contact on another platform than an earlier one. */
        CONTACT_ELSEWHERE(2);

        /** Number under which the motif search knows it. */
        private final int step;

        Act(int step) {
            this.step = step;
        }
    }

    /** One act; {@code from} is who invited or wrote first. */
    public record Encounter(String from, String to, Act act, Instant at, SourcePointer source) {}

    /** Half a year: slower contacts are not told from chance. */
    private static final Duration WINDOW = Duration.ofDays(180);

    public Recruitment {
        sources = List.copyOf(sources);
    }

    /** All occurrences, the longest pattern first; an encounter belongs to one only. */
    public static List<Recruitment> find(List<Encounter> encounters) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> keys = new ArrayList<>();
        for (Encounter encounter : encounters) {
            for (String key : List.of(encounter.from(), encounter.to())) {
                if (numbers.putIfAbsent(key, keys.size()) == null) {
                    keys.add(key);
                }
            }
        }
        List<Encounter> left = new ArrayList<>(encounters);
        List<Recruitment> found = new ArrayList<>();
        search(left, Pattern.INVITED_CONTACTED_MOVED, numbers, found);
        search(left, Pattern.INVITED_CONTACTED, numbers, found);
        search(left, Pattern.CONTACTED_MOVED, numbers, found);
        return found;
    }

    private static void search(
            List<Encounter> left, Pattern pattern, Map<String, Integer> numbers, List<Recruitment> found) {
        List<Event> events = left.stream()
                .map(encounter -> new Event(
                        numbers.getOrDefault(encounter.from(), 0),
                        numbers.getOrDefault(encounter.to(), 0),
                        encounter.act().step,
                        encounter.at().toEpochMilli()))
                .toList();
        Set<Encounter> used = new HashSet<>();
        for (TemporalMotifs.Occurrence occurrence : TemporalMotifs.find(events, steps(pattern), WINDOW.toMillis())) {
            List<Encounter> acts = occurrence.events().stream().map(left::get).toList();
            used.addAll(acts);
            found.add(new Recruitment(
                    acts.getFirst().from(),
                    acts.getFirst().to(),
                    pattern,
                    acts.getFirst().at(),
                    acts.stream().map(Encounter::source).toList()));
        }
        left.removeAll(used);
    }

    private static List<Step> steps(Pattern pattern) {
        Step invited = new Step(Act.INVITATION.step, true);
        Step contacted = new Step(Act.PRIVATE_CONTACT.step, pattern == Pattern.CONTACTED_MOVED);
        Step moved = new Step(Act.CONTACT_ELSEWHERE.step, false);
        return switch (pattern) {
            case INVITED_CONTACTED_MOVED -> List.of(invited, contacted, moved);
            case INVITED_CONTACTED -> List.of(invited, contacted);
            case CONTACTED_MOVED -> List.of(contacted, moved);
        };
    }
}
