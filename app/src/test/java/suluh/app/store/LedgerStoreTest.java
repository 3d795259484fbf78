package suluh.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.app.host.SignerFile;
import suluh.core.disclosure.LedgerPart;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.KeyKind;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.MerkleHash;
import suluh.core.ledger.MerkleProof;
import suluh.core.ledger.NoteSigner;
import suluh.core.ledger.SignedNote;

class LedgerStoreTest {
    @TempDir
    private Path folder;

    private DataFolder data;
    private Database database;
    private LedgerStore ledger;

    @BeforeEach
    void open() throws IOException, InputException {
        data = DataFolder.open(folder.resolve("data"));
        database = Database.open(data, TestDatabase.laid(data.root()));
        ledger = new LedgerStore(database, data);
    }

    @AfterEach
    void close() throws IOException {
        database.close();
        data.close();
    }

    @Test
    void provesEachEntryUnderASignedCheckpoint() throws LedgerFormatException {
        append(700, "SU-2026-0001");
        SignedNote note = ledger.integrate();
        Checkpoint checkpoint = Checkpoint.parse(note.text());

        assertThat(note.isSignedBy(ledger.publicKey())).isTrue();
        assertThat(checkpoint.size()).isEqualTo(700);
        for (LedgerPart part : ledger.partsOf("SU-2026-0001", note)) {
            assertThat(MerkleProof.includes(
                            MerkleHash.leaf(part.entry().leaf()),
                            part.index(),
                            checkpoint.size(),
                            part.path(),
                            checkpoint.root()))
                    .isTrue();
        }
    }

    @Test
    void keepsNothingOfATransactionThatDidNotCommit() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    ledger.append(entry(1, "SU-2026-0001"));
                    throw new IllegalStateException("the business change failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ledger.partsOf("SU-2026-0001", ledger.integrate())).isEmpty();
    }

    @Test
    void agreesAgainAfterItWasKilledBeforeTheCheckpointWasWritten() throws Exception {
        append(300, "SU-2026-0001");
        ledger.integrate();
        Path file = data.ledger().resolve("checkpoint");
        byte[] before = Files.readAllBytes(file);
        append(300, "SU-2026-0001");
        SignedNote expected = ledger.integrate();
        Files.write(file, before);

        assertThat(new LedgerStore(database, data).integrate().text()).isEqualTo(expected.text());
    }

    @Test
    void refusesACheckpointThatKnowsMoreThanTheDatabase() throws Exception {
        append(3, "SU-2026-0001");
        SignedNote note = ledger.integrate();
        Checkpoint ahead = new Checkpoint(
                ledger.publicKey().name(), 9, Checkpoint.parse(note.text()).root());
        NoteSigner key = SignerFile.kept(data.keys().resolve("ledger.key"), KeyKind.LOG_ED25519, () -> "unused");
        Files.writeString(data.ledger().resolve("checkpoint"), key.sign(ahead).render());

        assertThatThrownBy(ledger::integrate)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("speaks of 9 entries");
    }

    @Test
    void refusesACheckpointOfAnotherKeyAndTilesThatWereChanged() throws Exception {
        append(3, "SU-2026-0001");
        ledger.integrate();
        Path tile = data.ledger().resolve("tile/0/000.p/3");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[0] ^= 1;
        Files.write(tile, bytes);
        assertThatThrownBy(ledger::integrate).isInstanceOf(StoreException.class).hasMessageContaining("disagree");

        Files.delete(data.keys().resolve("ledger.key"));
        LedgerStore stranger = new LedgerStore(database, data);
        assertThatThrownBy(stranger::integrate)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not signed");
    }

    private void append(int count, String caseNumber) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(entry(i, caseNumber));
        }
        database.inTransaction(() -> {
            ledger.appendAll(entries);
            return count;
        });
    }

    private static LedgerEntry entry(long figure, String caseNumber) {
        return new LedgerEntry(
                EntryKind.BYTES_SHOWN,
                Instant.EPOCH,
                "d11",
                "p-1",
                caseNumber,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(Map.of("n", figure)));
    }

    @Test
    void namesNobodyInItsTiles() throws IOException {
        append(2, "SU-2026-0001");
        ledger.integrate();

        String tile = Files.readString(data.ledger().resolve("tile/entries/000.p/2"), StandardCharsets.ISO_8859_1);
        assertThat(tile).contains("bytes-shown").doesNotContain("display");
    }
}
