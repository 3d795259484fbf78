package suluh.app.api;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A part of a long list, stable while the list grows: it goes on after a key, never after a count.
 *
 * @param items in the order of their keys
 * @param next key to give as {@code after} for what follows, or null at the end
 */
record Slice<T>(
        List<T> items, @org.jspecify.annotations.Nullable Long next) {
    /** Items of one answer, when nothing is said. */
    static final int USUAL = 100;

    private static final int MOST = 500;

    Slice {
        items = List.copyOf(items);
    }

    /** The part of a list in the order of {@code key} that comes after this key. */
    static <T> Slice<T> of(List<T> all, ToLongFunction<T> key, long after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<T> rest = all.stream()
                .filter(item -> key.applyAsLong(item) > after)
                .limit(most + 1L)
                .toList();
        boolean hasMore = rest.size() > most;
        List<T> items = hasMore ? rest.subList(0, most) : rest;
        return new Slice<>(items, hasMore ? key.applyAsLong(items.getLast()) : null);
    }
}
