package suluh.bench;

/**
 * One line of a measurement.
 *
 * @param name what was measured
 * @param seconds wall time
 * @param detail figures beside the time, such as a rate
 * @param target what it is held against, or empty
 * @param met true when the target was met or there is none
 */
record Measurement(String name, double seconds, String detail, String target, boolean met) {}
