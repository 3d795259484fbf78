package suluh.core.casework.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import suluh.core.casework.complaint.Channel;
import suluh.core.casework.complaint.Complaint;
import suluh.core.casework.complaint.Concern;
import suluh.core.casework.targets.Target;
import suluh.core.casework.targets.TargetPlatform;
import suluh.core.casework.targets.TargetReader;
import suluh.core.kernel.Outcome;

/** Reads a table of complaints: one row each, columns found by their heading; {@code docs/formats/intake.md}. */
final class CsvIntake {
    private static final Map<String, Set<String>> HEADINGS = Map.of(
            "text", Set.of("text", "complaint", "description", "aduan", "keterangan"),
            "target", Set.of("target", "url", "link", "address", "sasaran", "pautan"),
            "platform", Set.of("platform", "pelantar"),
            "contact", Set.of("contact", "email", "phone", "hubungi"),
            "when", Set.of("when", "date", "received", "tarikh"),
            "danger", Set.of("danger", "urgent", "bahaya"),
            "concern", Set.of("concern", "perkara"),
            "language", Set.of("language", "bahasa"));
    private static final Set<String> YES = Set.of("yes", "true", "1", "y", "ya");

    private final TargetReader targets;
    private final List<String> faults = new ArrayList<>();
    private final List<IntakeRecord> records = new ArrayList<>();

    CsvIntake(TargetReader targets) {
        this.targets = targets;
    }

    IntakeReading read(byte[] bytes) {
        List<CsvRows.Row> rows = CsvRows.of(new String(bytes, StandardCharsets.UTF_8), IntakeReading.MAX_RECORDS + 2);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the table is empty; give it a heading line and a row each complaint");
        }
        List<String> notes = new ArrayList<>();
        Map<String, Integer> columns = columns(rows.getFirst(), notes);
        if (!columns.containsKey("text") && !columns.containsKey("target")) {
            throw new IllegalArgumentException("no column is headed \"text\" or \"target\"; name one of them so");
        }
        if (rows.size() > IntakeReading.MAX_RECORDS + 1) {
            throw new IllegalArgumentException(
                    "more than " + IntakeReading.MAX_RECORDS + " rows; split the table and hand in the parts");
        }
        rows.subList(1, rows.size()).forEach(row -> read(row, columns));
        return new IntakeReading(Channel.CSV, records, faults, notes);
    }

    private static Map<String, Integer> columns(CsvRows.Row heading, List<String> notes) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < heading.fields().size(); i++) {
            String name = heading.fields().get(i).strip().toLowerCase(Locale.ROOT);
            Optional<String> known = HEADINGS.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(name))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (known.isEmpty() || columns.putIfAbsent(known.get(), i) != null) {
                notes.add("Column " + (i + 1) + " was not read: its heading is none of those described.");
            }
        }
        return columns;
    }

    private void read(CsvRows.Row row, Map<String, Integer> columns) {
        String words = field(row, columns, "text");
        List<Target> named = new ArrayList<>();
        TargetPlatform hint = TargetPlatform.ofWire(
                        field(row, columns, "platform").toLowerCase(Locale.ROOT))
                .orElse(null);
        for (String text : field(row, columns, "target").split("[\\s,;|]+")) {
            targets.read(text, hint).ifPresent(named::add);
        }
        targets.readAll(words).forEach(named::add);
        Complaint complaint = new Complaint(
                field(row, columns, "language").equalsIgnoreCase("ms") ? "ms" : "en",
                Concern.ofWire(field(row, columns, "concern").toLowerCase(Locale.ROOT))
                        .orElse(Concern.OTHER),
                words,
                field(row, columns, "when"),
                YES.contains(field(row, columns, "danger").toLowerCase(Locale.ROOT)),
                false,
                field(row, columns, "contact"),
                Intake.distinct(named));
        String where = "line " + row.line();
        switch (complaint.checked()) {
            case Outcome.Done<Complaint> done ->
                records.add(new IntakeRecord(where, done.value(), complaint.contact(), complaint.when()));
            case Outcome.Refused<Complaint> refused ->
                faults.add(where + ": " + refused.refusal().message());
        }
    }

    private static String field(CsvRows.Row row, Map<String, Integer> columns, String name) {
        return row.at(columns.getOrDefault(name, -1)).strip();
    }
}
