package suluh.exports.telegramhtml;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourceTime;
import suluh.core.observation.ZoneKnowledge;
import suluh.exports.ReadingTally;
import suluh.exports.StatedTime;

/** Reads {@code 19.07.2021 22:47:17 UTC+08:00}; pages before 2022 lack the offset. */
final class PageTime {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss", Locale.ROOT);
    private static final int LOCAL_CHARS = 19;
    private static final String OFFSET = " UTC";

    private PageTime() {}

    static SourceTime of(String text, @Nullable ZoneId zone, long offset, ReadingTally tally) {
        try {
            LocalDateTime local = LocalDateTime.parse(text.substring(0, Math.min(LOCAL_CHARS, text.length())), LOCAL);
            String rest = text.substring(LOCAL_CHARS);
            if (rest.startsWith(OFFSET)) {
                ZoneOffset stated = ZoneOffset.of(rest.substring(OFFSET.length()));
                return new SourceTime(text, local, local.toInstant(stated), ZoneKnowledge.STATED, false);
            }
            if (rest.isEmpty()) {
                return zone == null ? SourceTime.local(text, local) : SourceTime.assumed(text, local, zone);
            }
        } catch (DateTimeException e) {
            return StatedTime.unreadable(text, offset, tally);
        }
        return StatedTime.unreadable(text, offset, tally);
    }
}
