package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.KeepHashLists.NewList;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.RestoreHouse.Restored;
import suluh.app.flow.RestoreHouse.Wanted;
import suluh.app.host.InputFiles;
import suluh.app.store.DatabaseSettings;
import suluh.app.store.TestDatabase;
import suluh.app.store.backup.BackupAbout;
import suluh.app.store.backup.BackupException;
import suluh.app.store.backup.DatabaseSnapshot;
import suluh.core.casework.Act;
import suluh.core.casework.Role;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.Sha256Digest;

/** A backup is taken of a house at work, and everything in it comes back, or nothing does. */
class BackupTest {
    private static final String PASSPHRASE = "seven quiet lanterns";

    @TempDir
    private static Path folder;

    private static House house;
    private static Path backup;
    private static ReceivedItem purged;
    private static String rowsBefore;

    @BeforeAll
    static void backUpAHouseAtWork() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        SmallHouse.demo(house, SmallHouse.synthetic(folder.resolve("probe"), 300), "a long enough password", w -> w);
        Path input = Files.createDirectories(folder.resolve("input"));
        Files.writeString(input.resolve("one.txt"), "bytes that were purged before the backup");
        OpenedCase opened =
                SmallHouse.done(new OpenCase(house).run(Acting.operator("d11"), "MY-792-12", "MY-593-116B"));
        new SealEvidence(house).run(opened, InputFiles.below(List.of(input)), Progress.SILENT);
        purged = house.evidence().items(opened.id()).getFirst();
        SmallHouse.approve(house, opened, Act.PURGE_EVIDENCE, purged.id().value());
        SmallHouse.done(new PurgeEvidence(house).run(opened, purged.id(), "retention-over"));
        keepAList();
        house.ledger().integrate();
        rowsBefore = rows(house);
        backup = folder.resolve("with-keys.backup");
        backUp().run(backup, PASSPHRASE);
    }

    /** A list of known hashes with one invented digest. */
    private static void keepAList() throws Exception {
        Acting supervisor = SmallHouse.person(
                house, "d11", "list-keeper", Set.of(Role.SUPERVISOR), "a long enough password", word -> "hash");
        String digest = "sha256\n" + Sha256Digest.of(new byte[] {7}).hex() + "\n";
        SmallHouse.done(new KeepHashLists(house)
                .add(
                        supervisor,
                        new NewList("local", "the house", "own list", "none", "known", null, List.of("d11")),
                        new ByteArrayInputStream(digest.getBytes(StandardCharsets.UTF_8)),
                        Progress.SILENT));
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    @Test
    void bringsBackEveryRowObjectAndEntry() throws Exception {
        Path target = folder.resolve("restored");

        Restored restored = restore(backup, target, PASSPHRASE, Path.of(""));

        assertThat(restored.audited().faults()).isEmpty();
        assertThat(restored.audited().items()).isPositive();
        try (House again = SmallHouse.open(target)) {
            assertThat(rows(again)).isEqualTo(rowsBefore);
            assertThat(again.ledger().publicKey()).isEqualTo(house.ledger().publicKey());
            assertThat(again.vault().fault(purged.sha256())).isPresent();
        }
    }

    @Test
    void opensWithTheKeysThatWereKeptApartWhenItCarriesNone() throws Exception {
        Path bare = folder.resolve("without-keys.backup");
        backUp().run(bare, "");

        Restored restored = restore(bare, folder.resolve("by-keys"), "", folder.resolve("data/keys"));

        assertThat(restored.isInPlace()).isTrue();
        assertThat(new String(Files.readAllBytes(bare), StandardCharsets.ISO_8859_1))
                .doesNotContain("Officer")
                .doesNotContain("COPY");
    }

    @Test
    void refusesAWrongPassphraseAndLeavesNothing() throws IOException {
        Path target = folder.resolve("wrong");

        assertThatThrownBy(() -> restore(backup, target, "another passphrase", Path.of("")))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("passphrase is not the one");
        assertThat(left("wrong")).isEmpty();
    }

    @Test
    void refusesADamagedBackupAndLeavesNothing() throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 2] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.backup"), bytes);

        assertThatThrownBy(() -> restore(damaged, folder.resolve("broken"), PASSPHRASE, Path.of("")))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("damaged or cut short after");
        assertThat(left("broken")).isEmpty();
    }

    @Test
    void goesIntoAnEmptyFolderOnly() throws IOException {
        Path target = Files.createDirectories(folder.resolve("full"));
        Files.writeString(target.resolve("own"), "somebody's");

        assertThatThrownBy(() -> restore(backup, target, PASSPHRASE, Path.of("")))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is not empty");
        assertThat(target.resolve("own")).hasContent("somebody's");
    }

    @Test
    void replacesNoFile() throws IOException {
        Path there = Files.writeString(folder.resolve("there"), "another's");

        assertThatThrownBy(() -> backUp().run(there, PASSPHRASE)).isInstanceOf(BackupException.class);
        assertThat(there).hasContent("another's");
    }

    private static BackUpHouse backUp() {
        Path data = folder.resolve("data");
        return new BackUpHouse(data, SmallHouse.CLOCK, TestDatabase.environment(data), Progress.SILENT);
    }

    private static Restored restore(Path file, Path target, String passphrase, Path keys) throws Exception {
        return new RestoreHouse(target, SmallHouse.CLOCK, TestDatabase.environment(target), Progress.SILENT)
                .run(new Wanted(file, passphrase, keys, false));
    }

    /** What a restore into this folder left, under whatever name. */
    private static List<Path> left(String name) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.getFileName().toString().contains(name))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    /** A table that a migration adds and the backup does not know fails here; the catalogue knows them all. */
    @Test
    void holdsEveryTableOfTheCatalogue() throws Exception {
        List<String> held;
        try (DatabaseSnapshot snapshot = DatabaseSnapshot.open(house.database().settings())) {
            held = snapshot.about("a test").tables().stream()
                    .map(BackupAbout.Table::name)
                    .toList();
        }

        assertThat(held).containsExactlyInAnyOrderElementsOf(tables(house));
        assertThat(held)
                .contains(
                        "clock_alarm",
                        "complaint",
                        "case_note",
                        "provider_request",
                        "production",
                        "passkey",
                        "message");
    }

    @Test
    void bringsBackKeysAndListsOfKnownHashes() throws Exception {
        assertThat(files("data/keys")).contains("keys/marks.key", "keys/lists.key", "keys/people.key");
        assertThat(files("data/lists")).isNotEmpty();
        Path target = folder.resolve("with-lists");

        restore(backup, target, PASSPHRASE, Path.of(""));

        for (String kept : List.of("keys/marks.key", "keys/lists.key", "keys/people.key", "keys/ledger.key")) {
            assertThat(target.resolve(kept))
                    .hasSameBinaryContentAs(folder.resolve("data").resolve(kept));
        }
        for (String list : files("data/lists")) {
            assertThat(target.resolve(list))
                    .hasSameBinaryContentAs(folder.resolve("data").resolve(list));
        }
        try (House again = SmallHouse.open(target)) {
            assertThat(again.digests().of("target", "t.me/x"))
                    .isEqualTo(house.digests().of("target", "t.me/x"));
            assertThat(again.hashLists().all()).extracting(list -> list.name()).containsExactly("local");
        }
    }

    /** Plain files below a folder of the installation, by their names in a backup. */
    private static List<String> files(String below) throws IOException {
        Path data = folder.resolve("data");
        try (Stream<Path> paths = Files.walk(folder.resolve(below))) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> data.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<String> tables(House of) throws SQLException {
        try (Connection owner = owner(of);
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("SELECT relname FROM pg_class WHERE relkind IN ('r', 'p')"
                        + " AND relnamespace = 'public'::regnamespace AND relname <> 'flyway_schema_history'"
                        + " ORDER BY relname")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static Connection owner(House of) throws SQLException {
        DatabaseSettings settings = of.database().settings();
        return DriverManager.getConnection(settings.url(), DatabaseSettings.OWNER, settings.ownerPassword());
    }

    /** A figure over every row of every table but the ledger's, which a backup and a restore go on writing. */
    private static String rows(House of) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection owner = owner(of);
                Statement statement = owner.createStatement()) {
            statement.execute("SET row_security = off");
            for (String table : tables(of)) {
                if (table.equals("ledger_entry")) {
                    continue;
                }
                try (ResultSet rows =
                        statement.executeQuery("SELECT count(*), md5(coalesce(string_agg(t::text, '|' ORDER BY"
                                + " t::text), '')) FROM \"" + table + "\" t")) {
                    rows.next();
                    all.append(table + " " + rows.getLong(1) + " " + rows.getString(2) + "\n");
                }
            }
        }
        return all.toString();
    }
}
