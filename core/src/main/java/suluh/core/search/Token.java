package suluh.core.search;

/**
 * A term in a text.
 *
 * @param term folded letters
 * @param start UTF-16 index of its first unit in the raw text
 * @param end UTF-16 index after its last
 * @param position place in the order of words, from 0; a pair of characters has that of its first
 * @param form whether it is a word, a character that is a word by itself, or two such beside each other
 */
public record Token(String term, int start, int end, int position, Form form) {
    /** What a term is made of. */
    public enum Form {
        WORD,
        CHARACTER,
        PAIR
    }
}
