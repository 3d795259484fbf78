package suluh.core.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.util.SortedSet;

/** A bundle to read, wherever it lies; nothing in it is trusted. */
public interface BundleFolder {
    /** Paths of all files, {@code /} as separator; a link or a special file is an error. */
    SortedSet<String> paths() throws IOException;

    /** Bytes of one of {@link #paths}. */
    InputStream open(String path) throws IOException;
}
