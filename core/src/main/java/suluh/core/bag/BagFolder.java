package suluh.core.bag;

import java.io.IOException;
import java.io.InputStream;
import java.util.SortedSet;

/** A bag to read, wherever it lies; nothing in it is trusted. */
public interface BagFolder {
    /** Paths of all files, {@code /} as separator; a link or a special file is an error. */
    SortedSet<String> paths() throws IOException;

    /** Bytes of one of {@link #paths}. */
    InputStream open(String path) throws IOException;
}
