package suluh.exports.discordexport;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import suluh.exports.ExportFile;
import suluh.exports.Neighbours;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonTree;

/** Compares what an export says of itself with what is there: its range, its count, its other parts. */
final class ExportChecks {
    private static final Pattern PART = Pattern.compile("(.*) \\[part (\\d{1,6})]\\.json", Pattern.CASE_INSENSITIVE);

    private final ExportFile file;
    private final ReadingTally tally;

    ExportChecks(ExportFile file, ReadingTally tally) {
        this.file = file;
        this.tally = tally;
    }

    void range(JsonTree range, long offset) {
        if (range.textAt("after") != null || range.textAt("before") != null) {
            tally.alarm(
                    ReadingCode.EXPORT_LIMITED,
                    "the export was made for a range of dates only; messages before or after it are not in the file",
                    offset);
        }
    }

    /**
     * The program writes the count last, so that a file cut in any place lacks it.
     *
     * @param stated count that the file states, or -1
     */
    void count(long stated, long found) {
        if (stated < 0) {
            tally.alarm(
                    ReadingCode.COUNT_DIFFERS,
                    "the export states no messageCount, which its program always writes",
                    -1);
        } else if (stated != found) {
            tally.alarm(
                    ReadingCode.COUNT_DIFFERS,
                    "the export states " + stated + " messages; " + found + " were found",
                    -1);
        }
    }

    /** A part but the first names the ones before it by its own number. */
    void parts() throws IOException {
        Matcher matcher = PART.matcher(file.fileName());
        if (!matcher.matches() || !file.neighbours().areKnown()) {
            return;
        }
        int number = Integer.parseInt(matcher.group(2));
        for (int before = 1; before < number; before++) {
            String name = matcher.group(1) + (before == 1 ? "" : String.format(Locale.ROOT, " [part %d]", before));
            if (!file.neighbours().has(Neighbours.beside(file, name + ".json"))) {
                tally.alarm(
                        ReadingCode.PART_MISSING,
                        "this is part " + number + " of an export, and part " + before + " was not handed in",
                        -1);
                return;
            }
        }
    }
}
