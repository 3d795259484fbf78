package suluh.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.OpenCase;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.Progress;
import suluh.app.flow.ReadEvidence;
import suluh.app.flow.SealEvidence;
import suluh.app.flow.SealEvidence.Sealed;
import suluh.app.host.InputException;
import suluh.app.host.InputFiles;
import suluh.app.store.Database;
import suluh.app.store.DatabaseSettings;
import suluh.core.kernel.Outcome;
import suluh.exports.synth.SyntheticProbe;

/**
 * Sealing, reading and storing exports, beside a bare COPY of the very same rows into tables of the same columns and
 * indexes in the same server.
 */
final class ImportBench {
    private static final int MESSAGES = 1_000_000;
    private static final double MAX_RATIO = 3;
    /** Tables that reading fills. */
    private static final List<String> TABLES = List.of(
            "place",
            "account",
            "conversation",
            "message",
            "membership",
            "invitation",
            "contact_point",
            "group_statement",
            "account_statement",
            "other_observation");

    List<Measurement> run() throws IOException {
        Path folder = Files.createTempDirectory("suluh-bench-import");
        try {
            SyntheticProbe.write(1, MESSAGES, path -> {
                Path file = folder.resolve("input").resolve(path);
                Files.createDirectories(file.resolveSibling(""));
                return new BufferedOutputStream(Files.newOutputStream(file));
            });
            try (House house = House.open(folder.resolve("data"), Clock.systemUTC(), Map.of())) {
                return measure(house, folder);
            }
        } catch (InputException | SQLException e) {
            throw new IOException(e);
        } finally {
            Child.deleteTree(folder);
        }
    }

    private static List<Measurement> measure(House house, Path folder)
            throws IOException, InputException, SQLException {
        OpenedCase opened = done(new OpenCase(house).run(Acting.operator("d11"), "MY-792-12", "MY-593-116B"));
        InputFiles input = InputFiles.below(List.of(folder.resolve("input/exports")));
        long start = System.nanoTime();
        Sealed sealed = done(new SealEvidence(house).run(opened, input, Progress.SILENT));
        double sealing = seconds(start);
        long reading = System.nanoTime();
        done(new ReadEvidence(house).run(opened, sealed.items(), null, Progress.SILENT));
        double read = seconds(reading);
        DatabaseSettings settings =
                Database.running(folder.resolve("data"), Map.of()).orElseThrow();
        double bare = copy(settings, Files.createDirectories(folder.resolve("rows")));
        double ratio = (sealing + read) / bare;
        return List.of(
                new Measurement("COPY of the same rows (the yardstick)", bare, rows(bare), "", true),
                new Measurement("seal the same", sealing, "", "", true),
                new Measurement("read and store the same", read, rows(read), "", true),
                new Measurement(
                        "import: seal, read and store",
                        sealing + read,
                        String.format(Locale.ROOT, "%.1f times the COPY", ratio),
                        "3 times",
                        ratio <= MAX_RATIO));
    }

    /** Seconds that COPY and commit take; the rows are written to files before the clock runs. */
    private static double copy(DatabaseSettings settings, Path folder) throws IOException, SQLException {
        try (Connection owner =
                        DriverManager.getConnection(settings.url(), DatabaseSettings.OWNER, settings.ownerPassword());
                Statement statement = owner.createStatement()) {
            CopyManager copier = owner.unwrap(PGConnection.class).getCopyAPI();
            for (String table : TABLES) {
                try (OutputStream out = Files.newOutputStream(folder.resolve(table))) {
                    copier.copyOut("COPY (SELECT * FROM " + table + ") TO STDOUT", out);
                }
                statement.execute("CREATE TABLE bare_" + table + " (LIKE " + table + " INCLUDING ALL)");
            }
            owner.setAutoCommit(false);
            long start = System.nanoTime();
            for (String table : TABLES) {
                try (InputStream in = Files.newInputStream(folder.resolve(table))) {
                    copier.copyIn("COPY bare_" + table + " FROM STDIN", in);
                }
            }
            owner.commit();
            return seconds(start);
        }
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused ->
                throw new IllegalStateException(refused.refusal().message());
        };
    }

    private static String rows(double seconds) {
        return String.format(Locale.ROOT, "%,.0f messages/s", MESSAGES / seconds);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
