package suluh.core.image;

/**
 * A hash of an index near to the one that was asked for.
 *
 * @param hash the hash
 * @param distance bits in which it differs
 * @param record place in the index; {@link PdqIndex#entry} gives the entries that carry the hash
 * @param copies number of these entries, at least 1
 */
public record Neighbour(PdqHash hash, int distance, int record, int copies) {}
