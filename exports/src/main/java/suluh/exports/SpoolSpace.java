package suluh.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Gives room outside the heap for bytes that are read more than once. */
@FunctionalInterface
public interface SpoolSpace {
    /** Fresh, empty room that nobody else sees; empty when there is none, and the archive is unpacked again instead. */
    Optional<Spool> newSpool() throws IOException;

    /** Bytes set aside; written once, then read any number of times; {@code close} discards them. */
    interface Spool extends AutoCloseable {
        /** Stream to write the bytes to; close it before reading. */
        OutputStream write() throws IOException;

        /** The bytes from the first. */
        InputStream open() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** No room: an entry too large for memory is unpacked again for each pass. */
    static SpoolSpace none() {
        return Optional::empty;
    }
}
