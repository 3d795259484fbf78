package suluh.core.identity.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import suluh.core.observation.SourcePointer;

/** Counts the languages of messages: by script, and for the Latin script by the small words of Malay and English. */
public final class WrittenLanguages {
    private static final Set<String> MALAY = Set.of(
            "saya", "aku", "awak", "kau", "dia", "kita", "yang", "dan", "tak", "tidak", "ada", "nak", "dengan", "untuk",
            "ini", "itu", "sudah", "dah", "boleh", "lah", "apa", "di", "ke", "dari", "jangan", "macam", "sama", "pun",
            "kat", "je");
    private static final Set<String> ENGLISH = Set.of(
            "the", "and", "you", "are", "is", "to", "of", "in", "it", "that", "have", "for", "not", "with", "this",
            "was", "but", "what", "your", "we", "will", "can", "do", "my", "at", "on", "so", "just", "me", "be");

    /** Messages of each language whose records are kept, the first that were taken. */
    private static final int MAX_SOURCES = 5;

    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, List<SourcePointer>> records = new TreeMap<>();
    private long messages;

    /**
     * A language.
     *
     * @param tag of BCP 47: {@code ms}, {@code en}, {@code zh}, {@code ta}, {@code ar}, or {@code und} where a text tells
     *     nothing
     * @param messages how many are in it, from 1
     * @param sources the first of them, at most five
     */
    public record Counted(String tag, long messages, List<SourcePointer> sources) {
        public Counted {
            sources = List.copyOf(sources);
        }
    }

    /** Takes a message and the record that it stands in; a text that tells nothing counts as {@code und}. */
    public void add(String text, SourcePointer source) {
        messages++;
        String tag = languageOf(text);
        counts.merge(tag, 1L, Long::sum);
        List<SourcePointer> kept = records.computeIfAbsent(tag, ignored -> new ArrayList<>());
        if (kept.size() < MAX_SOURCES) {
            kept.add(source);
        }
    }

    /** Messages taken. */
    public long messages() {
        return messages;
    }

    /** Languages, that of most messages first. */
    public List<Counted> byCount() {
        return counts.entrySet().stream()
                .map(entry ->
                        new Counted(entry.getKey(), entry.getValue(), records.getOrDefault(entry.getKey(), List.of())))
                .sorted(Comparator.comparingLong(Counted::messages).reversed().thenComparing(Counted::tag))
                .toList();
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
        return ofLatinWords(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+")));
    }

    /**
     * The language of a text in Latin letters: {@code ms}, {@code en}, or {@code und} when neither has more small words.
     *
     * @param words in lower case
     */
    public static String ofLatinWords(Iterable<String> words) {
        int malay = 0;
        int english = 0;
        for (String word : words) {
            malay += MALAY.contains(word) ? 1 : 0;
            english += ENGLISH.contains(word) ? 1 : 0;
        }
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
