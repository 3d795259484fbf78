package suluh.core.image;

import java.util.Arrays;

/**
 * The frequencies of a picture from which PDQ takes its hash, in every turn, and its quality.
 *
 * <p>Luma, two passes of a Jarosz filter whose window follows from the size of the picture, 64 × 64 samples, a discrete
 * cosine transform of which the frequencies 1 to 16 of each axis are kept (not 0: brightness does not count), and one
 * bit for each of the 256: is it above their median? Quality is the sum of the steps between neighbouring samples,
 * scaled and cut at 100; below {@link #MATCHABLE_QUALITY} a picture has too little structure for its hash to mean
 * anything.
 *
 * <p>Departures from the reference programs: luma is rounded to 8 bits before the filter, and the filter is applied as
 * tents (see {@link TentFilter}); both change a few bits near the median at most. The hashes of the turns are those of
 * the turned picture only nearly, because an even window and the choice of the 64 samples are not symmetric; within 10
 * bits in the tests.
 *
 * <p>Time: about one multiplication a pixel. Memory: 256 bytes a column. Immutable and thread-safe.
 *
 * <p>Source: Facebook, "PDQ and TMK + PDQF", hashing.pdf of ThreatExchange (2019).
 */
public final class PdqTransform {
    /** Lowest quality at which hashes are compared (hashing.pdf recommends 50 of 100). */
    public static final int MATCHABLE_QUALITY = 50;
    /** Smaller pictures have no hash: fewer samples than this say nothing about 16 frequencies. */
    public static final int MIN_SIDE = 5;

    private static final int SIDE = TentFilter.OUTPUTS;
    private static final int KEPT = 16;
    private static final int GRADIENT_SCALE = 90;
    private static final int MAX_QUALITY = 100;
    private static final float[] COSINES = cosines();

    private final float[] frequencies;
    private final int quality;

    private PdqTransform(float[] frequencies, int quality) {
        this.frequencies = frequencies;
        this.quality = quality;
    }

    /** Transforms a picture; one with a side below {@link #MIN_SIDE} has quality 0 and an empty hash. */
    public static PdqTransform of(LumaPlane plane) {
        if (Math.min(plane.width(), plane.height()) < MIN_SIDE) {
            return new PdqTransform(new float[KEPT * KEPT], 0);
        }
        float[] samples = decimate(plane);
        return new PdqTransform(transform(samples), quality(samples));
    }

    /** The hash of the picture as it stands. */
    public PdqHash hash() {
        return hash(Turn.NONE);
    }

    /** The hash of the picture in this turn. */
    public PdqHash hash(Turn turn) {
        float[] turned = new float[KEPT * KEPT];
        for (int i = 0; i < KEPT; i++) {
            for (int j = 0; j < KEPT; j++) {
                float frequency = turn.swapsAxes() ? frequencies[j * KEPT + i] : frequencies[i * KEPT + j];
                // Row i holds frequency i + 1: mirroring turns the sign of the odd ones.
                boolean negative = (turn.mirrorsRows() && i % 2 == 0) ^ (turn.mirrorsColumns() && j % 2 == 0);
                turned[i * KEPT + j] = negative ? -frequency : frequency;
            }
        }
        return bits(turned);
    }

    /** From 0 (flat) to 100. */
    public int quality() {
        return quality;
    }

    /** True when the hash may be compared with others. */
    public boolean isMatchable() {
        return quality >= MATCHABLE_QUALITY;
    }

    private static float[] decimate(LumaPlane plane) {
        int width = plane.width();
        TentFilter rows = new TentFilter(plane.height());
        TentFilter columns = new TentFilter(width);
        float[] samples = new float[SIDE * SIDE];
        float[] sums = new float[width];
        for (int i = 0; i < SIDE; i++) {
            Arrays.fill(sums, 0);
            for (int k = 0; k < rows.count(i); k++) {
                plane.addRow(rows.first(i) + k, rows.weight(i, k), sums, 0);
            }
            for (int j = 0; j < SIDE; j++) {
                samples[i * SIDE + j] = columns.apply(j, sums, 0);
            }
        }
        return samples;
    }

    /** The frequencies 1 to 16 of both axes: C S Cᵀ with the rows of C as cosines. */
    private static float[] transform(float[] samples) {
        float[] half = new float[KEPT * SIDE];
        for (int i = 0; i < KEPT; i++) {
            for (int y = 0; y < SIDE; y++) {
                float cosine = COSINES[i * SIDE + y];
                for (int x = 0; x < SIDE; x++) {
                    half[i * SIDE + x] += cosine * samples[y * SIDE + x];
                }
            }
        }
        float[] kept = new float[KEPT * KEPT];
        for (int i = 0; i < KEPT; i++) {
            for (int j = 0; j < KEPT; j++) {
                float sum = 0;
                for (int x = 0; x < SIDE; x++) {
                    sum += half[i * SIDE + x] * COSINES[j * SIDE + x];
                }
                kept[i * KEPT + j] = sum;
            }
        }
        return kept;
    }

    private static float[] cosines() {
        float[] cosines = new float[KEPT * SIDE];
        double scale = Math.sqrt(2.0 / SIDE);
        for (int i = 0; i < KEPT; i++) {
            for (int x = 0; x < SIDE; x++) {
                cosines[i * SIDE + x] = (float) (scale * Math.cos(Math.PI / 2 / SIDE * (i + 1) * (2 * x + 1)));
            }
        }
        return cosines;
    }

    /** Whole percents of each step, so that noise below one percent does not count. */
    private static int quality(float[] samples) {
        int sum = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                float here = samples[y * SIDE + x];
                sum += y + 1 < SIDE ? step(here, samples[(y + 1) * SIDE + x]) : 0;
                sum += x + 1 < SIDE ? step(here, samples[y * SIDE + x + 1]) : 0;
            }
        }
        return Math.min(MAX_QUALITY, sum / GRADIENT_SCALE);
    }

    private static int step(float a, float b) {
        return Math.abs((int) ((a - b) * 100 / 255));
    }

    private static PdqHash bits(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float median = sorted[values.length / 2 - 1];
        long[] words = new long[values.length / Long.SIZE];
        for (int k = 0; k < values.length; k++) {
            if (values[k] > median) {
                words[words.length - 1 - k / Long.SIZE] |= 1L << (k % Long.SIZE);
            }
        }
        return new PdqHash(words[0], words[1], words[2], words[3]);
    }
}
