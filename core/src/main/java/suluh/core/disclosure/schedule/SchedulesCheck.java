package suluh.core.disclosure.schedule;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonBoolean;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerEntry;

/**
 * Checks that the schedules of a bundle are complete: against the ledger's seals, the files present, and the disclosure log.
 *
 * <p>Nothing is left out, nothing is added: each sealed item is one exhibit in the order of the log, each logged disclosure
 * one line with its commitment.
 */
public final class SchedulesCheck {
    private final List<LedgerEntry> entries;
    private final SortedMap<String, Sha256Digest> evidence;

    /**
     * A fault.
     *
     * @param where line of the schedules
     */
    public record Fault(String where, String expected, String found) {}

    private static final class Found extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Found(String where, String expected, String found) {
            super(where);
            this.fault = new Fault(where, expected, found);
        }
    }

    /** How many lines were compared. */
    private long compared;

    /**
     * A check of one bundle.
     *
     * @param entries entries of the case in log order
     * @param evidence digest of each file of evidence that is present, by its path's last part
     */
    public SchedulesCheck(List<LedgerEntry> entries, SortedMap<String, Sha256Digest> evidence) {
        this.entries = List.copyOf(entries);
        this.evidence = new TreeMap<>(evidence);
    }

    /** Lines compared by the last run. */
    public long compared() {
        return compared;
    }

    /** The first fault, or empty. */
    public Optional<Fault> run(byte[] schedules) {
        try {
            JsonObject json = JsonParser.parseObject(schedules);
            if (!java.util.Arrays.equals(CanonicalJson.bytes(json), schedules)) {
                throw new Found("schedules.json", "canonical JSON", "another form");
            }
            same("schedules.json, format", Schedules.FORMAT, json.textOrEmpty("format"));
            exhibits(json.objects("exhibits"));
            unused(json.objects("unused"));
            disclosed(json.objects("disclosed"));
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(found.fault);
        } catch (JsonSyntaxException e) {
            return Optional.of(new Fault("schedules.json", "JSON", String.valueOf(e.getMessage())));
        }
    }

    private void exhibits(List<JsonObject> exhibits) throws Found {
        List<LedgerEntry> seals = of(EntryKind.EVIDENCE_SEALED);
        for (int i = 0; i < Math.min(exhibits.size(), seals.size()); i++) {
            JsonObject exhibit = exhibits.get(i);
            LedgerEntry seal = seals.get(i);
            String where = "schedules.json, exhibit " + (i + 1);
            same(where + ", number", "E-" + (i + 1), exhibit.textOrEmpty("number"));
            same(where + ", item", seal.subject().getOrDefault("item", ""), exhibit.textOrEmpty("item"));
            same(where + ", sha256", hex(seal, "sha256"), exhibit.textOrEmpty("sha256"));
            same(
                    where + ", sizeBytes",
                    String.valueOf(seal.figures().getOrDefault("sizeBytes", -1L)),
                    exhibit.whole("sizeBytes").map(String::valueOf).orElse("none"));
            boolean isPresent = evidence.containsKey(exhibit.textOrEmpty("sha256"));
            boolean isSaid = exhibit.member("present").orElse(null) instanceof JsonBoolean said && said.value();
            same(where + ", present", String.valueOf(isPresent), String.valueOf(isSaid));
            compared++;
        }
        same("schedules.json, exhibits", seals.size() + " as sealed", exhibits.size() + " as sealed");
    }

    private void unused(List<JsonObject> lines) throws Found {
        Set<String> sealed = new HashSet<>();
        of(EntryKind.EVIDENCE_SEALED).forEach(seal -> sealed.add(seal.subject().getOrDefault("item", "")));
        for (int i = 0; i < lines.size(); i++) {
            same(
                    "schedules.json, unused " + (i + 1),
                    "U-" + (i + 1),
                    lines.get(i).textOrEmpty("number"));
            for (JsonObject source : lines.get(i).objects("sources")) {
                String item = source.textOrEmpty("item");
                same(
                        "schedules.json, unused " + (i + 1),
                        "a sealed item",
                        sealed.contains(item) ? "a sealed item" : item);
            }
            compared++;
        }
    }

    private void disclosed(List<JsonObject> lines) throws Found {
        List<LedgerEntry> logged = of(EntryKind.DISCLOSURE_LOGGED);
        for (int i = 0; i < Math.min(lines.size(), logged.size()); i++) {
            JsonObject line = lines.get(i);
            LedgerEntry entry = logged.get(i);
            String where = "schedules.json, disclosed " + (i + 1);
            same(where + ", number", entry.subject().getOrDefault("line", ""), line.textOrEmpty("number"));
            same(where + ", kind", entry.subject().getOrDefault("kind", ""), line.textOrEmpty("kind"));
            same(where + ", sha256", hex(entry, "content"), line.textOrEmpty("sha256"));
            same(where + ", person", entry.person(), line.textOrEmpty("person"));
            same(where + ", at", entry.at().toString(), line.textOrEmpty("at"));
            same(
                    where + ", recipient and purpose",
                    hex(entry, "recipient"),
                    DisclosureLine.commitment(
                                    line.textOrEmpty("salt"),
                                    line.textOrEmpty("recipient"),
                                    line.textOrEmpty("purpose"))
                            .hex());
            compared++;
        }
        same("schedules.json, disclosed", logged.size() + " as logged", lines.size() + " as logged");
    }

    private List<LedgerEntry> of(EntryKind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    private static String hex(LedgerEntry entry, String name) {
        Sha256Digest digest = entry.digests().get(name);
        return digest == null ? "" : digest.hex();
    }

    private static void same(String where, String expected, String found) throws Found {
        if (!expected.equals(found)) {
            throw new Found(where, expected, found);
        }
    }
}
