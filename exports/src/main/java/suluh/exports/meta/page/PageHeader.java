package suluh.exports.meta.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ConversationType;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.markup.MarkupCursor;
import suluh.exports.markup.MarkupCursor.Token;

/**
 * What a page says of its thread; found by a pass of its own.
 *
 * @param title text of the title element, or null
 * @param titleStart byte where that element begins
 * @param titleEnd byte after it
 * @param participants names listed, in order; empty when the page lists none
 * @param participantsStart byte where the list begins
 * @param participantsEnd byte after it
 * @param newestFirst true when the first time on the page is later than the last
 */
record PageHeader(
        @Nullable String title,
        long titleStart,
        long titleEnd,
        List<String> participants,
        long participantsStart,
        long participantsEnd,
        boolean newestFirst) {
    private static final int MAX_PARTICIPANTS_CHARS = 64 << 10;
    private static final int DIRECT_PARTICIPANTS = 2;
    private static final Set<String> LABELS = Set.of(
            "Participants",
            "Peserta",
            "Participantes",
            "Teilnehmer",
            "Teilnehmer*innen",
            "Partecipanti",
            "Deelnemers",
            "Katılımcılar",
            "Uczestnicy",
            "Người tham gia",
            "Mga Kalahok",
            "参与者",
            "參與者",
            "ผู้เข้าร่วม",
            "பங்கேற்பாளர்கள்");

    /** Header of a page as far as it goes. */
    static PageHeader of(ExportFile file) throws IOException {
        Scan scan = new Scan();
        try (MarkupCursor page = MarkupCursor.html(file.open(), StandardCharsets.UTF_8)) {
            for (Token token = page.next(); token != null; token = page.next()) {
                scan.take(token, page);
            }
        }
        return scan.header();
    }

    /** True for a text that lists participants. */
    static boolean listsParticipants(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && LABELS.contains(text.substring(0, colon).strip());
    }

    ConversationType type() {
        if (participants.isEmpty()) {
            return ConversationType.UNKNOWN;
        }
        return participants.size() > DIRECT_PARTICIPANTS ? ConversationType.GROUP : ConversationType.DIRECT;
    }

    private static final class Scan {
        private @Nullable String title;
        private long titleStart;
        private long titleEnd;
        private long openTitle = -1;
        private List<String> participants = List.of();
        private long start;
        private long end;
        private @Nullable LocalDateTime first;
        private @Nullable LocalDateTime last;

        void take(Token token, MarkupCursor page) {
            switch (token) {
                case START -> openTitle = title == null && page.name().equals("title") ? page.start() : -1;
                case END -> {
                    if (page.name().equals("title") && title != null && titleEnd == 0) {
                        titleEnd = page.end();
                    }
                }
                case TEXT -> takeText(page);
            }
        }

        private void takeText(MarkupCursor page) {
            String text = page.text();
            if (openTitle >= 0) {
                title = text.strip();
                titleStart = openTitle;
                openTitle = -1;
                return;
            }
            if (participants.isEmpty() && text.length() < MAX_PARTICIPANTS_CHARS && listsParticipants(text)) {
                String names = text.substring(text.indexOf(':') + 1).strip();
                participants = List.of(names.split(" ?, ?"));
                start = page.start();
                end = page.end();
            }
            Optional<SourceTime> time = PageDate.parse(text, null);
            if (time.isPresent() && time.get().local() != null) {
                first = first == null ? time.get().local() : first;
                last = time.get().local();
            }
        }

        PageHeader header() {
            boolean newestFirst = first != null && last != null && first.isAfter(last);
            String shown = title == null || title.isEmpty() ? null : title;
            return new PageHeader(
                    shown, titleStart, Math.max(titleStart, titleEnd), participants, start, end, newestFirst);
        }
    }
}
