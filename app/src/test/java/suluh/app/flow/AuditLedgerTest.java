package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.app.flow.AuditLedger.Audited;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.InputFiles;
import suluh.app.store.DatabaseSettings;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.Outcome;
import suluh.core.observation.SourcePointer;

/** What an audit and a purge do, over the real database, vault and ledger. */
class AuditLedgerTest {
    @TempDir
    private Path folder;

    private House house;
    private OpenedCase first;
    private OpenedCase second;

    @BeforeEach
    void open() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        Path input = Files.createDirectories(folder.resolve("input"));
        Files.writeString(input.resolve("one.txt"), "bytes that two cases hold");
        first = sealed(input);
        Files.writeString(input.resolve("two.txt"), "bytes that the second case holds");
        second = sealed(input);
        house.ledger().integrate();
    }

    @AfterEach
    void close() throws IOException {
        house.close();
    }

    private OpenedCase sealed(Path input) throws Exception {
        Outcome<OpenedCase> outcome = new OpenCase(house).run(Acting.operator("d11"), "MY-792-12", "MY-593-116B");
        if (!(outcome instanceof Outcome.Done<OpenedCase> done)) {
            throw new IllegalStateException("no case");
        }
        new SealEvidence(house).run(done.value(), InputFiles.below(List.of(input)), Progress.SILENT);
        return done.value();
    }

    private Audited audit() throws IOException {
        return new AuditLedger(house, Progress.SILENT).run();
    }

    @Test
    void isCleanAndCountsWhatItCompared() throws IOException {
        Audited audited = audit();

        assertThat(audited.faults()).isEmpty();
        assertThat(audited.items()).isEqualTo(3);
        assertThat(audited.entries()).isEqualTo(5);
        assertThat(audit().entries()).isEqualTo(6);
    }

    /** An insider with the database's owner changes one thing; the audit names it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE ledger_entry SET leaf = set_byte(leaf, 20, 65) WHERE place_in_log = 2 | entry 2",
                "DELETE FROM vault_reference WHERE case_id = 1 | the ledger seals an item that the database does not have",
                "UPDATE vault_reference SET size_bytes = 7 WHERE case_id = 1 | digest or size of an item",
                "UPDATE vault_reference SET purged_at = now() WHERE case_id = 1 | disagree on the purge",
                "DELETE FROM custody_event WHERE case_id = 1 | chain of custody does not begin",
                "UPDATE custody_event SET at = at + interval '1 s' WHERE case_id = 1 | chain of custody does not begin"
            })
    void namesWhatAnInsiderChangedInTheDatabase(String sql, String fault) throws Exception {
        asOwner(sql);

        assertThat(audit().faults()).anySatisfy(found -> assertThat(found).contains(fault));
    }

    /** Who looked at what: a look that is taken out, added or given to another person is found. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM custody_event WHERE act = 'shown'",
                "UPDATE custody_event SET person = 'p-another' WHERE act = 'shown'",
                "UPDATE custody_event SET at = at + interval '1 s' WHERE act = 'verified'",
                "INSERT INTO custody_event (case_id, item, at, person, act, how, authority, tool, result) SELECT case_id,"
                        + " item, at + interval '1 h', person, act, how, authority, tool, result FROM custody_event"
                        + " WHERE act = 'shown'",
            })
    void namesALookThatTheLedgerTellsOtherwise(String sql) throws Exception {
        ReceivedItem item = house.evidence().items(second.id()).getFirst();
        SmallHouse.done(new ShowSourceBytes(house).show(second, new SourcePointer(item.id(), "", 0, 5)));
        SmallHouse.done(new ShowSourceBytes(house).verify(second, item.id()));
        assertThat(audit().looks()).isEqualTo(2);
        assertThat(audit().faults()).isEmpty();

        asOwner(sql);

        assertThat(audit().faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("name other looks at an item"));
    }

    @Test
    void namesDamagedObjectsAndTiles() throws Exception {
        for (Path object : files(folder.resolve("data/vault/objects"))) {
            byte[] bytes = Files.readAllBytes(object);
            bytes[bytes.length - 1] ^= 1;
            Files.write(object, bytes);
        }
        assertThat(audit().faults())
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault).startsWith("item ev-"));

        Path tile = files(folder.resolve("data/ledger/tile/entries")).getLast();
        Files.write(tile, "x".getBytes(StandardCharsets.UTF_8));
        assertThat(audit().faults()).anySatisfy(fault -> assertThat(fault).contains("entr"));
    }

    @Test
    void purgesWithTwoPersonsOnly() throws Exception {
        ReceivedItem item = house.evidence().items(first.id()).getFirst();

        assertThat(refusal(new PurgeEvidence(house).run(first, item.id(), "retention-over")))
                .isEqualTo(CaseworkCode.SECOND_PERSON_NEEDED);
        assertThat(house.evidence().purged(first.id())).isEmpty();
    }

    @Test
    void destroysAnObjectOnceNobodyHoldsItAndKeepsCustodyAndLedgerTrue() throws Exception {
        ReceivedItem item = house.evidence().items(first.id()).getFirst();
        ReceivedItem same = house.evidence().items(second.id()).getFirst();
        assertThat(item.sha256()).isEqualTo(same.sha256());

        SmallHouse.approve(house, first, Act.PURGE_EVIDENCE, item.id().value());
        new PurgeEvidence(house).run(first, item.id(), "retention-over");
        assertThat(house.vault().fault(item.sha256())).isEmpty();
        assertThat(audit().faults()).isEmpty();

        SmallHouse.approve(house, second, Act.PURGE_EVIDENCE, same.id().value());
        new PurgeEvidence(house).run(second, same.id(), "retention-over");
        assertThat(house.vault().fault(item.sha256())).isPresent();
        assertThat(files(folder.resolve("data/vault/objects"))).hasSize(1);
        assertThat(audit()).satisfies(audited -> {
            assertThat(audited.faults()).isEmpty();
            assertThat(audited.purged()).isEqualTo(2);
            assertThat(audited.items()).isEqualTo(1);
        });
        assertThat(house.evidence().custody(second.id(), same.id()))
                .extracting(event -> event.act())
                .containsExactly("sealed", "purged");
    }

    private static CaseworkCode refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused
                ? (CaseworkCode) refused.refusal().code()
                : CaseworkCode.LOGIN_TAKEN;
    }

    private void asOwner(String sql) throws IOException, SQLException {
        String password = house.database().settings().ownerPassword();
        try (Connection connection =
                        DriverManager.getConnection(house.database().url(), DatabaseSettings.OWNER, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
