package suluh.core.search;

import java.util.HashSet;
import java.util.Set;
import suluh.core.identity.field.Handles;
import suluh.core.identity.field.TextDistance;

/**
 * A name or handle as it is compared: letters folded, separators dropped, digits written for letters read as them.
 *
 * <p>Handles are folded by {@link Handles}, so that a search and the joining of accounts hold the same to be equal.
 *
 * @param form the comparable form; empty when the name has no letter and no digit
 */
public record NameForm(String form) {
    /** Likeness of a name that is equal after folding. */
    public static final double EQUAL = 1;
    /** Likeness of a name in which the other stands whole. */
    public static final double CONTAINS = 0.95;
    /** Below this likeness a name is not shown. */
    public static final double LEAST = 0.85;

    private static final int GRAM = 3;
    private static final int MIN_CONTAINED = 3;

    /** The form of a name as it is written. */
    public static NameForm of(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (Token token : Tokens.of(name)) {
            if (token.form() != Token.Form.PAIR) {
                letters.append(token.term());
            }
        }
        return new NameForm(Handles.folded(letters.toString()));
    }

    /** Three units in a row, the ends marked; a name that is like another shares many of them. */
    public Set<String> grams() {
        Set<String> grams = new HashSet<>();
        if (form.isEmpty()) {
            return grams;
        }
        String marked = "^" + form + "$";
        for (int i = 0; i + GRAM <= marked.length(); i++) {
            grams.add(marked.substring(i, i + GRAM));
        }
        return grams;
    }

    /**
     * How alike two names are: 1 for equal ones, {@value #CONTAINS} where this stands whole in the other, else
     * Jaro-Winkler, kept below that.
     */
    public double likeness(NameForm other) {
        if (form.isEmpty() || other.form.isEmpty()) {
            return 0;
        }
        if (form.equals(other.form)) {
            return EQUAL;
        }
        if (form.length() >= MIN_CONTAINED && other.form.contains(form)) {
            return CONTAINS;
        }
        return Math.min(TextDistance.jaroWinkler(form, other.form), Math.nextDown(CONTAINS));
    }
}
