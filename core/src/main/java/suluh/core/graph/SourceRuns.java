package suluh.core.graph;

import java.util.ArrayList;
import java.util.List;
import suluh.core.kernel.Workers;

/**
 * Divides the sources of a measure into runs that may go side by side.
 *
 * <p>How many runs there are follows from the graph alone. Each adds up in arrays of its own, which are then joined in the
 * order of runs, so that a value has the same last digit on any number of threads.
 */
final class SourceRuns {
    /** More than processors, so that a slow one does not keep the others waiting. */
    private static final int RUNS = 8;
    /** Sources times edges below which a second thread is not worth waking. */
    private static final long LEAST_WORK = 20_000_000L;
    /** Beyond, the arrays of several runs would take too much of a small heap. */
    private static final int MAX_NODES = 250_000;

    /** What is done with the sources {@code first..end} of one run. */
    interface Body {
        void run(int run, int first, int end);
    }

    private SourceRuns() {}

    /** How many runs so many sources over these rows are divided into, at least 1. */
    static int count(Rows rows, int sources) {
        int nodes = rows.offsets.length - 1;
        long work = (long) sources * rows.offsets[nodes] / 2;
        return work < LEAST_WORK || nodes > MAX_NODES ? 1 : Math.min(RUNS, sources);
    }

    /** Does them all; returns when the last is done. */
    static void run(int runs, int sources, Workers workers, Body body) {
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            int run = i;
            int first = (int) ((long) sources * i / runs);
            int end = (int) ((long) sources * (i + 1) / runs);
            tasks.add(() -> body.run(run, first, end));
        }
        workers.run(tasks);
    }
}
