package suluh.core.ledger;

import java.io.IOException;

/** Keeps tiles by their C2SP tlog-tiles path; the implementation that touches files lies outside core. */
public interface TileStore {
    /** Bytes of the tile; throws {@link java.nio.file.NoSuchFileException} or another IOException when it is not there. */
    byte[] read(String path) throws IOException;

    /** Writes a tile so that after return it is there whole or, after a crash, not at all. */
    void write(String path, byte[] bytes) throws IOException;
}
