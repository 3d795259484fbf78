package suluh.core.conversation.text;

import java.util.Arrays;

/**
 * The words of one message; filled again for each, so that a stream of messages makes no garbage.
 *
 * <p>Word {@code i} has number {@code word(i)} of the vocabulary and stands at code points {@code start(i)..end(i)} of
 * the raw text, in clause {@code clause(i)}. Not thread-safe.
 */
public final class ChatWords {
    /** A chat message is short; words beyond this are not looked at, so that no message costs more than it is worth. */
    public static final int MAX_WORDS = 2_000;

    private int count;
    private int[] words = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] clauses = new int[64];
    private int[] numbers = new int[64];
    /** The letter of a word of one Latin letter, else 0. */
    private char[] singles = new char[64];

    private final char[] letters = new char[ChatText.MAX_WORD_CHARS];
    private char nextSingle;
    private boolean isQuestion;
    private boolean isQuoted;
    private int quoteStart;
    private int quoteEnd;

    void clear() {
        count = 0;
        isQuestion = false;
        isQuoted = false;
        quoteStart = -1;
        quoteEnd = -1;
    }

    void add(int word, int start, int end, int clause, int number) {
        if (count == words.length) {
            int size = count * 2;
            words = Arrays.copyOf(words, size);
            starts = Arrays.copyOf(starts, size);
            ends = Arrays.copyOf(ends, size);
            clauses = Arrays.copyOf(clauses, size);
            numbers = Arrays.copyOf(numbers, size);
            singles = Arrays.copyOf(singles, size);
        }
        words[count] = word;
        starts[count] = start;
        ends[count] = end;
        clauses[count] = clause;
        numbers[count] = number;
        singles[count] = nextSingle;
        nextSingle = 0;
        count++;
    }

    /** Puts one word in the place of those from {@code from} to before {@code to}. */
    void replace(int from, int to, int word) {
        words[from] = word;
        ends[from] = ends[to - 1];
        singles[from] = 0;
        int moved = count - to;
        System.arraycopy(words, to, words, from + 1, moved);
        System.arraycopy(starts, to, starts, from + 1, moved);
        System.arraycopy(ends, to, ends, from + 1, moved);
        System.arraycopy(clauses, to, clauses, from + 1, moved);
        System.arraycopy(numbers, to, numbers, from + 1, moved);
        System.arraycopy(singles, to, singles, from + 1, moved);
        count -= to - from - 1;
    }

    /** Says of the next word that it is one letter; 0 when it is not. */
    void single(char letter) {
        nextSingle = letter;
    }

    char single(int index) {
        return singles[index];
    }

    /** Room for the letters of one word. */
    char[] letters() {
        return letters;
    }

    void question() {
        isQuestion = true;
    }

    void quoted() {
        isQuoted = true;
    }

    void quoteMark(int codePoint) {
        if (quoteStart < 0) {
            quoteStart = codePoint;
        } else {
            quoteEnd = codePoint;
        }
    }

    /** Number of words. */
    public int count() {
        return count;
    }

    /** Number of the word in the vocabulary, or {@link Vocabulary#UNKNOWN}. */
    public int word(int index) {
        return words[index];
    }

    /** First code point. */
    public int start(int index) {
        return starts[index];
    }

    /** Code point after the word. */
    public int end(int index) {
        return ends[index];
    }

    /** Number of the clause it stands in, from 0. */
    public int clause(int index) {
        return clauses[index];
    }

    /** Its value when it is a whole number below a thousand, else -1. */
    public int number(int index) {
        return numbers[index];
    }

    /** True when the message carries a question mark. */
    public boolean isQuestion() {
        return isQuestion;
    }

    /** True when these code points stand in quotation marks, or the whole message quotes or sings. */
    public boolean isQuoted(int start, int end) {
        return isQuoted || (quoteEnd > quoteStart && quoteStart >= 0 && start > quoteStart && end <= quoteEnd);
    }
}
