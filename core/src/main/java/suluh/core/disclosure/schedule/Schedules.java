package suluh.core.disclosure.schedule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;

/**
 * The schedules of a bundle: exhibits, unused material, and who received what; docs/formats/schedules.md.
 *
 * @param caseNumber number of the case
 * @param exhibits every item that was sealed, in the order of sealing
 * @param unused what may help the defence first, then by ground
 * @param disclosed the disclosure log up to this bundle
 */
public record Schedules(
        String caseNumber, List<Exhibit> exhibits, List<UnusedLine> unused, List<DisclosureLine> disclosed) {
    public static final String FORMAT = "suluh-schedules/1";

    public Schedules {
        exhibits = List.copyOf(exhibits);
        unused = unused.stream()
                .sorted(Comparator.comparing(UnusedLine::ground)
                        .thenComparing(UnusedLine::subject)
                        .thenComparingDouble(UnusedLine::figure)
                        .thenComparing(UnusedLine::words))
                .toList();
        disclosed = List.copyOf(disclosed);
    }

    /** The bytes of schedules.json: canonical JSON (RFC 8785). */
    public byte[] bytes() {
        List<JsonObject> lines = new ArrayList<>();
        for (int i = 0; i < unused.size(); i++) {
            lines.add(unused.get(i).json(i + 1));
        }
        JsonObject json = JsonObject.builder()
                .put("format", FORMAT)
                .put("case", caseNumber)
                .put(
                        "exhibits",
                        JsonArray.of(exhibits.stream().map(Exhibit::json).toList()))
                .put("unused", JsonArray.of(lines))
                .put(
                        "disclosed",
                        JsonArray.of(
                                disclosed.stream().map(DisclosureLine::json).toList()))
                .build();
        return CanonicalJson.text(json).getBytes(StandardCharsets.UTF_8);
    }
}
