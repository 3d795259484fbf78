package suluh.app.store;

/**
 * A near copy of the content that came first in its group; the first is a copy of itself.
 *
 * @param leader number of the content that came first
 * @param distance bits in which it differs from the leader
 * @param turn how the leader is turned to look like it
 */
public record MediaCopy(int content, int leader, int distance, String turn) {}
