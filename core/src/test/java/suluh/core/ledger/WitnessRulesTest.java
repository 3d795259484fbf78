package suluh.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.WitnessRules.Answer;

class WitnessRulesTest {
    private static final NoteSigner LOG = TestSigners.fresh("log.test", KeyKind.LOG_ED25519);
    private final MemoryTiles tiles = new MemoryTiles();
    private final TileTree large = tree(tiles, "", 0, 300);

    private static TileTree tree(MemoryTiles tiles, String salt, int from, int to) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = from; i < to; i++) {
            leaves.add((salt + i).getBytes(StandardCharsets.UTF_8));
        }
        try {
            return new TileTree(tiles, from).append(leaves);
        } catch (IOException | LedgerFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private Checkpoint at(long size) throws IOException, LedgerFormatException {
        return new Checkpoint("log.test", size, new TileTree(partial(size), size).root());
    }

    /** A tree of its own, since the tiles of a larger one lack the smaller one's partial tiles. */
    private static MemoryTiles partial(long size) {
        MemoryTiles own = new MemoryTiles();
        tree(own, "", 0, (int) size);
        return own;
    }

    private WitnessRequest request(long oldSize) throws IOException, LedgerFormatException {
        return new WitnessRequest(oldSize, large.consistencyProof(oldSize), LOG.sign(at(300)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 8, 255, 256, 257, 299, 300})
    void cosignsWhatGoesOnFromWhatItSawLast(long seen) throws Exception {
        Optional<Checkpoint> last = seen == 0 ? Optional.empty() : Optional.of(at(seen));

        Answer answer = WitnessRules.answer(request(seen), Optional.of(LOG.key()), last);

        assertThat(answer).isEqualTo(new Answer.Cosign(at(300)));
    }

    @Test
    void tellsTheSizeItSawLast() throws Exception {
        assertThat(WitnessRules.answer(request(0), Optional.of(LOG.key()), Optional.of(at(20))))
                .isEqualTo(new Answer.TellSize(20));
    }

    @Test
    void keepsTwoRootsOfOneSize() throws Exception {
        Checkpoint forked = new Checkpoint("log.test", 300, Sha256Digest.of(new byte[] {1}));
        WitnessRequest request = new WitnessRequest(300, List.of(), LOG.sign(forked));

        assertThat(WitnessRules.answer(request, Optional.of(LOG.key()), Optional.of(at(300))))
                .isInstanceOfSatisfying(
                        Answer.KeepAsEvidence.class,
                        kept -> assertThat(kept.status()).isEqualTo(409));
    }

    @Test
    void keepsAHistoryThatDoesNotGoOnFromTheOneSeen() throws Exception {
        MemoryTiles other = new MemoryTiles();
        TileTree fork = tree(other, "fork", 0, 300);
        Checkpoint signed = new Checkpoint("log.test", 300, fork.root());
        WitnessRequest request = new WitnessRequest(20, fork.consistencyProof(20), LOG.sign(signed));

        assertThat(WitnessRules.answer(request, Optional.of(LOG.key()), Optional.of(at(20))))
                .isInstanceOfSatisfying(
                        Answer.KeepAsEvidence.class,
                        kept -> assertThat(kept.status()).isEqualTo(422));
    }

    @Test
    void refusesUnknownLogsForeignSignaturesAndSizesFromTheFuture() throws Exception {
        NoteKey stranger = TestSigners.fresh("log.test", KeyKind.LOG_ED25519).key();

        assertThat(WitnessRules.answer(request(0), Optional.empty(), Optional.empty()))
                .isInstanceOfSatisfying(
                        Answer.Refuse.class, r -> assertThat(r.status()).isEqualTo(404));
        assertThat(WitnessRules.answer(request(0), Optional.of(stranger), Optional.empty()))
                .isInstanceOfSatisfying(
                        Answer.Refuse.class, r -> assertThat(r.status()).isEqualTo(403));
        WitnessRequest future = new WitnessRequest(301, List.of(), LOG.sign(at(300)));
        assertThat(WitnessRules.answer(future, Optional.of(LOG.key()), Optional.empty()))
                .isInstanceOfSatisfying(
                        Answer.Refuse.class, r -> assertThat(r.status()).isEqualTo(400));
    }

    @Test
    void readsTheRequestThatTheSpecificationShows() throws LedgerFormatException {
        String body = """
                old 20852014
                PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
                jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
                5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
                /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                """;

        WitnessRequest request = WitnessRequest.parse(body.getBytes(StandardCharsets.UTF_8));

        assertThat(request.oldSize()).isEqualTo(20_852_014);
        assertThat(request.proof()).hasSize(4);
        assertThat(request.render()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void refusesOrReadsAnyMutationOfRequestAndProof(long seed) throws Exception {
        Random random = new Random(seed);
        byte[] request = request(8).render().getBytes(StandardCharsets.UTF_8);
        byte[] proof = InclusionProofFile.of(
                        "11".getBytes(StandardCharsets.UTF_8), 11, large.inclusionProof(11), LOG.sign(at(300)))
                .render()
                .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 1000; round++) {
            byte[] bytes = (round % 2 == 0 ? request : proof).clone();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                String read = round % 2 == 0
                        ? WitnessRequest.parse(bytes).render()
                        : InclusionProofFile.parse(bytes).render();
                assertThat(read.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
            } catch (LedgerFormatException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void writesProofsThatProveTheirEntryAndNoOther() throws Exception {
        byte[] leaf = "11".getBytes(StandardCharsets.UTF_8);
        String text = InclusionProofFile.of(leaf, 11, large.inclusionProof(11), LOG.sign(at(300)))
                .render();

        InclusionProofFile proof = InclusionProofFile.parse(text.getBytes(StandardCharsets.UTF_8));

        assertThat(text).startsWith("c2sp.org/tlog-proof@v1\nextra ");
        assertThat(proof.proves(leaf)).isTrue();
        assertThat(proof.extraBytes()).contains(leaf);
        assertThat(proof.proves("12".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThatThrownBy(() -> InclusionProofFile.parse(
                        text.replace("index 11", "index 011").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(LedgerFormatException.class);
    }
}
