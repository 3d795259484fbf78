package suluh.core.disclosure.selection;

import suluh.core.disclosure.redaction.RedactionKind;

/**
 * A word that a person wants hidden besides what the data model knows: a street, a school, a name in other words.
 *
 * @param kind what it names
 * @param text as written; found in any case and with any separators
 */
public record HiddenWord(RedactionKind kind, String text) implements Comparable<HiddenWord> {
    /** A longer one is a text, not a word. */
    public static final int MAX_CHARS = 200;

    public HiddenWord {
        text = text.strip();
        if (text.length() < 2 || text.length() > MAX_CHARS) {
            throw new IllegalArgumentException("a word of " + text.length() + " characters; 2 to " + MAX_CHARS);
        }
    }

    @Override
    public int compareTo(HiddenWord other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : text.compareTo(other.text);
    }
}
