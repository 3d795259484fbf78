package suluh.core.identity.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import suluh.core.identity.field.BlockForm;

/**
 * Chooses the blocking keys of a table: few comparisons, many ways for a true pair to meet.
 *
 * <p>Every combination of up to three parts of different columns is a candidate. Its cost is the number of pairs that it
 * makes, measured on a sample; its worth is the share of simulated true pairs that agree on it and on none of the keys
 * before. Keys are taken greedily by worth for cost (budgeted maximum coverage; Khuller, Moss and Naor 1999) until
 * {@value #ENOUGH} of the simulated pairs meet or the budget of {@value #PAIRS_PER_RECORD} comparisons a record is spent,
 * which is what keeps the cost of the whole linear.
 */
final class BlockPlan {
    static final int MAX_KEYS = 14;
    static final int PAIRS_PER_RECORD = 20;
    /** Tables of a few thousand records can afford more for each, but never all pairs by one key. */
    private static final long SMALL_BUDGET = 2_000_000;

    private static final double MAX_SHARE_OF_ALL_PAIRS = 0.1;
    private static final double ENOUGH = 0.999;
    private static final double LEAST_WORTH = 0.0005;
    private static final int SAMPLE_RECORDS = 5_000;
    private static final int TRIALS = 4_096;
    /** Of values that differ as wholes, how many agree in a part. */
    private static final double PART_SURVIVES = 0.5;
    /** Simulated pairs agree less often than is expected of true ones: dirtier records must meet too. */
    private static final double DIRTIER = 0.8;

    private record Candidate(BlockKey key, double pairs, BitSet met) {}

    private final RecordTable table;
    private final BlockHashes hashes;
    private final SplittableRandom random;
    private final int[] sample;
    private final double pairsPerSamplePair;
    private final List<BlockKey.Part> parts = new ArrayList<>();
    private final List<BitSet> agreements = new ArrayList<>();

    private BlockPlan(RecordTable table, BlockHashes hashes, long seed) {
        this.table = table;
        this.hashes = hashes;
        this.random = new SplittableRandom(seed);
        int size = Math.min(SAMPLE_RECORDS, table.size());
        this.sample = size == table.size()
                ? java.util.stream.IntStream.range(0, size).toArray()
                : random.ints(0, table.size()).distinct().limit(size).toArray();
        this.pairsPerSamplePair = table.pairs() / Math.max(1, size * (size - 1.0) / 2);
        for (int column = 0; column < table.columnCount(); column++) {
            simulate(column);
        }
    }

    /** Keys for this table, the most worthwhile first. */
    static List<BlockKey> choose(RecordTable table, BlockHashes hashes, long seed) {
        return new BlockPlan(table, hashes, seed).choose();
    }

    private void simulate(int column) {
        double present = 1 - (double) table.missing(column) / Math.max(1, table.size());
        double equal = DIRTIER * table.fields().get(column).type().equalAmongMatches();
        BitSet whole = new BitSet(TRIALS);
        BitSet differing = new BitSet(TRIALS);
        for (int trial = 0; trial < TRIALS; trial++) {
            if (random.nextDouble() < present * present) {
                boolean agrees = random.nextDouble() < equal;
                whole.set(trial, agrees);
                differing.set(trial, !agrees);
            }
        }
        for (BlockForm form : BlockForm.values()) {
            double share = hashes.share(column, form);
            if (share > 0) {
                parts.add(new BlockKey.Part(column, form));
                agreements.add(form == BlockForm.WHOLE ? whole : partly(whole, differing, share));
            }
        }
    }

    /** Trials that agree in a part which only this share of the values has. */
    private BitSet partly(BitSet whole, BitSet differing, double share) {
        BitSet agreeing = new BitSet(TRIALS);
        for (int trial = 0; trial < TRIALS; trial++) {
            boolean agrees = whole.get(trial) || (differing.get(trial) && random.nextDouble() < PART_SURVIVES);
            agreeing.set(trial, random.nextDouble() < share && agrees);
        }
        return agreeing;
    }

    private List<BlockKey> choose() {
        double budget = Math.max(SMALL_BUDGET, (double) PAIRS_PER_RECORD * table.size());
        double perKey = Math.min(budget, table.pairs() * MAX_SHARE_OF_ALL_PAIRS);
        List<Candidate> candidates = candidates(perKey);
        List<BlockKey> chosen = new ArrayList<>();
        BitSet met = new BitSet(TRIALS);
        double spent = 0;
        while (chosen.size() < MAX_KEYS && met.cardinality() < ENOUGH * TRIALS) {
            Candidate best = null;
            double bestRate = 0;
            for (Candidate candidate : candidates) {
                BitSet fresh = (BitSet) candidate.met().clone();
                fresh.andNot(met);
                double worth = (double) fresh.cardinality() / TRIALS;
                double rate = worth / (candidate.pairs() + table.size());
                if (worth >= LEAST_WORTH && rate > bestRate && spent + candidate.pairs() <= budget) {
                    best = candidate;
                    bestRate = rate;
                }
            }
            if (best == null) {
                break;
            }
            chosen.add(best.key());
            met.or(best.met());
            spent += best.pairs();
        }
        return chosen;
    }

    private List<Candidate> candidates(double most) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (add(candidates, most, i)) {
                continue;
            }
            for (int j = i + 1; j < parts.size(); j++) {
                if (parts.get(i).column() == parts.get(j).column() || add(candidates, most, i, j)) {
                    continue;
                }
                for (int k = j + 1; k < parts.size(); k++) {
                    if (parts.get(k).column() != parts.get(j).column()
                            && parts.get(k).form() == BlockForm.WHOLE
                            && parts.get(j).form() == BlockForm.WHOLE) {
                        add(candidates, most, i, j, k);
                    }
                }
            }
        }
        return candidates;
    }

    /** Adds the key of these parts when it makes few enough pairs; a longer key of the same parts is then needless. */
    private boolean add(List<Candidate> candidates, double most, int... places) {
        List<BlockKey.Part> chosen = new ArrayList<>();
        BitSet met = (BitSet) agreements.get(places[0]).clone();
        for (int place : places) {
            chosen.add(parts.get(place));
            met.and(agreements.get(place));
        }
        BlockKey key = new BlockKey(chosen);
        double pairs = pairsPerSamplePair * pairs(hashes.hashes(key, sample));
        if (pairs > most) {
            return false;
        }
        candidates.add(new Candidate(key, pairs, met));
        return pairs <= table.size();
    }

    private static double pairs(int[] hashes) {
        int[] sorted = hashes.clone();
        Arrays.sort(sorted);
        double pairs = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                double count = i - start;
                if (sorted[start] != 0) {
                    pairs += count * (count - 1) / 2;
                }
                start = i;
            }
        }
        return pairs;
    }
}
