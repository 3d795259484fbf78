package suluh.core.image;

/**
 * Brightness of a picture, one byte a pixel.
 *
 * <p>Samples run from 0 (black) to 255, row by row from the top left. Immutable as long as the array that was handed
 * over is left alone: a plane of a large picture is not worth a copy. Thread-safe.
 */
public final class LumaPlane {
    private final int width;
    private final int height;
    private final byte[] samples;

    /**
     * A plane over these samples.
     *
     * @param samples {@code width * height} bytes; they pass to the plane, the caller keeps no hold on them
     */
    public LumaPlane(int width, int height, byte[] samples) {
        if (width < 1 || height < 1 || (long) width * height != samples.length) {
            throw new IllegalArgumentException(
                    "expected width * height samples, found " + samples.length + " for " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.samples = samples;
    }

    /** Luma of a colour with components from 0 to 255 (ITU-R BT.601, as JPEG uses it), rounded. */
    public static int luma(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Sample from 0 to 255 at this place. */
    public int at(int x, int y) {
        return samples[y * width + x] & 0xFF;
    }

    /** The same picture, turned or mirrored; a new plane. */
    public LumaPlane turned(Turn turn) {
        int w = turn.swapsAxes() ? height : width;
        int h = turn.swapsAxes() ? width : height;
        byte[] out = new byte[samples.length];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int u = turn.mirrorsColumns() ? w - 1 - x : x;
                int v = turn.mirrorsRows() ? h - 1 - y : y;
                out[y * w + x] = turn.swapsAxes() ? samples[u * width + v] : samples[v * width + u];
            }
        }
        return new LumaPlane(w, h, out);
    }

    /** Adds {@code weight} times row {@code y} to {@code sums[offset..offset+width)}. */
    void addRow(int y, float weight, float[] sums, int offset) {
        int from = y * width;
        for (int x = 0; x < width; x++) {
            sums[offset + x] += weight * (samples[from + x] & 0xFF);
        }
    }
}
