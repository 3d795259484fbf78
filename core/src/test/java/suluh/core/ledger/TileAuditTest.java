package suluh.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileAuditTest {
    private final MemoryTiles tiles = new MemoryTiles();

    private Checkpoint log(int size) throws IOException, LedgerFormatException {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(("leaf " + i).getBytes(StandardCharsets.UTF_8));
        }
        TileTree tree = new TileTree(tiles, 0);
        for (int from = 0; from < size; from += 1000) {
            tree = tree.append(leaves.subList(from, Math.min(size, from + 1000)));
        }
        return new Checkpoint("log.test", size, tree.root());
    }

    private TileAudit.Result audit(Checkpoint checkpoint) throws IOException {
        return TileAudit.run(tiles, checkpoint, (index, leaf) -> Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 70_000})
    void findsNothingWrongWithAGoodLog(int size) throws Exception {
        assertThat(audit(log(size)).fault()).isEmpty();
        assertThat(audit(log(size)).entries()).isEqualTo(size);
    }

    @Test
    void namesAnyTileThatIsChangedCutOrMissing() throws Exception {
        Checkpoint checkpoint = log(600);
        List<String> used = List.of(
                "tile/0/000",
                "tile/0/001",
                "tile/0/002.p/88",
                "tile/1/000.p/2",
                "tile/entries/000",
                "tile/entries/001",
                "tile/entries/002.p/88");
        for (String path : used) {
            byte[] good = tiles.read(path);
            byte[] changed = good.clone();
            changed[changed.length - 1] ^= 1;
            tiles.write(path, changed);
            assertThat(audit(checkpoint).fault()).as("changed %s", path).isPresent();
            tiles.write(path, java.util.Arrays.copyOf(good, good.length - 1));
            assertThat(audit(checkpoint).fault()).as("cut %s", path).isPresent();
            tiles.tiles.remove(path);
            assertThat(audit(checkpoint).fault())
                    .as("without %s", path)
                    .hasValueSatisfying(fault -> assertThat(fault).contains(path));
            tiles.write(path, good);
        }
        assertThat(audit(checkpoint).fault()).isEmpty();
    }

    @Test
    void findsSwappedLeavesAndAnotherRoot() throws Exception {
        Checkpoint checkpoint = log(10);
        byte[] entries = tiles.read("tile/entries/000.p/10");
        byte[] swapped = entries.clone();
        swapped[2 + 5] = '1';
        swapped[2 + 6 + 2 + 5] = '0';
        tiles.write("tile/entries/000.p/10", swapped);
        assertThat(audit(checkpoint).fault())
                .hasValueSatisfying(f -> assertThat(f).contains("tile/0/000.p/10"));
        tiles.write("tile/entries/000.p/10", entries);

        Checkpoint other = new Checkpoint("log.test", 10, MerkleHash.EMPTY_ROOT);
        assertThat(audit(other).fault()).hasValueSatisfying(f -> assertThat(f).contains("checkpoint of 10"));
    }
}
