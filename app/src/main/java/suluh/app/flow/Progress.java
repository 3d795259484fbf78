package suluh.app.flow;

/** Hears how far long work has come; a door shows it. */
public interface Progress {
    /** A new step begins; {@code total} is its size in its own unit, or 0 when unknown. */
    void step(String title, long total);

    /** The step has come this far, in the same unit. */
    void advance(long done);

    /** Nobody listens. */
    Progress SILENT = new Progress() {
        @Override
        public void step(String title, long total) {}

        @Override
        public void advance(long done) {}
    };
}
