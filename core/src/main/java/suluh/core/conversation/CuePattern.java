package suluh.core.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import suluh.core.conversation.text.ChatText;
import suluh.core.conversation.text.ChatWords;

/**
 * Words to meet in order, with places where one of several may stand, where none need stand, and gaps.
 *
 * <p>Works on numbers of the vocabulary. A mask of the words that it cannot do without lets most messages pass by in a
 * few operations.
 */
final class CuePattern {
    private static final int MAX_PLACES = 12;
    /** A place of a pattern as it is written: a group of alternatives, or a word. */
    static final Pattern PLACE = Pattern.compile("\\([^)]*\\)|[^ ()]+");

    /** Sequences of word numbers that fit each place; none for a gap. */
    private final int[][][] places;

    private final boolean[] optional;
    private final long[] needed;
    private final int maxGap;

    private CuePattern(int[][][] places, boolean[] optional, int maxGap) {
        this.places = places;
        this.optional = optional;
        this.maxGap = maxGap;
        List<Long> masks = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (!optional[i]) {
                long mask = 0;
                for (int[] words : places[i]) {
                    mask |= bit(words[0]);
                }
                masks.add(mask);
            }
        }
        this.needed = masks.stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * The pattern of a line.
     *
     * @param maxGap words that {@code *} may span
     */
    static CuePattern parse(String line, int maxGap, ChatText.Builder text) {
        List<int[][]> places = new ArrayList<>();
        List<Boolean> optional = new ArrayList<>();
        Matcher matcher = PLACE.matcher(line);
        while (matcher.find()) {
            String place = matcher.group();
            boolean canBeLeftOut = place.equals("*");
            List<int[]> alternatives = new ArrayList<>();
            if (!canBeLeftOut) {
                String inner = place.startsWith("(") ? place.substring(1, place.length() - 1) : place;
                for (String alternative : inner.split("\\|", -1)) {
                    int[] words = text.phrase(alternative).stream()
                            .mapToInt(Integer::intValue)
                            .toArray();
                    canBeLeftOut |= words.length == 0;
                    if (words.length > 0) {
                        alternatives.add(words);
                    }
                }
            }
            places.add(alternatives.toArray(int[][]::new));
            optional.add(canBeLeftOut);
        }
        // What may be left out at either end decides nothing.
        while (!places.isEmpty() && optional.getLast()) {
            places.removeLast();
            optional.removeLast();
        }
        while (!places.isEmpty() && optional.getFirst()) {
            places.removeFirst();
            optional.removeFirst();
        }
        if (places.isEmpty() || places.size() > MAX_PLACES) {
            throw new IllegalStateException("a pattern has a word and at most 12 places: " + line);
        }
        boolean[] flags = new boolean[optional.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = optional.get(i);
        }
        return new CuePattern(places.toArray(int[][][]::new), flags, maxGap);
    }

    /** Numbers of the words with which it can begin. */
    int[] firstWords() {
        int[] first = new int[places[0].length];
        for (int i = 0; i < first.length; i++) {
            first[i] = places[0][i][0];
        }
        return first;
    }

    /**
     * Mask of the words one of which follows its first word in every fit; all bits when that is not known: it is one
     * word long, or a gap follows.
     */
    long nextWords() {
        long mask = 0;
        boolean isOneWord = false;
        for (int[] words : places[0]) {
            isOneWord |= words.length == 1;
            mask |= words.length == 1 ? 0 : bit(words[1]);
        }
        boolean isOpen = isOneWord;
        for (int place = 1; isOpen && place < places.length; place++) {
            if (places[place].length == 0) {
                return -1;
            }
            for (int[] words : places[place]) {
                mask |= bit(words[0]);
            }
            isOpen = optional[place];
        }
        return isOpen ? -1 : mask;
    }

    /** True when the words of this mask may hold it. */
    boolean isPossibleIn(long mask) {
        for (long need : needed) {
            if ((need & mask) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Bit of a word in masks. */
    static long bit(int word) {
        return 1L << ((word * 0x9E3779B1) >>> 26);
    }

    /** Last word of a fit that begins at word {@code at}, or -1. */
    int lastWord(ChatWords words, int at) {
        return lastWord(words, at, 0);
    }

    /** Depth is the number of places. */
    private int lastWord(ChatWords words, int at, int place) {
        if (place == places.length) {
            return at - 1;
        }
        int[][] alternatives = places[place];
        if (alternatives.length == 0) {
            for (int skipped = 0; skipped <= maxGap && at + skipped <= words.count(); skipped++) {
                int last = lastWord(words, at + skipped, place + 1);
                if (last >= 0) {
                    return last;
                }
            }
            return -1;
        }
        for (int[] alternative : alternatives) {
            int last = standAt(words, at, alternative) ? lastWord(words, at + alternative.length, place + 1) : -1;
            if (last >= 0) {
                return last;
            }
        }
        return optional[place] ? lastWord(words, at, place + 1) : -1;
    }

    private static boolean standAt(ChatWords words, int at, int[] wanted) {
        if (at + wanted.length > words.count()) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (words.word(at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
