package suluh.core.casework;

/**
 * What an entry of the register says, in the two languages of the house.
 *
 * @param english in English
 * @param malay in Malay
 */
public record Wording(String english, String malay) {
    /** The same words in both languages, as for a proper name or an entry that has one language only. */
    public static Wording same(String text) {
        return new Wording(text, text);
    }

    /** In Malay for the language tag {@code ms}, else in English. */
    public String in(String language) {
        return language.equals("ms") ? malay : english;
    }
}
