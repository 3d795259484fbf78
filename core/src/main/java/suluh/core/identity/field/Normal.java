package suluh.core.identity.field;

import java.text.Normalizer;
import java.util.Locale;

/** Comparable forms of raw texts: differences of writing are taken away, never of meaning. */
final class Normal {
    /** Comparing longer texts buys nothing and costs much. */
    private static final int MAX_UNITS = 200;

    private static final int DATE_DIGITS = 8;

    private Normal() {}

    static String form(FieldType type, String raw) {
        String text = raw.length() > MAX_UNITS ? raw.substring(0, MAX_UNITS) : raw;
        return switch (type) {
            case NAME, ADDRESS, CATEGORY, TEXT -> words(text);
            case DATE -> date(text);
            case NUMBER, IDENTIFIER -> compact(text);
            case PHONE -> digits(text);
            case EMAIL, URL, HANDLE, IP -> folded(text).strip();
        };
    }

    /** Lower case, compatibility forms and accents folded. */
    private static String folded(String text) {
        if (isPlainAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(point -> !isLatinAccent(point) && Character.getType(point) != Character.FORMAT)
                .forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Marks of the Latin, Greek and Cyrillic scripts; those of Tamil or Arabic carry vowels and stay. */
    private static boolean isLatinAccent(int point) {
        return point >= 0x0300 && point <= 0x036F;
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Words with one space between them; punctuation inside a word falls away, between words it separates. */
    static String words(String text) {
        String folded = folded(text);
        StringBuilder out = new StringBuilder(folded.length());
        boolean gap = false;
        for (int i = 0; i < folded.length(); ) {
            int point = folded.codePointAt(i);
            i += Character.charCount(point);
            if (isWordPart(point)) {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                out.appendCodePoint(point);
                gap = false;
            } else if (point != '\'' && point != 0x2019 && point != '.') {
                gap = true;
            }
        }
        return out.toString();
    }

    private static boolean isWordPart(int point) {
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || point == 0x200C
                || point == 0x200D;
    }

    private static String compact(String text) {
        return words(text).replace(" ", "");
    }

    static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
        return digits.toString();
    }

    /** {@code yyyymmdd} where the text tells, else its digits. Day before month when both readings are possible. */
    private static String date(String text) {
        String[] parts = text.strip().split("[^0-9]+", 4);
        if (parts.length >= 3 && parts[2].length() == 4 && parts[0].length() <= 2 && parts[1].length() <= 2) {
            boolean monthFirst = parts[1].length() == 2 && Integer.parseInt(parts[1]) > 12;
            return parts[2] + twoDigits(parts[monthFirst ? 0 : 1]) + twoDigits(parts[monthFirst ? 1 : 0]);
        }
        if (parts.length >= 3 && parts[0].length() == 4 && parts[1].length() <= 2 && parts[2].length() <= 2) {
            return parts[0] + twoDigits(parts[1]) + twoDigits(parts[2]);
        }
        String digits = digits(text);
        return digits.length() > DATE_DIGITS ? digits.substring(0, DATE_DIGITS) : digits;
    }

    private static String twoDigits(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
