package suluh.core.search;

import java.util.List;
import suluh.core.identity.profile.WrittenLanguages;

/** The language of a message, told by its writing, and for Latin letters by the small words of Malay and English. */
public final class MessageLanguage {
    /** Neither the writing nor the words tell. */
    public static final String UNKNOWN = "und";

    private MessageLanguage() {}

    /**
     * Tag of BCP 47: {@code ms}, {@code en}, {@code zh}, {@code ta}, {@code ar} or {@link #UNKNOWN}.
     *
     * <p>Indonesian counts as Malay, whose small words it shares, and Persian or Urdu as Arabic, whose letters they are
     * written in. A message of a word or two mostly stays unknown. Time linear in the terms.
     *
     * @param letters writing of the text
     * @param tokens its terms
     */
    public static String of(Letters letters, List<Token> tokens) {
        return switch (letters) {
            case HAN -> "zh";
            case TAMIL -> "ta";
            case ARABIC -> "ar";
            case LATIN ->
                WrittenLanguages.ofLatinWords(tokens.stream().map(Token::term).toList());
            case OTHER, NONE -> UNKNOWN;
        };
    }
}
