package suluh.exports.synth;

import java.util.ArrayList;
import java.util.List;

/** Counts what was written, by file. Grows with files, not with messages. */
final class Tally {
    /**
     * Messages of one file.
     *
     * @param format form of the file, for example {@code telegram-json}
     * @param path from the root of the output, {@code !/} between a zip and what is in it
     */
    record FileCount(String format, String path, long messages) {}

    private final List<FileCount> files = new ArrayList<>();
    private long messages;
    private int fileCount;

    void fileWritten() {
        fileCount++;
    }

    void count(String format, String path, long count) {
        files.add(new FileCount(format, path, count));
        messages += count;
    }

    List<FileCount> files() {
        return files;
    }

    long messages() {
        return messages;
    }

    /** Files in the output, a zip being one. */
    int fileCount() {
        return fileCount;
    }
}
