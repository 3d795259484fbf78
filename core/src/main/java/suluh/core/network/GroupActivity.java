package suluh.core.network;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * What a group does, counted from its records.
 *
 * @param key key of the group
 * @param first earliest known message, or null
 * @param last latest known message, or null
 * @param months messages by month
 * @param joins accounts brought in or joined, by month
 * @param hours messages by hour of the day, 24 figures, in the zone that the document names
 * @param weekdays messages by day of the week, 7 figures, Monday first
 * @param languages messages by language as told from their words
 * @param offers messages that name a price
 * @param accessOffers those of them that offer access
 * @param offerSources some of those messages
 * @param linksOut invitation links posted, by the site they lead to
 * @param reach how open the group is, against what it says
 */
public record GroupActivity(
        String key,
        @Nullable Instant first,
        @Nullable Instant last,
        SortedMap<YearMonth, Long> months,
        SortedMap<YearMonth, Long> joins,
        List<Long> hours,
        List<Long> weekdays,
        SortedMap<String, Long> languages,
        long offers,
        long accessOffers,
        List<SourcePointer> offerSources,
        SortedMap<String, Long> linksOut,
        Reach reach) {
    /**
     * Openness as stated and as seen.
     *
     * @param statedPrivacy its own word, or null
     * @param statedMembers members it claims, or -1
     * @param seenMembers accounts seen in it
     * @param joinedUnasked accounts that joined without a stated inviter, as by a link
     * @param contradicts true when it calls itself private and accounts joined unasked all the same, or its words say that
     *     anyone may join
     */
    public record Reach(
            @Nullable String statedPrivacy,
            long statedMembers,
            long seenMembers,
            long joinedUnasked,
            boolean contradicts) {}

    public GroupActivity {
        if (hours.size() != 24 || weekdays.size() != 7) {
            throw new IllegalArgumentException("a day has 24 hours and a week 7 days");
        }
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
        joins = Collections.unmodifiableSortedMap(new TreeMap<>(joins));
        hours = List.copyOf(hours);
        weekdays = List.copyOf(weekdays);
        languages = Collections.unmodifiableSortedMap(new TreeMap<>(languages));
        offerSources = List.copyOf(offerSources);
        linksOut = Collections.unmodifiableSortedMap(new TreeMap<>(linksOut));
    }

    /** Messages in all. */
    public long messages() {
        return hours.stream().mapToLong(Long::longValue).sum();
    }
}
