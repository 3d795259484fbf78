package suluh.core.image;

import java.util.SplittableRandom;

/** Generated pictures: waves of random direction and strength, as landscapes have them, and flat ones. */
final class Patterns {
    private Patterns() {}

    /** A picture of this size from this seed: forty waves, the long ones strongest. */
    static LumaPlane waves(long seed, int width, int height) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] sums = new double[width * height];
        for (int wave = 0; wave < 40; wave++) {
            double along = random.nextDouble(-12, 12);
            double down = random.nextDouble(-12, 12);
            double phase = random.nextDouble(2 * Math.PI);
            add(sums, width, height, 60 / (1 + Math.hypot(along, down)), along, down, phase);
        }
        byte[] samples = new byte[sums.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.clamp(Math.round(128 + sums[i]), 0, 255);
        }
        return new LumaPlane(width, height, samples);
    }

    /** cos(a + b) as products, so that a large picture costs no large number of cosines. */
    private static void add(
            double[] sums, int width, int height, double strength, double along, double down, double phase) {
        double[] cosines = new double[width];
        double[] sines = new double[width];
        for (int x = 0; x < width; x++) {
            cosines[x] = Math.cos(2 * Math.PI * along * x / width);
            sines[x] = Math.sin(2 * Math.PI * along * x / width);
        }
        for (int y = 0; y < height; y++) {
            double cosine = strength * Math.cos(2 * Math.PI * down * y / height + phase);
            double sine = strength * Math.sin(2 * Math.PI * down * y / height + phase);
            for (int x = 0; x < width; x++) {
                sums[y * width + x] += cosine * cosines[x] - sine * sines[x];
            }
        }
    }

    static LumaPlane flat(int width, int height, int level) {
        byte[] samples = new byte[width * height];
        java.util.Arrays.fill(samples, (byte) level);
        return new LumaPlane(width, height, samples);
    }

    static PdqHash randomHash(SplittableRandom random) {
        return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    /** The hash with this many different bits turned over. */
    static PdqHash changed(PdqHash hash, int bits, SplittableRandom random) {
        long[] words = {hash.w0(), hash.w1(), hash.w2(), hash.w3()};
        java.util.BitSet turned = new java.util.BitSet(PdqHash.BITS);
        while (turned.cardinality() < bits) {
            turned.set(random.nextInt(PdqHash.BITS));
        }
        turned.stream().forEach(bit -> words[bit / 64] ^= 1L << (bit % 64));
        return new PdqHash(words[0], words[1], words[2], words[3]);
    }
}
