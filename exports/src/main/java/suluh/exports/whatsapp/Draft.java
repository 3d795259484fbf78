package suluh.exports.whatsapp;

import suluh.core.observation.SourceTime;

/** One message while its lines come by. */
final class Draft {
    /** Longest body kept: the service ends messages at 65,536 characters. */
    private static final int MAX_BODY_CHARS = 4 << 20;

    final SourceTime time;
    final Body head;
    final long start;
    private final StringBuilder more = new StringBuilder(0);
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
        if (more.length() + line.length() > MAX_BODY_CHARS) {
            cut = true;
            return;
        }
        if (!joined) {
            more.append('\n');
        }
        more.append(line);
    }

    /** Raw text of all lines. */
    String text() {
        return more.isEmpty() ? head.text() : head.text() + more;
    }

    /** Lines after the first, with the line feed before each. */
    String moreLines() {
        return more.toString();
    }

    /** True when the body was longer than what is kept. */
    boolean isCut() {
        return cut;
    }

    long length() {
        return end - start;
    }
}
