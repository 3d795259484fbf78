package suluh.core.conversation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The published model {@value #MODEL}: additive in log-odds over the families that one sender's messages show.
 *
 * <p>Each weight stands in {@code weights.txt} with its reason. Immutable.
 */
public final class CueWeights {
    public static final String MODEL = "suluh-cues-1";

    static final double LOOK_NOW = 0.75;
    static final double LOOK = 0.35;

    private final Map<CueFamily, Double> families = new EnumMap<>(CueFamily.class);
    private final Map<String, Double> others = new HashMap<>();

    private CueWeights() {}

    /** The weights that come with Suluh. */
    public static CueWeights standard() {
        CueWeights weights = new CueWeights();
        for (String line : Tables.lines("weights.txt")) {
            String[] parts = line.substring(0, line.indexOf('#')).split("=", 2);
            weights.others.put(parts[0].strip(), Double.valueOf(parts[1].strip()));
        }
        for (CueFamily family : CueFamily.values()) {
            weights.families.put(family, weights.of(family.name()));
        }
        return weights;
    }

    /**
     * Score of one sender, 0 to 1, rounded to four decimals so that it prints the same everywhere.
     *
     * @param counts passages found of each family, by family
     * @param addressedAsFamily true when the other side calls the sender mum, dad or the like
     */
    double score(Map<CueFamily, Integer> counts, boolean addressedAsFamily) {
        double odds = of("bias");
        int shown = 0;
        for (CueFamily family : CueFamily.values()) {
            int count = counts.getOrDefault(family, 0);
            if (count > 0) {
                shown++;
                odds += families.getOrDefault(family, 0.0) + (count > 1 ? of("again") : 0);
            }
        }
        odds += shown >= 3 ? of("three-families") : 0;
        odds += shown >= 4 ? of("four-families") : 0;
        odds += shown >= 5 ? of("five-families") : 0;
        odds += secrecyWithRisk(counts) ? of("secrecy-with") : 0;
        odds -= addressedAsFamily ? of("family-address") : 0;
        return Math.round(10_000 / (1 + Math.exp(-odds))) / 10_000.0;
    }

    static Band band(double score) {
        return score >= LOOK_NOW ? Band.LOOK_NOW : score >= LOOK ? Band.LOOK : Band.BACKGROUND;
    }

    private static boolean secrecyWithRisk(Map<CueFamily, Integer> counts) {
        boolean secrecy = counts.containsKey(CueFamily.SECRECY) || counts.containsKey(CueFamily.ERASURE);
        return secrecy
                && (counts.containsKey(CueFamily.GUARDIANS)
                        || counts.containsKey(CueFamily.MEETING)
                        || counts.containsKey(CueFamily.PICTURE)
                        || counts.containsKey(CueFamily.PRESSURE));
    }

    private double of(String name) {
        Double weight = others.get(name);
        if (weight == null) {
            throw new IllegalStateException("weights.txt lacks " + name);
        }
        return weight;
    }
}
