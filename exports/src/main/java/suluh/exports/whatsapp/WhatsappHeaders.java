package suluh.exports.whatsapp;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Recognises the heads of messages: {@code 31/12/24, 21:41 - } and {@code [31/12/24, 9:41:09 PM] } in many forms. */
public final class WhatsappHeaders {
    /** Longest head: stamps of all locales seen stay below it. */
    private static final int MAX_HEAD_CHARS = 60;
    /** Words between date and time, without spaces and full stops. */
    private static final Set<String> CONNECTORS = PlatformWords.of(PlatformWords.Key.BETWEEN).stream()
            .map(WhatsappHeaders::word)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Header.Half> HALVES = halves();

    private WhatsappHeaders() {}

    /** True when a text begins with the head of a message. */
    public static boolean opens(String text) {
        Header header = parse(firstLine(text));
        return header != null && !isOtherLog(header);
    }

    /** True when some line of a text begins with the head of a message, or of the log of another program. */
    public static boolean holdsHead(String text) {
        return text.lines().anyMatch(line -> parse(line) != null);
    }

    /** An ISO date in brackets: Signal's without seconds, a program's log without a comma. */
    private static boolean isOtherLog(Header header) {
        Header.Form form = header.form();
        boolean iso = form.bracketed() && form.yearFirst() && form.separator() == '-';
        return iso && (!form.seconds() || header.stamp().indexOf(',') < 0);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Head at the start of a line, or null when there is none. */
    static @Nullable Header parse(String line) {
        return new Scan(line).header();
    }

    private static Map<String, Header.Half> halves() {
        Map<String, Header.Half> halves = new HashMap<>();
        for (String word : PlatformWords.of(PlatformWords.Key.MORNING)) {
            halves.put(word(word), Header.Half.BEFORE_NOON);
        }
        for (String word : PlatformWords.of(PlatformWords.Key.AFTERNOON)) {
            halves.put(word(word), Header.Half.AFTER_NOON);
        }
        return Map.copyOf(halves);
    }

    /** A word of a stamp in the form in which it is compared: without full stops, spaces, commas and what shows nothing. */
    private static String word(String text) {
        if (text.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean joiner = c == '\u200C' || c == '\u200D';
            if (c != '.' && c != ',' && !joiner && !Character.isSpaceChar(c) && !VisibleText.isInvisible(c)) {
                out.append(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** One attempt on one line. */
    private static final class Scan {
        private final String line;
        private final int limit;
        private int at;
        private int digits;

        Scan(String line) {
            this.line = line;
            this.limit = Math.min(line.length(), MAX_HEAD_CHARS);
        }

        @Nullable
        Header header() {
            skipInvisible();
            boolean bracketed = take('[');
            skipInvisible();
            int stampStart = at;
            int first = number(4);
            int firstDigits = digits;
            skipInvisible();
            char separator = at < limit ? line.charAt(at) : ' ';
            if (first < 0 || (separator != '/' && separator != '.' && separator != '-')) {
                return null;
            }
            at++;
            skipSpaces();
            int second = number(2);
            skipInvisible();
            if (second < 0 || !take(separator)) {
                return null;
            }
            skipSpaces();
            int third = number(4);
            int thirdDigits = digits;
            boolean yearFirst = firstDigits == 4;
            boolean yearLast = firstDigits <= 2 && (thirdDigits == 2 || thirdDigits == 4);
            if (third < 0 || !(yearLast || (yearFirst && thirdDigits <= 2))) {
                return null;
            }
            if (!gap()) {
                return null;
            }
            Header.Half half = half(word());
            skipSpaces();
            int hour = number(2);
            boolean clock = hour >= 0 && hour < 24 && (take(':') || take('.'));
            int minute = clock ? number(2) : -1;
            if (minute < 0 || minute > 59 || digits != 2) {
                return null;
            }
            int secondOfMinute = seconds();
            int tailStart = at;
            int end = end(bracketed);
            if (end < 0 || secondOfMinute > 59) {
                return null;
            }
            String tail = WhatsappHeaders.word(line.substring(tailStart, end));
            Header.Half written = half(tail);
            if (!tail.isEmpty() && written == Header.Half.NONE) {
                return null;
            }
            half = half == Header.Half.NONE ? written : half;
            Header.Form form = new Header.Form(
                    bracketed,
                    separator,
                    yearFirst,
                    yearFirst || thirdDigits == 4,
                    secondOfMinute >= 0,
                    half != Header.Half.NONE);
            return new Header(
                    form,
                    first,
                    second,
                    third,
                    hour,
                    minute,
                    Math.max(0, secondOfMinute),
                    half,
                    line.substring(stampStart, end).strip(),
                    at);
        }

        /** Seconds behind the minute, or -1 when none are written. */
        private int seconds() {
            int before = at;
            if (take(':') || take('.')) {
                int value = number(2);
                if (value >= 0 && digits == 2) {
                    return value;
                }
            }
            at = before;
            return -1;
        }

        /** End of the stamp; moves behind {@code ]} or {@code  - } and the space that follows. */
        private int end(boolean bracketed) {
            for (int i = at; i < limit; i++) {
                char c = line.charAt(i);
                if (bracketed && c == ']') {
                    at = i + 1;
                    take(' ');
                    return i;
                }
                boolean dash = c == '-' || c == '\u2013';
                if (!bracketed && dash && i > at && Character.isSpaceChar(line.charAt(i - 1))) {
                    at = i + 1;
                    return take(' ') || at == line.length() ? i : -1;
                }
                if (Character.isDigit(c)) {
                    return -1;
                }
            }
            return -1;
        }

        /** Commas and spaces between date and time: at least one. */
        private boolean gap() {
            int before = at;
            while (at < limit) {
                char c = line.charAt(at);
                if (c != ',' && c != '\u060C' && c != '.' && !Character.isSpaceChar(c) && !VisibleText.isInvisible(c)) {
                    break;
                }
                at++;
            }
            return at > before;
        }

        /** Letters before the hour. */
        private String word() {
            int start = at;
            while (at < limit && !Character.isDigit(line.charAt(at)) && line.charAt(at) != ']') {
                at++;
            }
            String found = WhatsappHeaders.word(line.substring(start, at));
            if (!found.isEmpty() && !CONNECTORS.contains(found) && !HALVES.containsKey(found)) {
                at = limit;
            }
            return found;
        }

        private static Header.Half half(String word) {
            Header.Half half = HALVES.get(word);
            return half == null ? Header.Half.NONE : half;
        }

        /** Number of one to {@code max} digits of any script, or -1; its digits are counted in {@link #digits}. */
        private int number(int max) {
            int value = 0;
            digits = 0;
            while (at < limit && digits < max) {
                int digit = Character.digit(line.charAt(at), 10);
                if (digit < 0) {
                    break;
                }
                value = value * 10 + digit;
                digits++;
                at++;
            }
            return digits == 0 ? -1 : value;
        }

        private boolean take(char expected) {
            if (at < line.length() && line.charAt(at) == expected) {
                at++;
                return true;
            }
            return false;
        }

        private void skipInvisible() {
            while (at < limit && VisibleText.isInvisible(line.charAt(at))) {
                at++;
            }
        }

        private void skipSpaces() {
            while (at < limit && (Character.isSpaceChar(line.charAt(at)) || VisibleText.isInvisible(line.charAt(at)))) {
                at++;
            }
        }
    }
}
