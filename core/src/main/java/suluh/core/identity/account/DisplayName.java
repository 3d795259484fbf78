package suluh.core.identity.account;

import suluh.core.identity.field.FieldType;

/** Comparable forms of what an account shows: names and short texts, in any script. */
public final class DisplayName {
    private DisplayName() {}

    /** Words of a name; empty for a number that stands where no name was saved. */
    public static String form(String name) {
        String words = words(name);
        return words.codePoints().anyMatch(Character::isLetter) ? words : "";
    }

    /** Words of a text: case, accents and punctuation folded. */
    public static String words(String text) {
        return FieldType.TEXT.normalise(text);
    }
}
