package suluh.core.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits chat messages into normalised words that remember where they stand in the raw text.
 *
 * <p>Folded: case, letters repeated three times or more, digits for letters inside a word, look-alike letters of other
 * scripts, apostrophes, characters without width, words spaced out letter by letter, and chat spellings of the table
 * {@code shortforms.txt}. Linear time. Immutable and shareable.
 */
final class ChatText {
    /** A chat message is short; words beyond this are not looked at, so that no message costs more than it is worth. */
    private static final int MAX_TOKENS = 2_000;

    private static final int MIN_SPACED_LETTERS = 4;
    private static final String LOOKALIKES = "аaеeоoрpсcуyхxіiѕsαaοoεeκkιiυuνv";
    private static final String DIGITS = "0o1i3e4a5s7t";
    private static final char NO_FOLD = '\0';
    private static final char[] FOLDED = folded();

    private final Map<String, String> shortForms;

    private ChatText(Map<String, String> shortForms) {
        this.shortForms = Map.copyOf(shortForms);
    }

    static ChatText standard() {
        Map<String, String> forms = new HashMap<>();
        for (String line : Tables.lines("shortforms.txt")) {
            String[] parts = line.split("=", 2);
            if (parts.length != 2 || forms.put(parts[0].strip(), parts[1].strip()) != null) {
                throw new IllegalStateException("shortforms.txt: no pair, or a second one: " + line);
            }
        }
        return new ChatText(forms);
    }

    /** Words of the message in order. */
    List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder(24);
        int codePoint = 0;
        int start = -1;
        for (int i = 0; i < text.length() && tokens.size() < MAX_TOKENS; codePoint++) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isInWord(c)) {
                start = start < 0 ? codePoint : start;
                append(word, c);
            } else if (start >= 0 && !joins(c)) {
                add(tokens, word, start, codePoint);
                start = -1;
            }
        }
        if (start >= 0) {
            add(tokens, word, start, codePoint);
        }
        return tokens.size() < MIN_SPACED_LETTERS ? tokens : joined(tokens, text);
    }

    private void add(List<Token> tokens, StringBuilder word, int start, int end) {
        String normalised = normalised(word);
        word.setLength(0);
        if (!normalised.isEmpty()) {
            tokens.add(new Token(normalised, start, end));
        }
    }

    private String normalised(StringBuilder word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean inside = i > 0 && i + 1 < word.length();
            if (c >= '0' && c <= '9' && inside && isLetter(word, i - 1) && isLetter(word, i + 1)) {
                int at = DIGITS.indexOf(c);
                c = at >= 0 && at % 2 == 0 ? DIGITS.charAt(at + 1) : c;
            }
            boolean third = i >= 2 && c == word.charAt(i - 1) && c == word.charAt(i - 2) && Character.isLetter(c);
            if (third) {
                while (out.length() > 1 && out.charAt(out.length() - 2) == c) {
                    out.setLength(out.length() - 1);
                }
            } else {
                out.append(c);
            }
        }
        String plain = out.toString();
        return shortForms.getOrDefault(plain, plain);
    }

    private static boolean isLetter(StringBuilder word, int at) {
        return Character.isLetter(word.charAt(at));
    }

    private static boolean isInWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Characters that do not end a word: apostrophes and what has no width. */
    private static boolean joins(int c) {
        return c == '\'' || c == '’' || Character.getType(c) == Character.FORMAT;
    }

    private static void append(StringBuilder word, int c) {
        if (c < 0x80) {
            word.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
            return;
        }
        int lower = Character.toLowerCase(c);
        if (lower < FOLDED.length && FOLDED[lower] != NO_FOLD) {
            word.append(FOLDED[lower]);
        } else if (Character.getType(lower) != Character.NON_SPACING_MARK) {
            word.appendCodePoint(lower);
        }
    }

    private static char[] folded() {
        char[] table = new char[0x0500];
        for (int i = 0; i < LOOKALIKES.length(); i += 2) {
            table[LOOKALIKES.charAt(i)] = LOOKALIKES.charAt(i + 1);
        }
        return table;
    }

    /** Joins runs of single letters, the writing of somebody who avoids filters. */
    private List<Token> joined(List<Token> tokens, String text) {
        List<Token> out = tokens;
        for (int i = 0; i + MIN_SPACED_LETTERS <= tokens.size(); i++) {
            int end = i;
            while (end < tokens.size()
                    && tokens.get(end).end() - tokens.get(end).start() == 1) {
                end++;
            }
            if (end - i >= MIN_SPACED_LETTERS) {
                StringBuilder word = new StringBuilder();
                tokens.subList(i, end)
                        .forEach(token -> append(word, text.codePointAt(text.offsetByCodePoints(0, token.start()))));
                out = new ArrayList<>(tokens.subList(0, i));
                out.add(new Token(
                        normalised(word),
                        tokens.get(i).start(),
                        tokens.get(end - 1).end()));
                out.addAll(tokens.subList(end, tokens.size()));
                return out;
            }
            i = Math.max(i, end - 1);
        }
        return out;
    }
}
