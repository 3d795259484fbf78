package suluh.bench;

import java.util.SplittableRandom;
import suluh.core.image.PdqHash;
import suluh.core.image.RecordColumn;

/** Hashes in clusters as lists have them: most pictures once or a few times, some thousands of times. */
final class ClusteredHashes {
    private static final int COPY_BITS = 31;
    private static final int MANY_COPIES = 5_000;
    private static final int CLUSTERS_FOR_EACH_LARGE_ONE = 20_000;
    private static final int FEW_COPIES = 8;

    private ClusteredHashes() {}

    /**
     * Adds clusters until the column has {@code size} hashes; copies are up to 30 bits apart from their centre.
     *
     * @return the last {@code kept} centres, in no order that means anything
     */
    static PdqHash[] fill(RecordColumn column, int size, int kept, SplittableRandom random) {
        PdqHash[] centres = new PdqHash[kept];
        for (int cluster = 0; column.size() < size; cluster++) {
            PdqHash centre = hash(random);
            centres[cluster % kept] = centre;
            int copies = cluster % CLUSTERS_FOR_EACH_LARGE_ONE == 0 ? MANY_COPIES : 1 + random.nextInt(FEW_COPIES);
            for (int i = 0; i < copies && column.size() < size; i++) {
                column.add(changed(centre, random.nextInt(COPY_BITS), random));
            }
        }
        return centres;
    }

    /** A hash of no picture. */
    static PdqHash hash(SplittableRandom random) {
        return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    /** The hash with up to so many bits changed. */
    static PdqHash changed(PdqHash hash, int bits, SplittableRandom random) {
        long[] words = {hash.w0(), hash.w1(), hash.w2(), hash.w3()};
        for (int i = 0; i < bits; i++) {
            int bit = random.nextInt(PdqHash.BITS);
            words[bit / Long.SIZE] ^= 1L << (bit % Long.SIZE);
        }
        return new PdqHash(words[0], words[1], words[2], words[3]);
    }
}
