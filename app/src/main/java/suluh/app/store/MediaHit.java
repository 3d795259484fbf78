package suluh.app.store;

/**
 * A record of a list that agrees with a content.
 *
 * @param list number of the list
 * @param record number of the record in the list, from 1
 * @param kind kind of hash, such as {@code pdq}
 * @param hash the hash in the list
 * @param distance bits in which it differs
 * @param turn how the content is turned to agree, such as {@code mirrored}
 * @param category category of the record as the list states it, or empty
 */
public record MediaHit(
        int content, int list, int record, String kind, String hash, int distance, String turn, String category) {}
