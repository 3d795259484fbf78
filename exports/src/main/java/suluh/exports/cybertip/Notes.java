package suluh.exports.cybertip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.Attachment;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingTally;
import suluh.exports.xml.XmlElement;

/**
 * What a report says that is no fact about an account, as lines of one conversation: the report itself.
 *
 * <p>Nobody is named as the writer: neither who reported nor who wrote what is quoted may be guessed.
 */
final class Notes {
    private final ConversationRef report;
    private final ReadingTally tally;
    private long order;

    /** @param id id of the report among all that one case reads */
    Notes(String id, ReadingTally tally) {
        this.report = new ConversationRef(Platform.CYBERTIP, id, null, ConversationType.UNKNOWN);
        this.tally = tally;
    }

    /** Id of the report. */
    String id() {
        return report.id();
    }

    /** The report exists. */
    void open(SourcePointer source) {
        tally.emit(new Observation.Group(report, null, null, -1, SourceTime.absent(), source));
    }

    /** All that an element says, a line for each value. */
    void note(XmlElement element) {
        StringBuilder text = new StringBuilder();
        List<Attachment> links = new ArrayList<>();
        lines(element, text, links);
        say(
                report,
                MessageKind.SYSTEM,
                text.toString().strip(),
                links,
                tally.pointer(element.start(), element.length()));
    }

    /** Words that the report quotes from a conversation or page; who wrote them it does not say. */
    void quote(XmlElement incident, @Nullable String room, String text, SourcePointer source) {
        ConversationRef place = new ConversationRef(
                Platform.CYBERTIP, report.id() + "#" + incident.start(), room, ConversationType.UNKNOWN);
        tally.emit(new Observation.Group(
                place, null, null, -1, SourceTime.absent(), tally.pointer(incident.start(), incident.length())));
        say(place, MessageKind.CONTENT, text, List.of(), source);
    }

    private void say(
            ConversationRef where, MessageKind kind, String text, List<Attachment> links, SourcePointer source) {
        tally.emit(new Observation.Message(
                where, null, null, SourceTime.absent(), kind, text, null, links, null, order++, source));
    }

    // Recursion is bounded by XmlFile.MAX_DEPTH.
    private static void lines(XmlElement element, StringBuilder text, List<Attachment> links) {
        String value = element.text().strip();
        if (element.children().isEmpty()) {
            text.append(element.name()).append(value.isEmpty() ? "" : ": " + value);
            element.attributes()
                    .forEach((name, stated) ->
                            text.append(' ').append(name).append(": ").append(stated));
            text.append('\n');
            if (element.name().equals("url") && !value.isEmpty()) {
                links.add(new Attachment(Attachment.Kind.LINK, value, null, Attachment.Presence.REFERENCED));
            }
            return;
        }
        for (XmlElement child : element.children()) {
            lines(child, text, links);
        }
    }
}
