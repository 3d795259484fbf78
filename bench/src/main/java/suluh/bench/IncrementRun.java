package suluh.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import suluh.core.identity.field.CsvReader;
import suluh.core.identity.field.Field;
import suluh.core.identity.field.FieldType;
import suluh.core.identity.linkage.Increment;
import suluh.core.identity.linkage.Linkage;
import suluh.core.identity.linkage.LinkageSettings;
import suluh.core.identity.linkage.RecordTable;

/** A process of its own: links a table of {@link RecordMaker}, then prints the seconds that 1,000 more records take. */
final class IncrementRun {
    private static final int NEW_RECORDS = 1_000;

    private IncrementRun() {}

    public static void main(String[] args) throws IOException, CsvReader.CsvException {
        RecordTable.Builder builder = RecordTable.builder(List.of(
                Field.of("given_name", FieldType.NAME),
                Field.of("surname", FieldType.NAME),
                Field.of("birth_date", FieldType.DATE),
                Field.of("town", FieldType.NAME),
                Field.of("phone", FieldType.PHONE),
                Field.of("email", FieldType.EMAIL)));
        List<Increment.NewRecord> fresh = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8)) {
            CsvReader csv = new CsvReader(in);
            csv.row();
            for (Optional<List<String>> row = csv.row(); row.isPresent(); row = csv.row()) {
                List<String> values = row.get().subList(1, 7);
                if (fresh.size() < NEW_RECORDS) {
                    fresh.add(new Increment.NewRecord(row.get().get(0), values));
                } else {
                    builder.add(row.get().get(0), values);
                }
            }
        }
        Linkage linkage = Linkage.of(
                builder.build(),
                new LinkageSettings(0.5, 1, tasks -> tasks.parallelStream().forEach(Runnable::run)));
        long start = System.nanoTime();
        Increment increment = Increment.of(linkage, fresh);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (increment.pairs().size() == 0) {
            throw new IllegalStateException("no new record met one of the table");
        }
        System.out.println(seconds);
    }
}
