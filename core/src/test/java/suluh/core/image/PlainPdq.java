package suluh.core.image;

import java.util.Arrays;

/** PDQ step by step in double precision, as slow as its description: boxes in turn, full cosine sums. */
final class PlainPdq {
    private PlainPdq() {}

    static PdqHash hash(LumaPlane plane) {
        double[][] samples = decimated(plane);
        double[] kept = new double[256];
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 16; j++) {
                for (int y = 0; y < 64; y++) {
                    for (int x = 0; x < 64; x++) {
                        kept[16 * i + j] += samples[y][x]
                                * Math.cos(Math.PI * (i + 1) * (2 * y + 1) / 128)
                                * Math.cos(Math.PI * (j + 1) * (2 * x + 1) / 128);
                    }
                }
            }
        }
        double[] sorted = kept.clone();
        Arrays.sort(sorted);
        StringBuilder digits = new StringBuilder();
        for (int bit = 255; bit >= 0; bit--) {
            digits.append(kept[bit] > sorted[127] ? '1' : '0');
        }
        return PdqHash.parse(String.format("%064x", new java.math.BigInteger(digits.toString(), 2)))
                .orElseThrow();
    }

    static int quality(LumaPlane plane) {
        double[][] samples = decimated(plane);
        int sum = 0;
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                sum += y < 63 ? (int) Math.abs((samples[y][x] - samples[y + 1][x]) * 100 / 255) : 0;
                sum += x < 63 ? (int) Math.abs((samples[y][x] - samples[y][x + 1]) * 100 / 255) : 0;
            }
        }
        return Math.min(100, sum / 90);
    }

    private static double[][] decimated(LumaPlane plane) {
        double[][] picture = new double[plane.height()][plane.width()];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                picture[y][x] = plane.at(x, y);
            }
        }
        for (int pass = 0; pass < 2; pass++) {
            for (int y = 0; y < plane.height(); y++) {
                picture[y] = boxed(picture[y]);
            }
            picture = transposed(picture);
            for (int x = 0; x < plane.width(); x++) {
                picture[x] = boxed(picture[x]);
            }
            picture = transposed(picture);
        }
        double[][] samples = new double[64][64];
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                samples[i][j] =
                        picture[(int) ((i + 0.5) * plane.height() / 64)][(int) ((j + 0.5) * plane.width() / 64)];
            }
        }
        return samples;
    }

    /** Box of ceil(n / 128) samples; an even one reaches further to the right. */
    private static double[] boxed(double[] line) {
        int window = (line.length + 127) / 128;
        double[] out = new double[line.length];
        for (int i = 0; i < line.length; i++) {
            int from = Math.max(0, i - (window - 1) / 2);
            int until = Math.min(line.length, i + window / 2 + 1);
            out[i] = Arrays.stream(line, from, until).average().orElseThrow();
        }
        return out;
    }

    private static double[][] transposed(double[][] picture) {
        double[][] out = new double[picture[0].length][picture.length];
        for (int y = 0; y < picture.length; y++) {
            for (int x = 0; x < picture[0].length; x++) {
                out[x][y] = picture[y][x];
            }
        }
        return out;
    }
}
