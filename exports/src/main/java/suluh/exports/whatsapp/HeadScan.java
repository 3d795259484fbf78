package suluh.exports.whatsapp;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import suluh.exports.text.ByteLines;

/**
 * Looks for the head of a message at the beginning of a line, {@code 31/12/24, 21:41 - }, {@code [31/12/24, 9:41:09 PM] }
 * or {@code [21:41, 31/12/2024] }, in many forms.
 *
 * <p>One for each file: it keeps its buffer from line to line, and equal forms as one object. Not thread-safe.
 */
final class HeadScan {
    /** Longest head: stamps of all locales seen stay below it. */
    private static final int MAX_HEAD_CHARS = 60;
    /** Characters behind the longest head that still tell whether it is one. */
    private static final int PEEKED_CHARS = 2;
    /** Words between date and time, as {@link #word(String)} gives them. */
    private static final Set<String> CONNECTORS = PlatformWords.of(PlatformWords.Key.BETWEEN).stream()
            .map(HeadScan::word)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Header.Half> HALVES = halves();

    private final char[] line = new char[MAX_HEAD_CHARS + PEEKED_CHARS];
    private @Nullable HeadShape shape;
    private int length;
    private int limit;
    private int at;
    private int digits;

    private int first;
    private int second;
    private int third;
    private char separator;
    private boolean yearFirst;
    private boolean longYear;
    private int hour;
    private int minute;
    private int secondOfMinute;
    private Header.Half half = Header.Half.NONE;

    /** Head at the start of a line, or null when there is none. */
    @Nullable
    Header parse(String text) {
        length = Math.min(text.length(), line.length);
        text.getChars(0, length, line, 0);
        return header();
    }

    /** The same for the present line of {@code lines}; most heads are like the one before, which {@link HeadShape} tells. */
    @Nullable
    Header parse(ByteLines lines) {
        HeadShape like = shape;
        Header found = like == null ? null : like.read(lines);
        if (found == null) {
            found = parse(lines.text());
            shape = found == null ? like : HeadShape.of(lines, found);
        }
        return found;
    }

    private @Nullable Header header() {
        limit = Math.min(length, MAX_HEAD_CHARS);
        at = 0;
        skipInvisible();
        boolean bracketed = take('[');
        skipInvisible();
        int stampStart = at;
        half = Header.Half.NONE;
        if (date() && gap() && clock()) {
            Header found = ended(stampStart, bracketed);
            if (found != null) {
                return found;
            }
        }
        return bracketed ? timeFirst(stampStart) : null;
    }

    /** Reads what follows the time: perhaps the half of the day, and what ends a head. */
    private @Nullable Header ended(int stampStart, boolean bracketed) {
        int tailStart = at;
        int end = end(bracketed);
        if (end < 0) {
            return null;
        }
        String tail = word(tailStart, end);
        Header.Half written = half(tail);
        if (!tail.isEmpty() && written == Header.Half.NONE) {
            return null;
        }
        half = half == Header.Half.NONE ? written : half;
        return made(stampStart, end, bracketed, false);
    }

    /** {@code [9:41 PM, 31/12/2024]}, as messages are copied on a desktop. */
    private @Nullable Header timeFirst(int stampStart) {
        at = stampStart;
        half = Header.Half.NONE;
        if (!clock()) {
            return null;
        }
        int tail = at;
        Header.Half written = half(wordBeforeDigit());
        half = half == Header.Half.NONE ? written : half;
        if (at == tail || !date()) {
            return null;
        }
        int end = at;
        if (!take(']')) {
            return null;
        }
        take(' ');
        return made(stampStart, end, true, true);
    }

    private Header made(int stampStart, int stampEnd, boolean bracketed, boolean timeFirst) {
        int start = stampStart;
        int end = stampEnd;
        while (start < end && Character.isWhitespace(line[start])) {
            start++;
        }
        while (end > start && Character.isWhitespace(line[end - 1])) {
            end--;
        }
        Header.Form form = new Header.Form(
                bracketed,
                timeFirst,
                separator,
                yearFirst,
                yearFirst || longYear,
                secondOfMinute >= 0,
                half != Header.Half.NONE);
        Header.Clock clock = new Header.Clock(hour, minute, Math.max(0, secondOfMinute), half);
        return new Header(form, first, second, third, clock, bytes(start), bytes(end), bytes(at));
    }

    /** Bytes of UTF-8 that so many characters of the line take; a head holds no halves of pairs. */
    private int bytes(int chars) {
        int bytes = chars;
        for (int i = 0; i < chars; i++) {
            bytes += line[i] <= 0x7F ? 0 : line[i] <= 0x7FF ? 1 : 2;
        }
        return bytes;
    }

    /** Three numbers, the year first or last. */
    private boolean date() {
        first = number(4);
        int firstDigits = digits;
        skipInvisible();
        separator = at < limit ? line[at] : ' ';
        if (first < 0 || (separator != '/' && separator != '.' && separator != '-')) {
            return false;
        }
        at++;
        skipSpaces();
        second = number(2);
        skipInvisible();
        if (second < 0 || !take(separator)) {
            return false;
        }
        skipSpaces();
        third = number(4);
        yearFirst = firstDigits == 4;
        longYear = digits == 4;
        boolean yearLast = firstDigits <= 2 && (digits == 2 || digits == 4);
        return third >= 0 && (yearLast || (yearFirst && digits <= 2));
    }

    /** Perhaps a word, hour and minute, perhaps seconds. */
    private boolean clock() {
        half = half(wordBeforeDigit());
        skipSpaces();
        hour = number(2);
        boolean clock = hour >= 0 && hour < 24 && (take(':') || take('.'));
        minute = clock ? number(2) : -1;
        if (minute < 0 || minute > 59 || digits != 2) {
            return false;
        }
        secondOfMinute = seconds();
        return secondOfMinute <= 59;
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
            char c = line[i];
            if (bracketed && c == ']') {
                at = i + 1;
                take(' ');
                return i;
            }
            boolean dash = c == '-' || c == '\u2013';
            if (!bracketed && dash && i > at && isSpace(line[i - 1])) {
                at = i + 1;
                return take(' ') || at == length ? i : -1;
            }
            if (digit(c) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    /** Commas and spaces between date and time: at least one. */
    private boolean gap() {
        int before = at;
        while (at < limit) {
            char c = line[at];
            if (c != ',' && c != '\u060C' && c != '.' && !isSpace(c) && !VisibleText.isInvisible(c)) {
                break;
            }
            at++;
        }
        return at > before;
    }

    /** Letters before the next digit; the scan is at its end when they are no word of a stamp. */
    private String wordBeforeDigit() {
        int start = at;
        while (at < limit && digit(line[at]) < 0 && line[at] != ']') {
            at++;
        }
        String found = word(start, at);
        if (!found.isEmpty() && !CONNECTORS.contains(found) && !HALVES.containsKey(found)) {
            at = limit;
        }
        return found;
    }

    /** Number of one to {@code max} digits of any script, or -1; its digits are counted in {@link #digits}. */
    private int number(int max) {
        int value = 0;
        digits = 0;
        while (at < limit && digits < max) {
            int digit = digit(line[at]);
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
        if (at < length && line[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipInvisible() {
        while (at < limit && VisibleText.isInvisible(line[at])) {
            at++;
        }
    }

    private void skipSpaces() {
        while (at < limit && (isSpace(line[at]) || VisibleText.isInvisible(line[at]))) {
            at++;
        }
    }

    private String word(int from, int to) {
        for (int i = from; i < to; i++) {
            if (line[i] > 0x7F || (line[i] != ' ' && line[i] != ',' && line[i] != '.')) {
                return word(new String(line, from, to - from));
            }
        }
        return "";
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
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean joiner = c == '\u200C' || c == '\u200D';
            if (c != '.' && c != ',' && !joiner && !isSpace(c) && !VisibleText.isInvisible(c)) {
                out.append(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static Header.Half half(String word) {
        Header.Half half = word.isEmpty() ? null : HALVES.get(word);
        return half == null ? Header.Half.NONE : half;
    }

    private static int digit(char c) {
        if (c <= 0x7F) {
            return c >= '0' && c <= '9' ? c - '0' : -1;
        }
        return Character.digit(c, 10);
    }

    private static boolean isSpace(char c) {
        return c <= 0x7F ? c == ' ' : Character.isSpaceChar(c);
    }
}
