package suluh.core.network;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What one group is compared by.
 *
 * @param key key of the group
 * @param links identifiers posted in it
 * @param media digests of files posted in it
 * @param words how often each word was written in it
 */
public record GroupTraits(
        String key, SortedSet<String> links, SortedSet<String> media, SortedMap<String, Integer> words) {
    public GroupTraits {
        links = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(links));
        media = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(media));
        words = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(words));
    }

    /** Traits with the words counted so far. */
    public static GroupTraits of(String key, SortedSet<String> links, SortedSet<String> media, GroupWords words) {
        return new GroupTraits(key, links, media, new java.util.TreeMap<>(words.words()));
    }
}
