package suluh.core.conversation.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The words that lexicons know, each with a number; every other word of a message is 0.
 *
 * <p>Looked up by characters in an open hash table, so that an unknown word costs no object. A spelling stands for one
 * word, several, or none (a particle that is passed over). Immutable; about 20 ns a look-up.
 */
public final class Vocabulary {
    /** No word of the lexicons. */
    public static final int UNKNOWN = 0;

    /** Consonants that a vowel-less spelling must have: two stand for too many words. */
    private static final int MIN_SKELETON = 3;

    private static final int[] PASSED_OVER = {};

    private final String[] words;
    private final char[][] spellings;
    private final int[][] meanings;
    private final int mask;

    private Vocabulary(List<String> words, Map<String, int[]> entries) {
        this.words = words.toArray(String[]::new);
        int capacity = Integer.highestOneBit(Math.max(16, entries.size() * 4));
        this.mask = capacity - 1;
        this.spellings = new char[capacity][];
        this.meanings = new int[capacity][];
        entries.forEach((spelling, meaning) -> {
            char[] chars = spelling.toCharArray();
            int place = hash(chars, 0, chars.length) & mask;
            while (spellings[place] != null) {
                place = (place + 1) & mask;
            }
            spellings[place] = chars;
            meanings[place] = meaning;
        });
    }

    /** Collects words and spellings. */
    static final class Builder {
        private final List<String> words = new ArrayList<>(List.of(""));
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<String, List<String>> spellings = new HashMap<>();

        /** Number of this word, given on first sight. */
        int number(String word) {
            return numbers.computeIfAbsent(word, ignored -> {
                words.add(word);
                return words.size() - 1;
            });
        }

        /** Lets a spelling stand for these words; none lets it be passed over. */
        void spelling(String spelling, List<String> meaning) {
            if (spellings.put(spelling, List.copyOf(meaning)) != null) {
                throw new IllegalStateException("a spelling stands twice in the tables: " + spelling);
            }
        }

        /** Words that a folded word of a pattern stands for. */
        List<String> meaning(String word) {
            return spellings.getOrDefault(word, List.of(word));
        }

        Vocabulary build() {
            Map<String, int[]> entries = new HashMap<>();
            spellings.forEach((spelling, meaning) -> entries.put(
                    spelling,
                    meaning.isEmpty()
                            ? PASSED_OVER.clone()
                            : meaning.stream().mapToInt(this::number).toArray()));
            numbers.forEach((word, number) -> entries.putIfAbsent(word, new int[] {number}));
            skeletons(entries);
            return new Vocabulary(words, entries);
        }

        /** Adds vowel-less spellings, such as gmbr for gambar, where only one word has them. */
        private void skeletons(Map<String, int[]> entries) {
            Map<String, List<String>> bySkeleton = new HashMap<>();
            Function<String, List<String>> list = ignored -> new ArrayList<>();
            for (String word : numbers.keySet()) {
                String skeleton = skeleton(word);
                if (word.length() >= MIN_SKELETON + 2 && skeleton.length() >= MIN_SKELETON) {
                    bySkeleton.computeIfAbsent(skeleton, list).add(word);
                }
            }
            bySkeleton.forEach((skeleton, sharing) -> {
                if (sharing.size() == 1) {
                    entries.putIfAbsent(skeleton, new int[] {number(sharing.getFirst())});
                }
            });
        }

        private static String skeleton(String word) {
            boolean isLatin = word.chars().allMatch(c -> c >= 'a' && c <= 'z');
            return isLatin ? word.replaceAll("[aeiou]", "") : "";
        }
    }

    /** Numbers of the words that these characters stand for, or null when no spelling is like them. */
    int @org.jspecify.annotations.Nullable [] find(char[] text, int from, int length) {
        int place = hash(text, from, length) & mask;
        while (spellings[place] != null) {
            if (equal(spellings[place], text, from, length)) {
                return meanings[place];
            }
            place = (place + 1) & mask;
        }
        return null;
    }

    /** Number of words; their numbers are smaller. */
    public int size() {
        return words.length;
    }

    /** The word of this number. */
    public String word(int number) {
        return words[number];
    }

    private static boolean equal(char[] spelling, char[] text, int from, int length) {
        return spelling.length == length && Arrays.equals(spelling, 0, length, text, from, from + length);
    }

    private static int hash(char[] text, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + text[i];
        }
        hash *= 0x9E3779B1;
        return hash ^ (hash >>> 15);
    }
}
