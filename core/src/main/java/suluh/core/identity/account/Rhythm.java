package suluh.core.identity.account;

import org.jspecify.annotations.Nullable;
import suluh.core.identity.AccountField;

/** Compares when two accounts write: hours of the day, on working days and on weekends. */
final class Rhythm {
    /** Fewer messages make no rhythm. */
    static final int MIN_MESSAGES = 100;

    private static final double ALIKE = 0.9;
    private static final double PARTLY = 0.6;

    private Rhythm() {}

    static @Nullable Agreement compare(AccountTraits x, AccountTraits y) {
        if (x.messages() < MIN_MESSAGES || y.messages() < MIN_MESSAGES) {
            return null;
        }
        double likeness = likeness(x.hours(), y.hours());
        return Agreement.plain(AccountField.RHYTHM, likeness >= ALIKE ? 1 : likeness >= PARTLY ? 2 : 3);
    }

    /** Cosine of the two distributions, each hour smoothed with its neighbours. */
    static double likeness(long[] x, long[] y) {
        double[] a = smoothed(x);
        double[] b = smoothed(y);
        double product = 0;
        double lengthA = 0;
        double lengthB = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            lengthA += a[i] * a[i];
            lengthB += b[i] * b[i];
        }
        return product / Math.sqrt(lengthA * lengthB);
    }

    private static double[] smoothed(long[] hours) {
        double[] smoothed = new double[hours.length];
        int day = hours.length / 2;
        for (int i = 0; i < hours.length; i++) {
            int start = i / day * day;
            int hour = i % day;
            smoothed[i] = hours[i] + 0.5 * (hours[start + (hour + 1) % day] + hours[start + (hour + day - 1) % day]);
        }
        return smoothed;
    }
}
