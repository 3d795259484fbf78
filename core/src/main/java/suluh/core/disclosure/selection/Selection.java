package suluh.core.disclosure.selection;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a case are chosen.
 *
 * <p>A conversation is chosen when it is named, or when one of the named accounts takes part in it; when neither
 * conversations nor accounts are named, all are. It goes whole, but for the time, so that no words are torn out of
 * their place.
 *
 * @param conversations keys of conversations
 * @param accounts keys of accounts; those of one actor together
 * @param from first instant, or null
 * @param until first instant after, or null
 */
public record Selection(
        SortedSet<String> conversations,
        SortedSet<String> accounts,
        @Nullable Instant from,
        @Nullable Instant until) {
    /** Everything in the case. */
    public static final Selection WHOLE_CASE = new Selection(new TreeSet<>(), new TreeSet<>(), null, null);

    public Selection {
        conversations = Collections.unmodifiableSortedSet(new TreeSet<>(conversations));
        accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("a time that ends before it begins: " + from + " to " + until);
        }
    }

    /** True when nothing narrows it. */
    public boolean isWholeCase() {
        return conversations.isEmpty() && accounts.isEmpty() && !isTimed();
    }

    /** True when a time narrows it. */
    public boolean isTimed() {
        return from != null || until != null;
    }

    /** True when the conversation is chosen. */
    public boolean takes(String conversation, Set<String> participants) {
        boolean isNarrowed = !conversations.isEmpty() || !accounts.isEmpty();
        return !isNarrowed
                || conversations.contains(conversation)
                || participants.stream().anyMatch(key -> accounts.contains(key));
    }

    /** True when the instant lies in the time chosen. */
    public boolean isWithin(Instant at) {
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }
}
