package suluh.exports.archive;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.FileReading;
import suluh.core.observation.ReadingAlarm;
import suluh.exports.ExportFile;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.SpoolSpace;

/** A gzip file as an archive of one file: what all its members unpack to. */
final class GzipFile {
    static final String FORMAT = "gzip";

    private static final String ENDING = ".gz";

    private GzipFile() {}

    /** Name of the file inside a gzip file of this name: without its {@code .gz}. */
    static String innerName(String name) {
        boolean ends = name.toLowerCase(Locale.ROOT).endsWith(ENDING) && name.length() > ENDING.length();
        return ends ? name.substring(0, name.length() - ENDING.length()) : name + ".unpacked";
    }

    /** Hands the file to the consumer, whole or as far as it unpacks. */
    static FileReading read(ExportFile gzip, Unpacking unpacking, SpoolSpace spools, EntryConsumer consumer)
            throws IOException {
        ReadingTally tally = new ReadingTally(gzip, FORMAT, observation -> {});
        String name = innerName(gzip.fileName());
        try (GzipMembers in = new GzipMembers(gzip.open());
                EntryHolding holding = new EntryHolding(spools)) {
            @Nullable ReadingAlarm damage = unpacking.drain(in, in::packedBytes, name, holding);
            consumer.accept(holding.file(gzip, name, gzip.neighbours()), damage);
            if (damage == null) {
                tally.recordRead();
            } else {
                tally.recordNotUnderstood();
                tally.damaged(ReadingCode.valueOf(damage.code().name()), damage.message(), in.packedBytes());
            }
        }
        return tally.finish();
    }
}
