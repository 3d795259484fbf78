package suluh.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import suluh.app.host.Durable;
import suluh.core.ledger.TileStore;

/** Tiles as files in the layout of C2SP tlog-tiles. */
final class FileTiles implements TileStore {
    private final Path folder;

    FileTiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public byte[] read(String path) throws IOException {
        return Files.readAllBytes(folder.resolve(path));
    }

    @Override
    public void write(String path, byte[] bytes) throws IOException {
        Durable.write(folder.resolve(path), bytes);
    }
}
