package suluh.core.disclosure.selection;

/**
 * Something that does not go out.
 *
 * @param kind {@code conversation}, {@code item} or {@code case}
 * @param key key of the conversation, id of the item, or number of the case
 * @param messages messages that stay out for it
 */
public record Exclusion(ExclusionReason reason, String kind, String key, long messages)
        implements Comparable<Exclusion> {
    public Exclusion {
        if (messages < 0) {
            throw new IllegalArgumentException("a count below zero: " + messages);
        }
    }

    @Override
    public int compareTo(Exclusion other) {
        int byReason = reason.compareTo(other.reason);
        int byKind = byReason != 0 ? byReason : kind.compareTo(other.kind);
        return byKind != 0 ? byKind : key.compareTo(other.key);
    }
}
