package suluh.core.disclosure.redaction;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as names are looked for in it: letters and digits only, without case, marks and width, each with its place.
 *
 * <p>So {@code A.i.n-a_01}, {@code AINA01} and {@code aína01} are one. Time and memory: linear.
 */
final class FoldedText {
    private final StringBuilder letters = new StringBuilder();
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private final String source;

    FoldedText(String source) {
        this.source = source;
        int at = 0;
        while (at < source.length()) {
            int codePoint = source.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            add(codePoint, at, next);
            at = next;
        }
    }

    /** The same folding for what is looked for. */
    static String fold(String text) {
        return new FoldedText(text).letters.toString();
    }

    int length() {
        return letters.length();
    }

    char letter(int index) {
        return letters.charAt(index);
    }

    /** Place in the source where the folded letter begins, in UTF-16 units. */
    int start(int index) {
        return starts[index];
    }

    /** Place in the source after the folded letter and the marks that follow it. */
    int end(int index) {
        int end = ends[index];
        while (end < source.length() && isMark(source.codePointAt(end))) {
            end += Character.charCount(source.codePointAt(end));
        }
        return end;
    }

    /** True when no letter or digit stands just before the folded letter. */
    boolean beginsWord(int index) {
        int start = starts[index];
        return start == 0 || !Character.isLetterOrDigit(source.codePointBefore(start));
    }

    /** True when no letter or digit stands just after the folded letter. */
    boolean endsWord(int index) {
        int end = end(index);
        return end == source.length() || !Character.isLetterOrDigit(source.codePointAt(end));
    }

    private void add(int codePoint, int start, int end) {
        if (codePoint < 0x80) {
            if (Character.isLetterOrDigit(codePoint)) {
                append(Character.toLowerCase((char) codePoint), start, end);
            }
            return;
        }
        String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        plain.codePoints().filter(Character::isLetterOrDigit).forEach(letter -> {
            int digit = Character.isDigit(letter) ? Character.digit(letter, 10) : -1;
            String kept = digit < 0 ? Character.toString(letter) : Integer.toString(digit);
            kept.chars().forEach(unit -> append((char) unit, start, end));
        });
    }

    private void append(char letter, int start, int end) {
        int index = letters.length();
        if (index == starts.length) {
            starts = Arrays.copyOf(starts, index * 2);
            ends = Arrays.copyOf(ends, index * 2);
        }
        letters.append(letter);
        starts[index] = start;
        ends[index] = end;
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
