package suluh.exports.synth;

import java.io.IOException;
import java.io.OutputStream;

/** Place that files of a probe are written to; the caller decides whether that is a disk. */
@FunctionalInterface
public interface OutputFolder {
    /**
     * A new file, to be written from its beginning and closed by the writer before the next is asked for.
     *
     * @param relativePath segments joined by {@code /}, never absolute, never containing {@code ..}
     */
    OutputStream create(String relativePath) throws IOException;
}
