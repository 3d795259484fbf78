package suluh.core.observation;

/** Takes observations one by one, in reading order; never called by two threads at once. */
@FunctionalInterface
public interface ObservationSink {
    void accept(Observation observation);
}
