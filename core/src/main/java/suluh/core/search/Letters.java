package suluh.core.search;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The writing that most letters of a text are of: what is known of its language without guessing. */
public enum Letters {
    LATIN,
    HAN,
    TAMIL,
    ARABIC,
    OTHER,
    NONE;

    private static final int ENOUGH = 200;

    /** The writing of most of the first {@value #ENOUGH} letters; the first named here where two have as many. */
    public static Letters of(String text) {
        Map<Letters, Integer> counts = new EnumMap<>(Letters.class);
        int seen = 0;
        for (int i = 0; i < text.length() && seen < ENOUGH; ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Character.isLetter(codePoint)) {
                counts.merge(one(codePoint), 1, Integer::sum);
                seen++;
            }
        }
        Letters most = NONE;
        int highest = 0;
        for (Map.Entry<Letters, Integer> count : counts.entrySet()) {
            if (count.getValue() > highest) {
                most = count.getKey();
                highest = count.getValue();
            }
        }
        return most;
    }

    private static Letters one(int letter) {
        if (letter < 0x250) {
            return LATIN;
        }
        return switch (Character.UnicodeScript.of(letter)) {
            case LATIN -> LATIN;
            case HAN -> HAN;
            case TAMIL -> TAMIL;
            case ARABIC -> ARABIC;
            default -> OTHER;
        };
    }

    /** Name in addresses and answers: {@code han}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
