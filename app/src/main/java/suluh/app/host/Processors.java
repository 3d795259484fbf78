package suluh.app.host;

import suluh.core.kernel.Workers;

/** The processors of this machine, for the rooms of core, which start no threads themselves. */
public final class Processors {
    /** Tasks side by side, as many as there are processors; the calling thread helps. */
    public static final Workers ALL = tasks -> tasks.parallelStream().forEach(Runnable::run);

    private Processors() {}
}
