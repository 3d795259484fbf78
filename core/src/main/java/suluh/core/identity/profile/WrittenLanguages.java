package suluh.core.identity.profile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts the languages of messages: by script, and for the Latin script by the small words of Malay and English. */
public final class WrittenLanguages {
    private static final Set<String> MALAY = Set.of(
            "saya", "aku", "awak", "kau", "dia", "kita", "yang", "dan", "tak", "tidak", "ada", "nak", "dengan", "untuk",
            "ini", "itu", "sudah", "dah", "boleh", "lah", "apa", "di", "ke", "dari", "jangan", "macam", "sama", "pun",
            "kat", "je");
    private static final Set<String> ENGLISH = Set.of(
            "the", "and", "you", "are", "is", "to", "of", "in", "it", "that", "have", "for", "not", "with", "this",
            "was", "but", "what", "your", "we", "will", "can", "do", "my", "at", "on", "so", "just", "me", "be");

    private final Map<String, Long> counts = new TreeMap<>();
    private long messages;

    /** Takes a message; a text that tells nothing counts as {@code und}. */
    public void add(String text) {
        messages++;
        counts.merge(languageOf(text), 1L, Long::sum);
    }

    /** Messages taken. */
    public long messages() {
        return messages;
    }

    /** Messages by language tag of BCP 47 ({@code ms}, {@code en}, {@code zh}, {@code ta}, {@code ar}, {@code und}), most first. */
    public Map<String, Long> byCount() {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    static String languageOf(String text) {
        Map<String, Integer> scripts = new TreeMap<>();
        text.codePoints().filter(Character::isLetter).forEach(point -> scripts.merge(tag(point), 1, Integer::sum));
        String main = scripts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("und");
        if (!main.equals("latn")) {
            return main;
        }
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+");
        long malay = Arrays.stream(words).filter(MALAY::contains).count();
        long english = Arrays.stream(words).filter(ENGLISH::contains).count();
        return malay == english ? "und" : malay > english ? "ms" : "en";
    }

    private static String tag(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN -> "zh";
            case TAMIL -> "ta";
            case ARABIC -> "ar";
            case LATIN -> "latn";
            default -> "und";
        };
    }
}
