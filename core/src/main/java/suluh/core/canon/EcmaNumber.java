package suluh.core.canon;

import java.math.BigDecimal;

/**
 * The one text of a double: ECMAScript's Number::toString, as RFC 8785 (3.2.2.3) prescribes.
 *
 * <p>{@link Double#toString} yields the shortest digits that read back as the same double, but never fewer than two;
 * where one digit would do (5e-324), that is looked for here.
 */
final class EcmaNumber {
    /** Whole numbers below are their digits, each of which a double holds. */
    private static final double MAX_WHOLE = 1L << 53;

    private EcmaNumber() {}

    static String text(double value) {
        long whole = (long) value;
        if (whole == value && Math.abs(value) < MAX_WHOLE) {
            return Long.toString(whole);
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int pointAfter = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + layout(digits, pointAfter);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() != 2) {
            return decimal;
        }
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(1 - decimal.scale());
        BigDecimal below = decimal.subtract(decimal.remainder(step));
        BigDecimal above = below.add(step);
        boolean belowReads = below.signum() > 0 && below.doubleValue() == value;
        boolean aboveReads = above.doubleValue() == value;
        if (belowReads && aboveReads) {
            BigDecimal exact = new BigDecimal(value);
            boolean belowIsNearer = exact.subtract(below).compareTo(above.subtract(exact)) <= 0;
            return (belowIsNearer ? below : above).stripTrailingZeros();
        }
        return belowReads ? below.stripTrailingZeros() : aboveReads ? above.stripTrailingZeros() : decimal;
    }

    /** ECMA-262, 6.1.6.1.20: {@code pointAfter} is n, the digits' count is k. */
    private static String layout(String digits, int pointAfter) {
        int count = digits.length();
        if (count <= pointAfter && pointAfter <= 21) {
            return digits + "0".repeat(pointAfter - count);
        }
        if (0 < pointAfter && pointAfter <= 21) {
            return digits.substring(0, pointAfter) + "." + digits.substring(pointAfter);
        }
        if (-6 < pointAfter && pointAfter <= 0) {
            return "0." + "0".repeat(-pointAfter) + digits;
        }
        int exponent = pointAfter - 1;
        String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
