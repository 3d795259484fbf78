package suluh.exports.meta.page;

import java.text.DateFormatSymbols;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of months and halves of the day in the languages that Meta writes dates in, out of the JDK's CLDR data.
 *
 * <p>A name that means two months in two languages (Croatian {@code listopad} is October, Polish November) means none
 * here, so that such a date is not understood rather than guessed.
 */
final class MonthNames {
    private static final List<String> LANGUAGES = List.of(
            "en", "ms", "id", "de", "fr", "es", "pt", "it", "nl", "tr", "vi", "fil", "sv", "da", "nb", "fi", "pl", "cs",
            "ro", "ru", "uk", "el", "hr", "ta", "hi", "bn", "th");
    private static final String UNCLEAR = "";

    private static final Map<String, Integer> MONTHS = months();
    private static final Set<String> AFTERNOON = halves(1);
    private static final Set<String> MORNING = halves(0);

    private MonthNames() {}

    /** Month of a name or its abbreviation, 1 to 12; null for any other word. */
    static @Nullable Integer month(String word) {
        Integer found = MONTHS.get(word);
        return found == null || found == 0 ? null : found;
    }

    static boolean isAfternoon(String word) {
        return AFTERNOON.contains(word) && !MORNING.contains(word);
    }

    static boolean isMorning(String word) {
        return MORNING.contains(word) && !AFTERNOON.contains(word);
    }

    /** True for a word that tells a half of the day in some language. */
    static boolean isHalf(String word) {
        return AFTERNOON.contains(word) || MORNING.contains(word);
    }

    /** Comparable form of a name: lower case, without dots. */
    static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace(".", "").strip();
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    put(months, plain(month.getDisplayName(style, locale)), month.getValue());
                }
            }
        }
        // Four letters where CLDR has three or five.
        put(months, "sept", 9);
        put(months, "ogos", 8);
        put(months, "agt", 8);
        return months;
    }

    private static void put(Map<String, Integer> months, String name, int month) {
        boolean number = name.chars().anyMatch(Character::isDigit);
        if (!name.equals(UNCLEAR) && !number) {
            months.merge(name, month, (had, has) -> had.equals(has) ? had : 0);
        }
    }

    private static Set<String> halves(int half) {
        Set<String> words =
                new HashSet<>(half == 0 ? Set.of("am", "a m", "pg", "上午") : Set.of("pm", "p m", "ptg", "下午"));
        for (String language : LANGUAGES) {
            words.add(plain(DateFormatSymbols.getInstance(Locale.forLanguageTag(language))
                    .getAmPmStrings()[half]));
        }
        words.remove(UNCLEAR);
        return words;
    }
}
