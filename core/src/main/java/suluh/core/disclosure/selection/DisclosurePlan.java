package suluh.core.disclosure.selection;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A disclosure as a person planned it and a second person is asked to approve: what goes out, and what stays readable.
 *
 * @param id {@code dp-} and hexadecimal digits
 * @param caseNumber the case
 * @param selection what is chosen
 * @param subjects keys of accounts whose names and identifiers stay readable in the redacted bundle; all others are hidden
 * @param words further words to hide
 * @param purpose why, and for whom, in the person's words
 * @param recipient who receives the bundles
 * @param plannedBy id of the person
 * @param figures counts of the preview, by the names of {@link PlanFigure}; redactions by {@code redacted-} and kind
 * @param exclusions what stays out, in order
 */
public record DisclosurePlan(
        String id,
        String caseNumber,
        Selection selection,
        SortedSet<String> subjects,
        List<HiddenWord> words,
        String purpose,
        String recipient,
        String plannedBy,
        Instant plannedAt,
        SortedMap<String, Long> figures,
        List<Exclusion> exclusions) {
    public DisclosurePlan {
        subjects = Collections.unmodifiableSortedSet(new TreeSet<>(subjects));
        words = words.stream().distinct().sorted().toList();
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        exclusions = exclusions.stream().sorted().toList();
    }

    /** A count of the preview, 0 when it holds none. */
    public long figure(PlanFigure figure) {
        return figures.getOrDefault(figure.wire(), 0L);
    }
}
