package suluh.core.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import suluh.core.conversation.text.ChatWords;
import suluh.core.conversation.text.Vocabulary;

/**
 * All patterns of a lexicon, met in one pass over the words of a message.
 *
 * <p>A word that begins no pattern costs one look-up. Of those that it begins, most are put aside by the next word and by
 * the words that the message lacks, in two operations each, before a pattern is compared word by word: the fits are those
 * of comparing every pattern at every word. Immutable and shareable by threads.
 */
final class PatternTable {
    /** Any next word, or none, will do. */
    private static final long ANY = -1;

    /** Takes the fits, in the order of the words where they begin, then of the patterns. */
    interface Visitor {
        /**
         * A fit.
         *
         * @param pattern place of the pattern in the list that the table was made of
         * @param first its first word
         * @param last its last word
         */
        void fits(int pattern, int first, int last);
    }

    /** Patterns that one word can begin: their places, and masks of the words that may come next. */
    private static final class Row {
        private final int[] places;
        private final long[] next;
        private final CuePattern[] patterns;

        private Row(List<CuePattern> all, List<Integer> places) {
            this.places = places.stream().mapToInt(Integer::intValue).toArray();
            this.patterns = places.stream().map(all::get).toArray(CuePattern[]::new);
            this.next = places.stream()
                    .mapToLong(place -> all.get(place).nextWords())
                    .toArray();
        }
    }

    private static final Row NONE = new Row(List.of(), List.of());

    private final Row[] rows;

    PatternTable(List<CuePattern> patterns, int vocabularySize) {
        List<List<Integer>> byFirstWord = new ArrayList<>();
        for (int word = 0; word < vocabularySize; word++) {
            byFirstWord.add(new ArrayList<>());
        }
        for (int place = 0; place < patterns.size(); place++) {
            for (int word :
                    Arrays.stream(patterns.get(place).firstWords()).distinct().toArray()) {
                byFirstWord.get(word).add(place);
            }
        }
        rows = byFirstWord.stream()
                .map(places -> places.isEmpty() ? NONE : new Row(patterns, places))
                .toArray(Row[]::new);
    }

    /** Hands every fit of every pattern to the visitor, the first fit of each pattern at each word. */
    void visit(ChatWords words, Visitor visitor) {
        int count = words.count();
        long mask = 0;
        boolean begins = false;
        for (int i = 0; i < count; i++) {
            int word = words.word(i);
            if (word != Vocabulary.UNKNOWN) {
                mask |= CuePattern.bit(word);
                begins |= rows[word] != NONE;
            }
        }
        for (int i = 0; begins && i < count; i++) {
            Row row = rows[words.word(i)];
            if (row != NONE) {
                boolean hasNext = i + 1 < count && words.word(i + 1) != Vocabulary.UNKNOWN;
                visit(row, words, i, hasNext ? CuePattern.bit(words.word(i + 1)) : 0, mask, visitor);
            }
        }
    }

    private static void visit(Row row, ChatWords words, int at, long next, long mask, Visitor visitor) {
        for (int k = 0; k < row.places.length; k++) {
            long wanted = row.next[k];
            if ((wanted & next) != 0 || wanted == ANY) {
                CuePattern pattern = row.patterns[k];
                int last = pattern.isPossibleIn(mask) ? pattern.lastWord(words, at) : -1;
                if (last >= 0) {
                    visitor.fits(row.places[k], at, last);
                }
            }
        }
    }
}
