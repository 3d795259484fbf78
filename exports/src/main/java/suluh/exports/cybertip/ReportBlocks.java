package suluh.exports.cybertip;

import java.util.Map;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.xml.XmlElement;

/** Reads a report block by block; each block is a record. */
final class ReportBlocks {
    /** What names the place of an incident, by the incident's element. */
    private static final Map<String, String> ROOMS = Map.of(
            "chatImIncident", "chatRoomName",
            "newsgroupIncident", "name",
            "onlineGamingIncident", "gameName");

    private final Notes notes;
    private final AccountBlock accounts;
    private final ReadingContext context;
    private final ReadingTally tally;

    ReportBlocks(Notes notes, ReadingContext context, ReadingTally tally) {
        this.notes = notes;
        this.accounts = new AccountBlock(notes.id(), context, tally);
        this.context = context;
        this.tally = tally;
    }

    void read(XmlElement block) {
        switch (block.name()) {
            case "incidentSummary" -> summary(block);
            case "internetDetails" -> block.children().forEach(this::incident);
            case "personOrUserReported", "intendedRecipient", "victim" -> accounts.read(block);
            default -> notes.note(block);
        }
        tally.recordRead();
    }

    private void summary(XmlElement summary) {
        String type = summary.textOf("incidentType");
        SourceTime at =
                ReportTime.of(summary.textOf("incidentDateTime"), context.assumedZone(), summary.start(), tally);
        tally.emit(new Observation.Report(
                Platform.CYBERTIP,
                null,
                type.isEmpty() ? null : type,
                at,
                tally.pointer(summary.start(), summary.length())));
        notes.note(summary);
    }

    private void incident(XmlElement incident) {
        notes.note(incident);
        String room = incident.textOf(ROOMS.getOrDefault(incident.name(), ""));
        incident.first("content")
                .ifPresent(content -> notes.quote(
                        incident,
                        room.isEmpty() ? null : room,
                        content.text(),
                        tally.pointer(content.start(), content.length())));
        for (XmlElement event : incident.all("ipCaptureEvent")) {
            accounts.login(accounts.unnamed(incident), event);
        }
    }
}
