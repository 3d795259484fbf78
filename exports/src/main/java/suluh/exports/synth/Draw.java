package suluh.exports.synth;

/**
 * Repeatable random numbers: a stream, and a function of seed and position.
 *
 * <p>The position form lets any message be made without making those before it, so that newest-first parts and
 * excerpts of one conversation need no memory.
 *
 * <p>Source: the SplitMix64 finaliser and increment of Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014.
 */
final class Draw {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long seed;
    private long position;

    Draw(long seed) {
        this.seed = seed;
    }

    /** 64 bits that depend on {@code seed} and {@code position} only. */
    static long at(long seed, long position) {
        long z = seed + GOLDEN_GAMMA * (position + 1);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** {@code bits} taken as a fraction of 2^64, scaled to {@code 0..bound-1}. */
    static int below(long bits, int bound) {
        return (int) Math.unsignedMultiplyHigh(bits, bound);
    }

    long next() {
        return at(seed, position++);
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return below(next(), bound);
    }
}
