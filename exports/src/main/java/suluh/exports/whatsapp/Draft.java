package suluh.exports.whatsapp;

import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourceTime;

/** One message while its lines come by. */
final class Draft {
    /** Longest body kept: the service ends messages at 65,536 characters. */
    private static final int MAX_BODY_CHARS = 4 << 20;

    final SourceTime time;
    final Body head;
    final long start;
    private @Nullable StringBuilder more;
    private long end;
    private boolean cut;

    Draft(SourceTime time, Body head, long start, long end) {
        this.time = time;
        this.head = head;
        this.start = start;
        this.end = end;
    }

    /** Adds a line of the body that ends at byte {@code end}. */
    void add(String line, boolean joined, long end) {
        this.end = end;
        StringBuilder lines = more == null ? new StringBuilder() : more;
        more = lines;
        if (lines.length() + line.length() > MAX_BODY_CHARS) {
            cut = true;
            return;
        }
        if (!joined) {
            lines.append('\n');
        }
        lines.append(line);
    }

    /** Raw text of all lines. */
    String text() {
        return more == null ? head.text() : head.text() + more;
    }

    /** Lines after the first, with the line feed before each. */
    String moreLines() {
        return more == null ? "" : more.toString();
    }

    /** True when the body was longer than what is kept. */
    boolean isCut() {
        return cut;
    }

    long length() {
        return end - start;
    }
}
