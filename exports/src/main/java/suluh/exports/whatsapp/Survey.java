package suluh.exports.whatsapp;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.exports.ExportFile;
import suluh.exports.text.ByteLines;

/**
 * First pass over a chat: how its heads are written, in which order day and month stand, who writes.
 *
 * <p>Day and month are told apart by a number above 12 anywhere in the file, else by the order of the messages: exports
 * are written oldest first, so the one reading under which time never goes back is the right one.
 */
final class Survey {
    /** Forms kept apart; a chat has one, and each more is somebody's typing. */
    private static final int MAX_FORMS = 32;
    /** Senders that tell a group from a chat of two. */
    private static final int MANY_SENDERS = 3;

    private final Map<Header.Form, Dates> forms = new LinkedHashMap<>();
    private final Set<String> senders = new LinkedHashSet<>();
    private final Senders known = new Senders();
    private final HeadScan heads = new HeadScan();
    private Header.@Nullable Form lastForm;
    private @Nullable Dates lastDates;
    private boolean groupEvents;

    private Survey() {}

    static Survey of(ExportFile file) throws IOException {
        Survey survey = new Survey();
        try (InputStream in = file.open()) {
            ByteLines lines = new ByteLines(in);
            while (lines.next()) {
                if (mayBeHead(lines.firstByte())) {
                    survey.take(lines);
                }
            }
        }
        return survey;
    }

    /** False when a line with this first byte cannot begin with a head: most lines of long messages. */
    static boolean mayBeHead(int firstByte) {
        return (firstByte >= '0' && firstByte <= '9') || firstByte == '[' || firstByte >= 0x80;
    }

    private void take(ByteLines line) {
        Header header = heads.parse(line);
        Dates dates = header == null ? null : datesOf(header.form());
        if (header == null || dates == null) {
            return;
        }
        dates.take(header);
        // A sender met before was counted when met.
        if (!isGroup() && !known.knows(line, header.bodyStart())) {
            takeBody(known.body(line, header.bodyStart(), ""));
        }
    }

    private void takeBody(Body body) {
        if (body.sender() == null) {
            groupEvents |= Phrases.isGroupEvent(body.text());
        } else if (senders.size() < MANY_SENDERS) {
            senders.add(body.sender());
        }
    }

    /** Dates of a form; null for one more than are kept apart. */
    private @Nullable Dates datesOf(Header.Form form) {
        if (!form.equals(lastForm)) {
            lastForm = form;
            lastDates = forms.get(form);
            if (lastDates == null && forms.size() < MAX_FORMS) {
                lastDates = new Dates();
                forms.put(form, lastDates);
            }
        }
        return lastDates;
    }

    /** The form of most heads, the first of equals; null when there is none. */
    Header.@Nullable Form form() {
        Header.Form most = null;
        long count = 0;
        for (Map.Entry<Header.Form, Dates> entry : forms.entrySet()) {
            if (entry.getValue().count > count) {
                most = entry.getKey();
                count = entry.getValue().count;
            }
        }
        return most;
    }

    /** What is known of the order of day and month in heads of this form. */
    Dates dates(Header.Form form) {
        return forms.getOrDefault(form, new Dates());
    }

    /** True when more than two write, or something happened that happens in groups only. */
    boolean isGroup() {
        return groupEvents || senders.size() >= MANY_SENDERS;
    }

    /** True when one of this name writes; told of chats that are no group's only. */
    boolean hasSender(String name) {
        return senders.contains(name);
    }

    /** Dates of the heads of one form. */
    static final class Dates {
        private long count;
        private int maxFirst;
        private int maxSecond;
        private int maxThird;
        private long lastDayFirst;
        private long lastMonthFirst;
        private long backDayFirst;
        private long backMonthFirst;
        private boolean yearFirst;
        private final Map<CalendarSystem, Long> calendars = new EnumMap<>(CalendarSystem.class);
        private @Nullable CalendarSystem lastCalendar;
        /** Heads in a row of {@link #lastCalendar} that are not in {@link #calendars} yet. */
        private long lastCalendarRun;

        private void take(Header header) {
            count++;
            countCalendar(CalendarSystem.ofYear(header.year(), header.form().longYear()));
            yearFirst = header.form().yearFirst();
            maxFirst = Math.max(maxFirst, header.first());
            maxSecond = Math.max(maxSecond, header.second());
            maxThird = Math.max(maxThird, header.third());
            long dayFirst = header.sortKey(Header.DateOrder.DAY_MONTH_YEAR);
            long monthFirst = header.sortKey(Header.DateOrder.MONTH_DAY_YEAR);
            backDayFirst += dayFirst < lastDayFirst ? 1 : 0;
            backMonthFirst += monthFirst < lastMonthFirst ? 1 : 0;
            lastDayFirst = dayFirst;
            lastMonthFirst = monthFirst;
        }

        private void countCalendar(@Nullable CalendarSystem calendar) {
            if (calendar != lastCalendar) {
                endRun();
                lastCalendar = calendar;
            }
            lastCalendarRun++;
        }

        private void endRun() {
            if (lastCalendar != null && lastCalendarRun > 0) {
                calendars.merge(lastCalendar, lastCalendarRun, Long::sum);
            }
            lastCalendarRun = 0;
        }

        /** The order, or null when the file does not tell. */
        Header.@Nullable DateOrder order() {
            if (yearFirst) {
                return maxSecond <= 12 ? Header.DateOrder.YEAR_MONTH_DAY : null;
            }
            if (isContradictory()) {
                return null;
            }
            if (maxFirst > 12) {
                return Header.DateOrder.DAY_MONTH_YEAR;
            }
            if (maxSecond > 12) {
                return Header.DateOrder.MONTH_DAY_YEAR;
            }
            if (backDayFirst == 0 && backMonthFirst > 0) {
                return Header.DateOrder.DAY_MONTH_YEAR;
            }
            return backMonthFirst == 0 && backDayFirst > 0 ? Header.DateOrder.MONTH_DAY_YEAR : null;
        }

        /** The calendar of most heads, Gregorian before others of equal count. */
        CalendarSystem calendar() {
            endRun();
            CalendarSystem most = CalendarSystem.GREGORIAN;
            for (Map.Entry<CalendarSystem, Long> entry : calendars.entrySet()) {
                most = entry.getValue() > calendars.getOrDefault(most, 0L) ? entry.getKey() : most;
            }
            return most;
        }

        /** True when some dates fit one order only and others the other only. */
        boolean isContradictory() {
            return yearFirst ? maxSecond > 12 : maxFirst > 12 && maxSecond > 12;
        }
    }
}
