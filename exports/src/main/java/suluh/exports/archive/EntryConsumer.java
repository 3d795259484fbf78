package suluh.exports.archive;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ReadingAlarm;
import suluh.exports.ExportFile;

/** Takes the files of an archive one by one; an entry's bytes are there only during the call. */
@FunctionalInterface
public interface EntryConsumer {
    /** @param damage why the entry is not whole, or null when it is */
    void accept(ExportFile entry, @Nullable ReadingAlarm damage) throws IOException;
}
