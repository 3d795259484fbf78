package suluh.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.kernel.Sha256Digest;

class TileTreeTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithTheDefinitionHoweverLeavesArrive(long seed) throws IOException, LedgerFormatException {
        Random random = new Random(seed);
        List<byte[]> leaves = leaves(1 + random.nextInt(1500));
        MemoryTiles tiles = new MemoryTiles();
        TileTree tree = new TileTree(tiles, 0);
        for (int from = 0; from < leaves.size(); ) {
            int to = Math.min(leaves.size(), from + 1 + random.nextInt(300));
            tree = tree.append(leaves.subList(from, to));
            from = to;
            assertThat(tree.root()).isEqualTo(model(leaves.subList(0, to)));
        }
        long middle = leaves.size() / 2;

        assertThat(tree.entry(middle)).isEqualTo(leaves.get((int) middle));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513, 1000})
    void provesEachLeafAndNoOther(int size) throws IOException, LedgerFormatException {
        List<byte[]> leaves = leaves(size);
        TileTree tree = new TileTree(new MemoryTiles(), 0).append(leaves);
        Sha256Digest root = tree.root();
        for (int index = 0; index < size; index += 1 + size / 50) {
            List<Sha256Digest> path = tree.inclusionProof(index);
            Sha256Digest leaf = MerkleHash.leaf(leaves.get(index));

            assertThat(MerkleProof.includes(leaf, index, size, path, root)).isTrue();
            assertThat(MerkleProof.includes(leaf, index + 1L, size, path, root)).isFalse();
            assertThat(MerkleProof.includes(MerkleHash.leaf(new byte[] {9}), index, size, path, root))
                    .isFalse();
            if (!path.isEmpty()) {
                assertThat(MerkleProof.includes(leaf, index, size, path.subList(0, path.size() - 1), root))
                        .as("a proof that ends early")
                        .isFalse();
            }
            List<Sha256Digest> longer = new ArrayList<>(path);
            longer.add(root);
            assertThat(MerkleProof.includes(leaf, index, size, longer, root)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8, 255, 256, 300, 515})
    void provesThatALaterTreeBeginsWithAnEarlierOne(int size) throws IOException, LedgerFormatException {
        List<byte[]> leaves = leaves(size);
        TileTree tree = new TileTree(new MemoryTiles(), 0).append(leaves);
        Sha256Digest root = tree.root();
        for (int old = 0; old <= size; old += 1 + size / 40) {
            Sha256Digest oldRoot = model(leaves.subList(0, old));
            List<Sha256Digest> proof = tree.consistencyProof(old);

            assertThat(MerkleProof.isConsistent(old, oldRoot, size, root, proof))
                    .isTrue();
            if (old > 0) {
                Sha256Digest other = MerkleHash.leaf(new byte[] {7});
                assertThat(MerkleProof.isConsistent(old, other, size, root, proof))
                        .isFalse();
            }
            if (!proof.isEmpty()) {
                assertThat(MerkleProof.isConsistent(old, oldRoot, size, root, proof.subList(0, proof.size() - 1)))
                        .as("a proof that ends early")
                        .isFalse();
            }
        }
    }

    @Test
    void writesTheSameTilesWhenTheSameLeavesComeAgain() throws IOException, LedgerFormatException {
        MemoryTiles once = new MemoryTiles();
        MemoryTiles twice = new MemoryTiles();
        TileTree start = new TileTree(once, 0).append(leaves(300));
        new TileTree(twice, 0).append(leaves(300));
        new TileTree(twice, 0).append(leaves(300));

        assertThat(twice.tiles.keySet()).isEqualTo(once.tiles.keySet());
        once.tiles.forEach((path, bytes) -> assertThat(twice.tiles.get(path)).isEqualTo(bytes));
        assertThat(start.size()).isEqualTo(300);
    }

    /** C2SP tlog-tiles, on paths. */
    @ParameterizedTest
    @CsvSource({
        "0, 1234067, 256, tile/0/x001/x234/067",
        "1, 0, 1, tile/1/000.p/1",
        "2, 999, 255, tile/2/999.p/255",
        "0, 1000, 256, tile/0/x001/000"
    })
    void spellsPathsAsTheSpecification(int level, long index, int width, String path) {
        assertThat(TilePath.hashes(level, index, width)).isEqualTo(path);
    }

    private static Sha256Digest model(List<byte[]> leaves) {
        return MerkleHash.root(leaves.stream().map(MerkleHash::leaf).toList());
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ByteBuffer.allocate(4).putInt(i).array())
                .toList();
    }
}
