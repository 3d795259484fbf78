package suluh.app.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.conversation.CueMatch;
import suluh.core.kernel.HostileText;
import suluh.core.search.SearchQuery.Span;

/** Texts for templates: whatever comes out of evidence, as markup that only shows it. */
public final class PageText {
    private static final int BEGINNING = 240;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The text, isolated in its direction, with nothing in it that acts. */
    public String safe(String text) {
        return "<bdi>" + HostileText.markup(text) + "</bdi>";
    }

    /** How a text begins: at most {@value #BEGINNING} code points of it, and an ellipsis where it goes on. */
    public String beginning(String text) {
        return text.codePointCount(0, text.length()) <= BEGINNING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, BEGINNING)) + "…";
    }

    /** The text of a message with its cues marked and named; passages that overlap are marked once. */
    public String marked(String text, List<CueMatch> cues) {
        StringBuilder out = new StringBuilder("<bdi>");
        int at = 0;
        for (CueMatch cue : cues) {
            int start = text.offsetByCodePoints(0, cue.start());
            int end = text.offsetByCodePoints(0, cue.end());
            if (start >= at) {
                out.append(HostileText.markup(text.substring(at, start)));
                out.append("<mark title=\"").append(cue.family().name()).append("\">");
                out.append(HostileText.markup(text.substring(start, end))).append("</mark>");
                out.append("<span class=\"cue\">").append(cue.family().name()).append("</span>");
                at = end;
            }
        }
        return out.append(HostileText.markup(text.substring(at)))
                .append("</bdi>")
                .toString();
    }

    /** The text with what a search found in it marked. */
    public String found(String text, List<Span> marks) {
        StringBuilder out = new StringBuilder("<bdi>");
        int at = 0;
        for (Span mark : marks) {
            out.append(HostileText.markup(text.substring(at, mark.start())));
            out.append("<mark>")
                    .append(HostileText.markup(text.substring(mark.start(), mark.end())))
                    .append("</mark>");
            at = mark.end();
        }
        return out.append(HostileText.markup(text.substring(at)))
                .append("</bdi>")
                .toString();
    }

    /** An instant to the minute, such as {@code 2026-11-24 08:00 UTC}; nothing for none. */
    public String time(@Nullable Object instant) {
        if (instant == null) {
            return "";
        }
        Instant at = instant instanceof Instant given ? given : Instant.parse(instant.toString());
        return MINUTE.format(at);
    }

    /** Figure with separators. */
    public String figure(long figure) {
        return String.format(Locale.ROOT, "%,d", figure);
    }
}
