package suluh.core.canon;

/**
 * A JSON number: an IEEE 754 double, as RFC 8785 (3.2.2.3) requires.
 *
 * @param value finite; negative zero becomes zero
 */
public record JsonNumber(double value) implements JsonValue {
    private static final double MAX_WHOLE = 9_007_199_254_740_991d;

    public JsonNumber {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("JSON has no number for " + value);
        }
        value = value == 0 ? 0.0 : value;
    }

    /** The whole number; throws {@link IllegalArgumentException} beyond ±(2^53 − 1). */
    public static JsonNumber of(long whole) {
        if (Math.abs((double) whole) > MAX_WHOLE) {
            throw new IllegalArgumentException("write as text what a double cannot hold exactly: " + whole);
        }
        return new JsonNumber(whole);
    }

    /** True when the value is whole and exact. */
    public boolean isWhole() {
        return value == Math.rint(value) && Math.abs(value) <= MAX_WHOLE;
    }

    /** The whole value; throws {@link ArithmeticException} when it is not {@link #isWhole()}. */
    public long whole() {
        if (!isWhole()) {
            throw new ArithmeticException("not a whole number: " + value);
        }
        return (long) value;
    }
}
