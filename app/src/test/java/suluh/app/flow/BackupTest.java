package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.RestoreHouse.Restored;
import suluh.app.flow.RestoreHouse.Wanted;
import suluh.app.host.InputFiles;
import suluh.app.store.TestDatabase;
import suluh.app.store.backup.BackupException;
import suluh.core.casework.Act;
import suluh.core.disclosure.ReceivedItem;

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
        house.ledger().integrate();
        rowsBefore = rows(house);
        backup = folder.resolve("with-keys.backup");
        backUp().run(backup, PASSPHRASE);
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

    /** A figure over every row of the tables that matter most, as the owner sees them. */
    private static String rows(House of) throws Exception {
        StringBuilder all = new StringBuilder();
        var settings = of.database().settings();
        try (var owner = java.sql.DriverManager.getConnection(settings.url(), "suluh_owner", settings.ownerPassword());
                var statement = owner.createStatement()) {
            for (String table : List.of(
                    "person",
                    "probe_case",
                    "case_member",
                    "evidence_item",
                    "custody_event",
                    "account",
                    "message",
                    "findings",
                    "approval",
                    "vault_reference")) {
                try (var rows = statement.executeQuery("SELECT count(*), md5(coalesce(string_agg(t::text, '|' ORDER BY"
                        + " t::text), '')) FROM " + table + " t")) {
                    rows.next();
                    all.append(table + " " + rows.getLong(1) + " " + rows.getString(2) + "\n");
                }
            }
        }
        return all.toString();
    }
}
