package suluh.core.ledger;

import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.TreeMap;

/** Tiles in memory. */
final class MemoryTiles implements TileStore {
    final Map<String, byte[]> tiles = new TreeMap<>();

    @Override
    public byte[] read(String path) throws NoSuchFileException {
        byte[] bytes = tiles.get(path);
        if (bytes == null) {
            throw new NoSuchFileException(path);
        }
        return bytes.clone();
    }

    @Override
    public void write(String path, byte[] bytes) {
        tiles.put(path, bytes.clone());
    }
}
