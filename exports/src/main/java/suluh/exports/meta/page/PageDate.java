package suluh.exports.meta.page;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourceTime;

/**
 * Reads the dates of Meta's pages: local times without a zone, in the account's language.
 *
 * <p>A text is a date only when every part of it is known: one year, one day, a month by name or number, a time, and
 * words that stand between them. {@code 03/04/2021} does not tell its month and is ambiguous.
 */
final class PageDate {
    /** Longer texts are no dates: messages end quickly in words that no date has. */
    private static final int MAX_CHARS = 60;
    /** Facebook opened in 2004; a page cannot speak of a time before it. */
    private static final int FIRST_YEAR = 2004;

    private static final int LAST_YEAR = 2199;
    /** Words of dates that change nothing; none of them is a month or a half of the day in any language read. */
    static final Set<String> BETWEEN = Set.of(
            "at", "pukul", "jam", "pada", "um", "uhr", "à", "a", "às", "as", "alle", "ore", "om", "kl", "klo", "de",
            "del", "o", "lúc", "в", "о", "στις", "la", "saat", "den", "г", "год", "р", "年", "月", "日", "nang", "เวลา",
            "น", "h");

    private final List<Integer> numbers = new ArrayList<>();
    private final List<String> separators = new ArrayList<>();
    private @Nullable Integer month;
    private int monthAt = -1;
    private boolean morning;
    private boolean afternoon;
    private boolean known = true;

    private PageDate() {}

    /**
     * The time that a text states, or empty when the whole of it is no date.
     *
     * @param zone zone of the account as a person stated it, or null
     */
    static Optional<SourceTime> parse(String text, @Nullable ZoneId zone) {
        String stripped = text.strip();
        if (stripped.isEmpty()
                || stripped.length() > MAX_CHARS
                || stripped.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        PageDate date = new PageDate();
        date.split(stripped);
        return date.known ? date.time(text, zone) : Optional.empty();
    }

    private void split(String text) {
        StringBuilder word = new StringBuilder();
        StringBuilder gap = new StringBuilder();
        int number = -1;
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            int digit = Character.digit(c, 10);
            boolean letter = Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
            if (digit >= 0 && digits < 5) {
                number = Math.max(0, number) * 10 + digit;
                digits++;
            } else if (number >= 0) {
                numbers.add(number);
                separators.add(gap.toString());
                gap.setLength(0);
                number = -1;
                digits = 0;
            }
            if (letter) {
                word.append(c);
                // Chinese and Japanese write no spaces between a number's sign and the next word.
                if (c == '年' || c == '月' || c == '日') {
                    take(word);
                }
            } else {
                take(word);
                if (digit < 0) {
                    gap.append(Character.isSpaceChar(c) ? ' ' : c);
                }
            }
        }
    }

    private void take(StringBuilder word) {
        if (word.isEmpty()) {
            return;
        }
        String plain = MonthNames.plain(word.toString());
        word.setLength(0);
        Integer named = MonthNames.month(plain);
        if (named != null && month == null) {
            month = named;
            monthAt = numbers.size();
        } else if (MonthNames.isAfternoon(plain)) {
            afternoon = true;
        } else if (MonthNames.isMorning(plain)) {
            morning = true;
        } else if (plain.equals("p") || plain.equals("m")) {
            afternoon |= plain.equals("p");
        } else {
            known &= BETWEEN.contains(plain);
        }
    }

    private Optional<SourceTime> time(String text, @Nullable ZoneId zone) {
        int dateParts = month == null ? 3 : 2;
        int timeParts = numbers.size() - dateParts;
        if (timeParts < 2 || timeParts > 3) {
            return Optional.empty();
        }
        boolean yearFirst = isYear(numbers.getFirst());
        int year = yearFirst ? numbers.getFirst() : numbers.get(dateParts - 1);
        if (!isYear(year) || !timeIsJoined(dateParts)) {
            return Optional.empty();
        }
        if (month != null) {
            int day = numbers.get(yearFirst ? 1 : 0);
            return monthAt > dateParts ? Optional.empty() : of(text, zone, year, month, day, dateParts);
        }
        if (yearFirst) {
            return of(text, zone, year, numbers.get(1), numbers.get(2), dateParts);
        }
        int first = numbers.get(0);
        int second = numbers.get(1);
        if (first <= 12 && second <= 12 && first != second) {
            return of(text, zone, year, first, second, dateParts).map(ignored -> SourceTime.ambiguous(text));
        }
        return first > 12
                ? of(text, zone, year, second, first, dateParts)
                : of(text, zone, year, first, second, dateParts);
    }

    /** Hour and minute stand together: {@code 14:37}, {@code 14.37}, {@code 14h37}. */
    private boolean timeIsJoined(int hourAt) {
        String joint = separators.get(hourAt + 1).strip();
        return joint.equals(":") || joint.equals(".") || joint.isEmpty();
    }

    private Optional<SourceTime> of(String text, @Nullable ZoneId zone, int year, int monthOfYear, int day, int at) {
        int hour = numbers.get(at);
        if (afternoon || morning) {
            if (hour < 1 || hour > 12 || (afternoon && morning)) {
                return Optional.empty();
            }
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        try {
            int second = at + 2 < numbers.size() ? numbers.get(at + 2) : 0;
            LocalDateTime local = LocalDateTime.of(year, monthOfYear, day, hour, numbers.get(at + 1), second);
            return Optional.of(zone == null ? SourceTime.local(text, local) : SourceTime.assumed(text, local, zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isYear(int number) {
        return number >= FIRST_YEAR && number <= LAST_YEAR;
    }
}
