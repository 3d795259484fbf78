package suluh.core.disclosure.schedule;

import java.util.ArrayList;
import java.util.List;
import suluh.core.canon.JsonObject;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.SourcePointer;

/** Finds in findings and reading report what speaks against a finding, and what nobody could read. */
public final class UnusedMaterial {
    private UnusedMaterial() {}

    /** Comparisons against ties that join or are suggested, and ties that were cut. */
    public static List<UnusedLine> ofFindings(JsonObject findings) {
        List<UnusedLine> lines = new ArrayList<>();
        for (JsonObject actor : findings.objects("actors")) {
            actor.objects("links").forEach(link -> link(link, lines));
        }
        findings.objects("suggestedLinks").forEach(link -> link(link, lines));
        return lines;
    }

    private static void link(JsonObject link, List<UnusedLine> lines) {
        String subject = link.textOrEmpty("a") + " / " + link.textOrEmpty("b");
        for (JsonObject evidence : link.objects("evidence")) {
            double bits = evidence.number("bits");
            if (bits < 0) {
                lines.add(new UnusedLine(
                        UnusedLine.Ground.AGAINST_A_LINK,
                        subject,
                        bits,
                        (evidence.textOrEmpty("code") + " " + evidence.textOrEmpty("a") + " "
                                        + evidence.textOrEmpty("b"))
                                .strip(),
                        sources(evidence)));
            }
        }
        if (link.textOrEmpty("strength").equals("cut")) {
            lines.add(new UnusedLine(
                    UnusedLine.Ground.LINK_CUT,
                    subject,
                    link.number("probability"),
                    link.textOrEmpty("basis"),
                    sources(link)));
        }
    }

    /** Files with records that were not understood, and files that were not read. */
    public static List<UnusedLine> ofReadings(JsonObject readingReport) {
        List<UnusedLine> lines = new ArrayList<>();
        for (JsonObject file : readingReport.objects("files")) {
            if (file.textOrEmpty("fate").equals("read")) {
                continue;
            }
            long left = file.member("records").orElse(null) instanceof JsonObject records
                    ? (long) records.number("notUnderstood")
                    : 0;
            String path = file.textOrEmpty("path");
            lines.add(new UnusedLine(
                    UnusedLine.Ground.UNREAD,
                    file.textOrEmpty("item") + " " + (path.isEmpty() ? file.textOrEmpty("name") : path),
                    left,
                    (file.textOrEmpty("fate") + " " + file.textOrEmpty("reason")).strip(),
                    List.of()));
        }
        return lines;
    }

    private static List<SourcePointer> sources(JsonObject object) {
        return object.objects("sources").stream()
                .map(source -> new SourcePointer(
                        new EvidenceId(source.textOrEmpty("item")),
                        source.textOrEmpty("path"),
                        (long) source.number("offset"),
                        (long) source.number("length")))
                .toList();
    }
}
