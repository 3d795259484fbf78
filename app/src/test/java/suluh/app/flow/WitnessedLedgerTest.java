package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.PublishCheckpoint.Published;
import suluh.app.host.SignerFile;
import suluh.app.host.WitnessClient;
import suluh.app.store.StoreException;
import suluh.app.web.WitnessServer;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.KeyKind;
import suluh.core.ledger.NoteSigner;
import suluh.core.ledger.SignedNote;
import suluh.core.ledger.WitnessRequest;
import suluh.verify.VerifyCommand;

/** A ledger and the other agency's witness, over the real protocol on loopback. */
class WitnessedLedgerTest {
    @TempDir
    private Path folder;

    private House house;
    private WitnessServer server;
    private CosignCheckpoint witness;
    private final List<String> alarms = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        ShowLedger ledger = new ShowLedger(house);
        witness = CosignCheckpoint.open(
                folder.resolve("witness"), "d11", List.of(ledger.key()), Clock.systemUTC(), alarms::add);
        server = WitnessServer.start(witness, 0);
        ledger.nameWitnesses(witness.policyLines("d11", server.address()));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        house.close();
    }

    private void act() {
        new OpenCase(house).run(Acting.operator("d11"), "MY-792-12", "MY-593-116B");
    }

    @Test
    void isCosignedWithBothKeysEachTimeItGrows() throws Exception {
        for (int round = 0; round < 5; round++) {
            act();
            Published published = new PublishCheckpoint(house).run();

            assertThat(published.told()).isEmpty();
            assertThat(published.standing().quorumMet()).isTrue();
            assertThat(published.standing().cosigned()).containsOnlyKeys("d11-ed25519", "d11-ml-dsa-44");
        }
        SignedNote again = new PublishCheckpoint(house).run().note();
        assertThat(again.signatures()).hasSize(3);
    }

    @Test
    void saysWhoIsMissingAndGoesOnWhenTheWitnessIsSilent() throws Exception {
        server.close();
        act();

        Published published = new PublishCheckpoint(house).run();

        assertThat(published.standing().quorumMet()).isFalse();
        assertThat(published.standing().missing()).containsExactly("d11-ed25519", "d11-ml-dsa-44");
        assertThat(published.told()).singleElement().asString().contains("could not be asked");
    }

    @Test
    void keepsBothCheckpointsOfAForkAndGoesOnWithTheTrueHistory() throws Exception {
        act();
        Published good = new PublishCheckpoint(house).run();
        long size = Checkpoint.parse(good.note().text()).size();
        NoteSigner stolen =
                SignerFile.kept(folder.resolve("data/keys/ledger.key"), KeyKind.LOG_ED25519, () -> "unused");
        Checkpoint forked = new Checkpoint(stolen.key().name(), size + 7, Sha256Digest.of(new byte[] {1}));
        WitnessClient.Answer answer =
                new WitnessClient().ask(server.address(), new WitnessRequest(size, List.of(), stolen.sign(forked)));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        WitnessClient.Answer.No.class,
                        no -> assertThat(no.status()).isEqualTo(422));
        assertThat(alarms).singleElement().asString().startsWith("CONTRADICTION");
        try (Stream<Path> kept = Files.list(folder.resolve("witness/contradictions"))) {
            Path pair = kept.findFirst().orElseThrow();
            assertThat(SignedNote.parse(Files.readAllBytes(pair.resolve("seen")))
                            .isSignedBy(stolen.key()))
                    .isTrue();
            assertThat(SignedNote.parse(Files.readAllBytes(pair.resolve("offered")))
                            .isSignedBy(stolen.key()))
                    .isTrue();
        }
        act();
        assertThat(new PublishCheckpoint(house).run().standing().quorumMet()).isTrue();
    }

    @Test
    void refusesToPublishWhatTheWitnessKnowsToBeRolledBack() throws Exception {
        act();
        new PublishCheckpoint(house).run();
        long size = Checkpoint.parse(house.ledger().integrate().text()).size();
        NoteSigner key = SignerFile.kept(folder.resolve("data/keys/ledger.key"), KeyKind.LOG_ED25519, () -> "unused");
        // What the witness would remember had this data folder been put back to an older state.
        Path remembered = files(folder.resolve("witness/logs")).getFirst();
        Files.writeString(
                remembered,
                key.sign(new Checkpoint(key.key().name(), size + 5, Sha256Digest.of(new byte[] {2})))
                        .render());
        act();

        assertThatThrownBy(() -> new PublishCheckpoint(house).run())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has seen " + (size + 5) + " entries");
    }

    @Test
    void makesBundlesThatNeedBothAgenciesAndBearATimeStamp() throws Exception {
        new ShowLedger(house).useTestAuthority();
        Path input = Files.createDirectories(folder.resolve("input"));
        Files.writeString(input.resolve("note.txt"), "no known export");
        Path keys = folder.resolve("keys.txt");
        Files.writeString(keys, new ShowLedger(house).policy().render());

        SmallHouse.probe(house, input, folder.resolve("bundle"));
        server.close();
        SmallHouse.probe(house, input, folder.resolve("alone"));

        assertThat(verify(folder.resolve("bundle"), keys))
                .contains("5 ok    the checkpoint is cosigned: by d11-ed25519 at")
                .contains("TEST authority")
                .contains("VERIFIED 23 files, 1 items")
                .contains("time-stamps: 1");
        assertThat(verify(folder.resolve("alone"), keys))
                .contains("5 FAULT")
                .contains("missing d11-ed25519, d11-ml-dsa-44");
        assertThat(verify(folder.resolve("alone"))).contains("Note: not cosigned by d11-ed25519, d11-ml-dsa-44.");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String verify(Path bundle, Path... keys) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> args = new ArrayList<>(List.of(bundle.toString()));
        for (Path file : keys) {
            args.addAll(List.of("--keys", file.toString()));
        }
        VerifyCommand.run(args, print, print);
        return out.toString(StandardCharsets.UTF_8);
    }
}
