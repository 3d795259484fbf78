package suluh.core.network;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Figures by word, looked up by characters so that no text is made of a word met before.
 *
 * <p>Open addressing, at most half full; a look-up costs the length of the word. Not thread-safe.
 */
final class WordTable {
    /** A power of two. */
    private static final int FIRST_SLOTS = 256;

    private static final int HASH_FACTOR = 31;

    private String[] words = new String[FIRST_SLOTS];
    private int[] figures = new int[FIRST_SLOTS];
    private int size;

    /** The hash of a word whose last character is this and whose hash before it was that; 0 before the first. */
    static int hash(int before, char next) {
        return HASH_FACTOR * before + next;
    }

    /** Where the first {@code length} characters stand, or would stand. */
    int slot(char[] chars, int length, int hash) {
        int slot = (hash ^ (hash >>> Short.SIZE)) & (words.length - 1);
        while (isTaken(slot) && !isAt(slot, chars, length, hash)) {
            slot = (slot + 1) & (words.length - 1);
        }
        return slot;
    }

    boolean isTaken(int slot) {
        return words[slot] != null;
    }

    /** The figure at this slot; 0 where no word stands. */
    int figure(int slot) {
        return figures[slot];
    }

    /** Adds to the figure at the slot of these characters, as {@link #slot} gave it. */
    void add(int slot, char[] chars, int length, int figure) {
        boolean isNew = !isTaken(slot);
        if (isNew) {
            words[slot] = new String(chars, 0, length);
            size++;
        }
        figures[slot] += figure;
        if (isNew && 2 * size > words.length) {
            grow();
        }
    }

    int size() {
        return size;
    }

    /** All words with their figures. */
    SortedMap<String, Integer> toMap() {
        SortedMap<String, Integer> map = new TreeMap<>();
        for (int slot = 0; slot < words.length; slot++) {
            if (isTaken(slot)) {
                map.put(words[slot], figures[slot]);
            }
        }
        return map;
    }

    private boolean isAt(int slot, char[] chars, int length, int hash) {
        String word = words[slot];
        if (word.hashCode() != hash || word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != chars[i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        String[] before = words;
        int[] figuresBefore = figures;
        words = new String[2 * before.length];
        figures = new int[words.length];
        for (int i = 0; i < before.length; i++) {
            String word = before[i];
            if (word != null) {
                int slot = slot(word.toCharArray(), word.length(), word.hashCode());
                words[slot] = word;
                figures[slot] = figuresBefore[i];
            }
        }
    }
}
