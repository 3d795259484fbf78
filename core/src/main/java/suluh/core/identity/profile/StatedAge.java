package suluh.core.identity.profile;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An age that a person states of himself, in Malay, English, Chinese or Tamil.
 *
 * <p>Deliberately narrow: a first-person pattern and a number from 5 to 99. A quoted or joking age is read as stated; what
 * is found orders attention and proves no age.
 */
public final class StatedAge {
    private static final int YOUNGEST = 5;
    private static final int OLDEST = 99;
    /** An age stands in a short sentence; longer texts are read this far. */
    private static final int MAX_CHARS = 2_000;

    private static final Pattern STATED = Pattern.compile(
            "(?:\\b(?:i am|i'm|im|my age is|just turned|i turned)\\s+(?:only |just )?(\\d{1,2})\\b(?!\\s*(?:km|kg|min|%|:|[./]\\d))"
                    + "|\\b(?:umur|usia)\\s+(?:saya|aku|sy|i)\\s*(?:baru\\s+)?(\\d{1,2})\\b"
                    + "|\\b(?:saya|aku|sy)\\s+(?:baru\\s+)?(?:umur\\s+|berumur\\s+)?(\\d{1,2})\\s*(?:tahun|thn)\\b"
                    + "|我\\s*(?:今年)?\\s*(\\d{1,2})\\s*[岁歲]"
                    + "|எனக்கு\\s*(\\d{1,2})\\s*வயது)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private StatedAge() {}

    /** The age in years, or empty. */
    public static OptionalInt in(String text) {
        String read = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
        Matcher matcher = STATED.matcher(read.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                String digits = matcher.group(group);
                if (digits != null) {
                    int age = Integer.parseInt(digits);
                    if (age >= YOUNGEST && age <= OLDEST) {
                        return OptionalInt.of(age);
                    }
                }
            }
        }
        return OptionalInt.empty();
    }
}
