package suluh.core.identity.linkage;

/** Fixed hash functions: equal on every machine and in every run. */
public final class Mixing {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Mixing() {}

    /** Bijection of 64 bits that spreads every bit (SplitMix64's finaliser; Steele, Lea and Flood 2014). */
    public static long mix(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Hash of a text, never 0. */
    public static long hash(CharSequence text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        long mixed = mix(hash);
        return mixed == 0 ? 1 : mixed;
    }
}
