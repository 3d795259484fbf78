package suluh.core.kernel;

import java.util.List;

/**
 * Runs independent tasks and returns when all are done; whether side by side is the caller's choice.
 *
 * <p>Each task writes to a place of its own and places are read in order, so that the result is the same on any number
 * of threads.
 */
@FunctionalInterface
public interface Workers {
    /** One task after the other, on the calling thread. */
    Workers ONE = tasks -> tasks.forEach(Runnable::run);

    void run(List<? extends Runnable> tasks);
}
