package suluh.core.search;

import java.util.ArrayList;
import java.util.List;
import suluh.core.conversation.text.LetterFold;

/**
 * Splits texts into the terms that searches look for.
 *
 * <p>Words end where neither letter, digit nor mark stands. Case, accents, width, look-alikes and characters without
 * width are folded. Of writings without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) each character and each
 * pair is a term, whatever stands between the two but a word; so is each emoji. Words of Tamil keep their vowel signs. Words longer than {@value #MAX_WORD_CHARS}
 * units are known by their beginning. Time linear in the text; thread-safe.
 */
public final class Tokens {
    static final int MAX_WORD_CHARS = 64;

    private final String text;
    private final List<Token> found = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int wordStart;
    private int wordEnd;
    private int position;
    /** The character before, when it was one of a writing without spaces. */
    private String before = "";

    private int beforeStart;

    private Tokens(String text) {
        this.text = text;
    }

    /** Terms of the text in their order. */
    public static List<Token> of(String text) {
        return new Tokens(text).split();
    }

    private List<Token> split() {
        for (int i = 0; i < text.length(); ) {
            char raw = text.charAt(i);
            if (Character.isHighSurrogate(raw)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                beyond(text.codePointAt(i), i);
                i += 2;
            } else {
                unit(LetterFold.fold(raw), i);
                i++;
            }
        }
        endWord();
        return found;
    }

    private void unit(char folded, int at) {
        if (folded == LetterFold.JOIN) {
            return;
        }
        if (folded == LetterFold.BREAK) {
            endWord();
        } else if (standsAlone(folded)) {
            character(String.valueOf(folded), at, at + 1);
        } else {
            letter(folded, at, at + 1);
        }
    }

    private void beyond(int codePoint, int at) {
        char folded = LetterFold.foldBeyond(codePoint);
        if (folded != LetterFold.BREAK) {
            if (folded != LetterFold.JOIN) {
                letter(folded, at, at + 2);
            }
        } else if (Character.isIdeographic(codePoint) || Character.getType(codePoint) == Character.OTHER_SYMBOL) {
            character(Character.toString(codePoint), at, at + 2);
        } else if (Character.isLetterOrDigit(codePoint)) {
            letters(Character.toString(Character.toLowerCase(codePoint)), at, at + 2);
        } else {
            endWord();
        }
    }

    private void letter(char letter, int start, int end) {
        letters(String.valueOf(letter), start, end);
    }

    private void letters(String letters, int start, int end) {
        before = "";
        if (word.isEmpty()) {
            wordStart = start;
        }
        if (word.length() + letters.length() <= MAX_WORD_CHARS) {
            word.append(letters);
        }
        wordEnd = end;
    }

    private void character(String character, int start, int end) {
        endWord();
        found.add(new Token(character, start, end, position, Token.Form.CHARACTER));
        if (!before.isEmpty()) {
            found.add(new Token(before + character, beforeStart, end, position - 1, Token.Form.PAIR));
        }
        before = character;
        beforeStart = start;
        position++;
    }

    private void endWord() {
        if (!word.isEmpty()) {
            found.add(new Token(word.toString(), wordStart, wordEnd, position, Token.Form.WORD));
            position++;
            word.setLength(0);
        }
    }

    /** Characters of writings that put no spaces between words. */
    static boolean standsAlone(char c) {
        return LetterFold.isIdeograph(c)
                || (c >= '\u3040' && c <= '\u30FF')
                || (c >= '\u0E00' && c <= '\u0EFF')
                || (c >= '\u1000' && c <= '\u109F')
                || (c >= '\u1780' && c <= '\u17FF');
    }
}
