package suluh.exports.cybertip;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import suluh.core.kernel.HostileText;

/**
 * Writes a report in the XML of the CyberTipline's reporting interface (schema of November 2025), in UTF-8.
 *
 * <p>Elements stand in the order that {@code form.txt} gives; empty values are left out. Characters that XML cannot hold,
 * and those that change the direction of text, appear as {@code ⟨U+202E⟩}. The same report gives the same bytes.
 */
public final class TipXml {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    private TipXml() {}

    /** The report as the bytes of one document. */
    public static byte[] bytes(TipReport report) {
        TipXml xml = new TipXml();
        xml.report(report);
        return xml.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void report(TipReport report) {
        begin("report");
        begin("incidentSummary");
        value("incidentType", report.incidentType());
        value("platform", report.platform());
        value("escalateToHighPriority", report.urgency());
        value("incidentDateTime", report.at().truncatedTo(ChronoUnit.MILLIS).toString());
        value("incidentDateTimeDescription", report.atNote());
        end();
        report.chats().forEach(this::chat);
        if (!report.pages().isEmpty()) {
            begin("internetDetails");
            begin("webPageIncident");
            report.pages().forEach(page -> value("url", page));
            end();
            end();
        }
        begin("lawEnforcement");
        value("agencyName", report.agency());
        value("caseNumber", report.caseNumber());
        value("reportedToLe", "true");
        end();
        begin("reporter");
        begin("reportingPerson");
        value("firstName", report.filer().firstName());
        value("lastName", report.filer().lastName());
        value("email", report.filer().email());
        end();
        end();
        for (TipReport.TipAccount account : report.reported()) {
            begin("personOrUserReported");
            contacts("personOrUserReportedPerson", account, false);
            account(account);
            end();
        }
        for (TipReport.TipAccount account : report.children()) {
            begin("victim");
            contacts("victimPerson", account, true);
            account(account);
            end();
        }
        value("additionalInfo", report.note());
        end();
    }

    private void chat(TipReport.Chat chat) {
        begin("internetDetails");
        begin("chatImIncident");
        value("chatClient", chat.client());
        value("chatRoomName", chat.room());
        value("content", chat.content());
        value("additionalInfo", chat.note());
        end();
        end();
    }

    private void contacts(String block, TipReport.TipAccount account, boolean isRequired) {
        if (!isRequired && account.phones().isEmpty() && account.emails().isEmpty()) {
            return;
        }
        begin(block);
        values("phone", account.phones());
        values("email", account.emails());
        end();
    }

    private void account(TipReport.TipAccount account) {
        value("espIdentifier", account.identifier());
        value("espService", account.service());
        value("screenName", account.screenName());
        value("displayName", account.displayName());
        values("profileUrl", account.profiles());
        for (TipReport.Sighting sighting : account.sightings()) {
            begin("ipCaptureEvent");
            value("ipAddress", sighting.address());
            value("eventName", "Login");
            if (sighting.at() != null) {
                value("dateTime", sighting.at().truncatedTo(ChronoUnit.MILLIS).toString());
            }
            end();
        }
        value("additionalInfo", account.note());
    }

    private void begin(String name) {
        indent();
        out.append('<').append(name).append(">\n");
        open.push(name);
    }

    private void end() {
        String name = open.pop();
        indent();
        out.append("</").append(name).append(">\n");
    }

    private void values(String name, List<String> texts) {
        texts.forEach(text -> value(name, text));
    }

    private void value(String name, String text) {
        if (text.isEmpty()) {
            return;
        }
        indent();
        out.append('<').append(name).append('>').append(HostileText.markup(text));
        out.append("</").append(name).append(">\n");
    }

    private void indent() {
        out.append("  ".repeat(open.size()));
    }
}
