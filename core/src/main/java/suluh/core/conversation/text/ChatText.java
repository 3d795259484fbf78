package suluh.core.conversation.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits chat messages into words of a vocabulary, seeing through the ways in which people write and evade.
 *
 * <p>Folded: case, accents, look-alike and letter-like characters, characters without width, digits and signs for
 * letters, letters repeated, letters spaced out, words run together, dropped vowels, particles and endings of Malay and
 * English, emoji that stand for words. Ideographs are words by themselves; words of Tamil are known by their stems. Spans
 * always point to the raw text, in Unicode code points. Time linear in the text. Immutable and shareable by threads; the
 * {@link ChatWords} that it fills are not.
 */
public final class ChatText {
    /** Longer runs of letters are no words. */
    static final int MAX_WORD_CHARS = 64;

    private static final int MIN_SPACED_LETTERS = 4;
    private static final int MIN_RUN_TOGETHER = 9;
    private static final int MAX_RUN_TOGETHER = 40;
    private static final int MAX_PIECES = 6;
    private static final int MIN_STEM = 3;
    private static final int MIN_TAMIL_STEM = 3;
    private static final int EMOJI = 0x1F300;
    private static final int EMOJI_END = 0x1FB00;
    private static final String DIGITS = "01345728";
    private static final String DIGIT_LETTERS = "oieastzb";

    private final Vocabulary vocabulary;
    private final Suffix[] suffixes;
    private final ChatNumbers numbers;

    /** An ending, and the word that it adds: rumahmu is rumah kamu. */
    private record Suffix(String ending, int added) {}

    private ChatText(Vocabulary vocabulary, List<Suffix> suffixes) {
        this.vocabulary = vocabulary;
        this.suffixes = suffixes.toArray(Suffix[]::new);
        this.numbers = new ChatNumbers(vocabulary);
    }

    /** Collects the words of lexicons, then makes the text treatment over them. */
    public static final class Builder {
        private final Vocabulary.Builder words = new Vocabulary.Builder();
        private final List<Suffix> suffixes = new ArrayList<>();

        /** Lets a spelling stand for a phrase; an empty phrase lets it be passed over. */
        public Builder spelling(String spelling, String phrase) {
            List<String> folded = split(spelling);
            words.spelling(folded.isEmpty() ? spelling : String.join("", folded), split(phrase));
            return this;
        }

        /** An ending that may be taken off an unknown word, with the word that stands for it, or empty. */
        public Builder ending(String ending, String added) {
            int word = added.isEmpty() ? Vocabulary.UNKNOWN : words.number(added);
            suffixes.add(new Suffix(ending, word));
            return this;
        }

        /** Numbers of the words of a phrase of a pattern, which thereby become known. */
        public List<Integer> phrase(String phrase) {
            List<Integer> numbers = new ArrayList<>();
            for (String word : split(phrase)) {
                words.meaning(word).forEach(meaning -> numbers.add(words.number(meaning)));
            }
            return numbers;
        }

        /** The text treatment over all words collected. */
        public ChatText build() {
            ChatNumbers.WORDS.forEach(words::number);
            return new ChatText(words.build(), suffixes);
        }

        private static List<String> split(String phrase) {
            List<String> words = new ArrayList<>();
            StringBuilder word = new StringBuilder();
            for (int i = 0; i <= phrase.length(); i++) {
                char raw = i < phrase.length() ? phrase.charAt(i) : ' ';
                char c = LetterFold.fold(raw);
                boolean isEmoji = Character.isSurrogate(raw);
                if (c == LetterFold.JOIN) {
                    continue;
                }
                if (!isEmoji && c != LetterFold.BREAK && !LetterFold.isIdeograph(c)) {
                    word.append(c);
                    continue;
                }
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                if (isEmoji) {
                    words.add(phrase.substring(i, i + 2));
                    i++;
                } else if (c != LetterFold.BREAK) {
                    words.add(String.valueOf(c));
                }
            }
            return words;
        }
    }

    /** The words that it knows. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Fills {@code words} with the words of the message. */
    public void read(String text, ChatWords words) {
        words.clear();
        char[] letters = words.letters();
        int length = text.length();
        int codePoint = 0;
        int start = 0;
        int n = 0;
        int clause = 0;
        boolean isSpaced = false;
        for (int i = 0; i < length && words.count() < ChatWords.MAX_WORDS; codePoint++) {
            char raw = text.charAt(i++);
            char c = LetterFold.fold(raw);
            int symbol = raw;
            if (Character.isHighSurrogate(raw) && i < length && Character.isLowSurrogate(text.charAt(i))) {
                symbol = Character.toCodePoint(raw, text.charAt(i++));
                c = LetterFold.foldBeyond(symbol);
            } else if (c == LetterFold.BREAK && i < length && isLetterSign(raw, n)) {
                c = isLetter(LetterFold.fold(text.charAt(i))) ? (raw == '@' ? 'a' : 's') : c;
            }
            if (c == LetterFold.JOIN) {
                continue;
            }
            boolean isWordItself = c != LetterFold.BREAK && LetterFold.isIdeograph(c);
            if (c != LetterFold.BREAK && !isWordItself) {
                start = n == 0 ? codePoint : start;
                if (n < MAX_WORD_CHARS) {
                    letters[n++] = c;
                }
                continue;
            }
            if (n > 0) {
                isSpaced |= n == 1;
                add(words, letters, n, start, codePoint, clause);
                n = 0;
            }
            if (isWordItself) {
                letters[0] = c;
                add(words, letters, 1, codePoint, codePoint + 1, clause);
            } else if (symbol >= EMOJI && symbol < EMOJI_END) {
                addEmoji(words, letters, symbol, codePoint, clause);
            } else if (raw != ' ') {
                clause += mark(words, symbol, codePoint);
            }
        }
        if (n > 0) {
            isSpaced |= n == 1;
            add(words, letters, n, start, text.codePointCount(0, length), clause);
        }
        if (isSpaced && words.count() >= MIN_SPACED_LETTERS) {
            joinSpacedLetters(words, letters);
        }
    }

    /** Takes note of a mark; 1 when it ends a clause. */
    private static int mark(ChatWords words, int symbol, int codePoint) {
        switch (symbol) {
            case '?', '？' -> {
                words.question();
                return 1;
            }
            case '.', ',', ';', ':', '!', '\n', '。', '，', '！', '；', '、', '|' -> {
                return 1;
            }
            case '"', '“', '”', '„', '«', '»', '「', '」' -> words.quoteMark(codePoint);
            case '♪', '♫', '♬' -> words.quoted();
            case '>' -> {
                if (codePoint == 0) {
                    words.quoted();
                }
            }
            default -> {}
        }
        return 0;
    }

    private void addEmoji(ChatWords words, char[] letters, int symbol, int codePoint, int clause) {
        if (symbol == 0x1F3B5 || symbol == 0x1F3B6) {
            words.quoted();
            return;
        }
        letters[0] = Character.highSurrogate(symbol);
        letters[1] = Character.lowSurrogate(symbol);
        int[] found = vocabulary.find(letters, 0, 2);
        if (found != null) {
            emit(words, found, codePoint, codePoint + 1, clause);
        }
    }

    private void add(ChatWords words, char[] letters, int n, int start, int end, int clause) {
        char first = letters[0];
        words.single(n == 1 && isLetter(first) ? first : (char) 0);
        int[] found = vocabulary.find(letters, 0, n);
        if (first <= '9' && first >= '0') {
            addNumber(words, letters, n, start, end, clause, found);
            return;
        }
        found = found == null ? alike(letters, n) : found;
        if (found != null) {
            emit(words, found, start, end, clause);
            return;
        }
        if (LetterFold.isTamil(first)) {
            words.add(tamilStem(letters, n), start, end, clause, -1);
            return;
        }
        if (!addWithoutEnding(words, letters, n, start, end, clause)
                && !(n >= MIN_RUN_TOGETHER && addRunTogether(words, letters, n, start, end, clause))) {
            words.add(Vocabulary.UNKNOWN, start, end, clause, -1);
        }
    }

    private void emit(ChatWords words, int[] found, int start, int end, int clause) {
        if (found.length == 0) {
            words.single((char) 0);
        }
        for (int word : found) {
            words.add(word, start, end, clause, numbers.value(word));
        }
    }

    /** A number, with a unit written on to it: 13yo, 14tahun. */
    private void addNumber(
            ChatWords words, char[] letters, int n, int start, int end, int clause, int @Nullable [] found) {
        int digits = 0;
        int value = 0;
        while (digits < n && letters[digits] >= '0' && letters[digits] <= '9') {
            value = digits < 3 ? value * 10 + letters[digits] - '0' : -1;
            digits++;
        }
        int number = digits <= 3 ? value : -1;
        if (digits == n) {
            words.add(found == null ? Vocabulary.UNKNOWN : found[0], start, end, clause, number);
            return;
        }
        if (found != null) {
            emit(words, found, start, end, clause);
            return;
        }
        int[] unit = vocabulary.find(letters, digits, n - digits);
        int middle = Math.min(start + digits, end);
        if (unit == null) {
            int[] alike = alike(letters, n);
            words.add(alike == null ? Vocabulary.UNKNOWN : alike[0], start, end, clause, -1);
        } else {
            int[] digitsFound = vocabulary.find(letters, 0, digits);
            words.add(digitsFound == null ? Vocabulary.UNKNOWN : digitsFound[0], start, middle, clause, number);
            emit(words, unit, middle, end, clause);
        }
    }

    /** The word that these letters write with digits for letters, letters repeated, or a 2 for the word again. */
    private int @Nullable [] alike(char[] letters, int n) {
        boolean changed = false;
        for (int i = 0; i < n; i++) {
            int digit = letters[i] <= '9' ? DIGITS.indexOf(letters[i]) : -1;
            boolean isInside = i + 1 < n && ((i > 0 && isLetter(letters[i - 1])) || isLetter(letters[i + 1]));
            if (digit >= 0 && isInside) {
                letters[i] = DIGIT_LETTERS.charAt(digit);
                changed = true;
            }
        }
        int[] found = changed ? vocabulary.find(letters, 0, n) : null;
        if (found == null && n > MIN_STEM && letters[n - 1] == '2') {
            found = vocabulary.find(letters, 0, n - 1);
        }
        return found == null ? unrepeated(letters, n) : found;
    }

    private int @Nullable [] unrepeated(char[] letters, int n) {
        boolean repeats = false;
        for (int i = 1; i < n && !repeats; i++) {
            repeats = letters[i] == letters[i - 1];
        }
        if (!repeats) {
            return null;
        }
        char[] once = new char[n];
        for (int most = 2; most >= 1; most--) {
            int kept = 0;
            int run = 0;
            for (int i = 0; i < n; i++) {
                run = i > 0 && letters[i] == letters[i - 1] ? run + 1 : 1;
                if (run <= most) {
                    once[kept++] = letters[i];
                }
            }
            int[] found = kept == n || kept < 2 ? null : vocabulary.find(once, 0, kept);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private boolean addWithoutEnding(ChatWords words, char[] letters, int n, int start, int end, int clause) {
        for (Suffix suffix : suffixes) {
            int stem = n - suffix.ending.length();
            if (stem >= MIN_STEM && endsWith(letters, stem, suffix.ending)) {
                int[] found = vocabulary.find(letters, 0, stem);
                if (found != null && found.length > 0) {
                    emit(words, found, start, end, clause);
                    if (suffix.added != Vocabulary.UNKNOWN) {
                        words.add(suffix.added, start, end, clause, -1);
                    }
                    return true;
                }
            }
        }
        boolean isPassive = n > MIN_STEM + 2 && letters[0] == 'd' && letters[1] == 'i';
        int[] active = isPassive ? vocabulary.find(letters, 2, n - 2) : null;
        if (active != null) {
            emit(words, active, start, end, clause);
        }
        return active != null;
    }

    private static boolean endsWith(char[] letters, int from, String ending) {
        for (int i = 0; i < ending.length(); i++) {
            if (letters[from + i] != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The longest stem that the vocabulary knows; Tamil words carry their endings written on. */
    private int tamilStem(char[] letters, int n) {
        for (int stem = n - 1; stem >= MIN_TAMIL_STEM; stem--) {
            int[] found = vocabulary.find(letters, 0, stem);
            if (found != null && found.length > 0) {
                return found[0];
            }
        }
        return Vocabulary.UNKNOWN;
    }

    /** Words written without a space between them, all of them known. */
    private boolean addRunTogether(ChatWords words, char[] letters, int n, int start, int end, int clause) {
        int[] cuts = new int[MAX_PIECES + 1];
        int pieces = n > MAX_RUN_TOGETHER ? 0 : cut(letters, n, 0, cuts, 0);
        for (int i = 0; i < pieces; i++) {
            int[] found = vocabulary.find(letters, cuts[i], cuts[i + 1] - cuts[i]);
            int from = Math.min(start + cuts[i], end - 1);
            int to = i + 1 == pieces ? end : Math.min(start + cuts[i + 1], end);
            emit(words, found == null ? new int[0] : found, from, to, clause);
        }
        return pieces > 0;
    }

    /** Cuts the letters from {@code at} on, longest word first; number of pieces, or 0. Depth at most MAX_PIECES. */
    private int cut(char[] letters, int n, int at, int[] cuts, int piece) {
        cuts[piece] = at;
        if (at == n) {
            return piece;
        }
        if (piece == MAX_PIECES) {
            return 0;
        }
        for (int to = n; to >= at + 2; to--) {
            if (vocabulary.find(letters, at, to - at) != null) {
                int pieces = cut(letters, n, to, cuts, piece + 1);
                if (pieces > 0) {
                    return pieces;
                }
            }
        }
        return 0;
    }

    /** Joins runs of single letters, the writing of somebody who avoids filters, where they spell known words. */
    private void joinSpacedLetters(ChatWords words, char[] letters) {
        for (int i = 0; i + MIN_SPACED_LETTERS <= words.count(); i++) {
            int end = i;
            while (end < words.count() && words.single(end) != 0 && end - i < MAX_WORD_CHARS) {
                letters[end - i] = words.single(end);
                end++;
            }
            int run = end - i;
            if (run < MIN_SPACED_LETTERS) {
                continue;
            }
            int at = 0;
            int place = i;
            while (at < run) {
                int length = longestWord(letters, at, run);
                int[] found = length == 0 ? null : vocabulary.find(letters, at, length);
                if (found != null && found.length > 0) {
                    words.replace(place, place + length, found[0]);
                    at += length;
                } else {
                    at++;
                }
                place++;
            }
            i = place;
        }
    }

    private int longestWord(char[] letters, int at, int run) {
        for (int length = run - at; length >= MIN_STEM; length--) {
            int[] found = vocabulary.find(letters, at, length);
            if (found != null && found.length > 0) {
                return length;
            }
        }
        return 0;
    }

    /** Signs that stand for letters when letters are beside them. */
    private static boolean isLetterSign(char raw, int before) {
        return raw == '$' || (raw == '@' && before > 0);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
