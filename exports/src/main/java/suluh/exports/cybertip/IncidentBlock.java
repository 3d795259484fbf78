package suluh.exports.cybertip;

import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingTally;
import suluh.exports.markup.Element;

/**
 * Reads what happened and where on the net.
 *
 * <p>Text that a report quotes has no stated author: it becomes a message of nobody.
 */
final class IncidentBlock {
    private final ReportScope scope;
    private final ReadingTally tally;

    IncidentBlock(ReportScope scope, ReadingTally tally) {
        this.scope = scope;
        this.tally = tally;
    }

    void takeSummary(Element block, SourcePointer source) {
        SourceTime at = scope.time(block.textOf("incidentDateTime"), block);
        tally.emit(new Observation.Report(Platform.CYBERTIP, null, block.textOf("incidentType"), at, source));
        AccountRef report = scope.report();
        for (String name : List.of("platform", "escalateToHighPriority", "incidentDateTimeDescription")) {
            scope.property(report, name, block.textOf(name), source);
        }
        block.child("reportAnnotations")
                .ifPresent(flags -> flags.children()
                        .forEach(flag -> scope.property(report, "reportAnnotations", flag.name(), source)));
    }

    void takeDetails(Element block, SourcePointer source) {
        for (Element incident : block.children()) {
            AccountRef report = scope.report();
            for (Element url : incident.children("url")) {
                tally.emit(new Observation.Link(
                        Platform.CYBERTIP, scope.name(), url.text().strip(), null, source));
            }
            for (Element email : incident.children("emailAddress")) {
                scope.contact(report, ContactPointKind.EMAIL, ContactRelation.PUBLISHED, email.text(), source);
            }
            String phone = incident.textOf("phoneNumber");
            scope.contact(report, ContactPointKind.PHONE, ContactRelation.PUBLISHED, phone, source);
            for (String name : List.of(
                    "name",
                    "chatClient",
                    "gameName",
                    "console",
                    "client",
                    "fileNames",
                    "locationName",
                    "latitude",
                    "longitude",
                    "additionalInfo")) {
                scope.property(report, name, incident.textOf(name), source);
            }
            incident.children("incidentAddress").forEach(place -> scope.place(report, place, source));
            scope.captures(report, incident, source);
            takeQuote(incident, source);
        }
    }

    private void takeQuote(Element incident, SourcePointer source) {
        String text = incident.textOf("content");
        String room = incident.textOf("chatRoomName");
        if (text == null && room == null) {
            return;
        }
        ConversationRef place = new ConversationRef(
                Platform.CYBERTIP,
                scope.name() + "/" + incident.name() + "@" + source.offset(),
                firstOf(room, incident.textOf("name")),
                ConversationType.UNKNOWN);
        tally.emit(new Observation.Group(place, null, null, -1, SourceTime.absent(), source));
        if (text != null) {
            tally.emit(new Observation.Message(
                    place,
                    null,
                    null,
                    SourceTime.absent(),
                    MessageKind.CONTENT,
                    text,
                    null,
                    List.of(),
                    null,
                    source.offset(),
                    source));
        }
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
