package suluh.core.conversation;

import java.util.HashMap;
import java.util.Map;
import suluh.core.conversation.CueFamily.Stage;
import suluh.core.conversation.CueMatch.Strength;

/**
 * The published model {@value #MODEL}: additive in log-odds over the families that one sender's messages show.
 *
 * <p>Monotone: a further passage by the sender never lowers the score. Each weight stands in {@code weights.txt} with its
 * reason. Immutable.
 */
public final class CueWeights {
    public static final String MODEL = "suluh-cues-4";

    static final double LOOK_NOW = 0.75;
    static final double LOOK = 0.30;

    private static final CueFamily[] FAMILIES = CueFamily.values();
    private static final int RISKY = CueFamily.GUARDIANS.bit()
            | CueFamily.MEETING.bit()
            | CueFamily.PICTURE.bit()
            | CueFamily.PRESSURE.bit()
            | CueFamily.THREAT.bit();
    /** Families that ordinary flirting, buying and playing do without. */
    private static final int GRAVE = CueFamily.GUARDIANS.bit()
            | CueFamily.SECRECY.bit()
            | CueFamily.ERASURE.bit()
            | CueFamily.BOUNDARY.bit()
            | CueFamily.PRESSURE.bit()
            | CueFamily.THREAT.bit();

    private static final int HIDING = CueFamily.SECRECY.bit() | CueFamily.ERASURE.bit();
    private static final int RISING_STAGES = 3;

    private final Map<String, Double> weights = new HashMap<>();
    private final double[] families = new double[FAMILIES.length];
    private final double[] strengths = new double[Strength.values().length];

    private CueWeights() {}

    /** The weights that come with Suluh. */
    public static CueWeights standard() {
        CueWeights model = new CueWeights();
        for (String line : Tables.lines("weights.txt")) {
            String[] parts = line.substring(0, line.indexOf('#')).split("=", 2);
            model.weights.put(parts[0].strip(), Double.valueOf(parts[1].strip()));
        }
        for (CueFamily family : FAMILIES) {
            model.families[family.place()] = model.of(family.name());
        }
        for (Strength strength : Strength.values()) {
            model.strengths[strength.place()] =
                    model.of("strength-" + strength.name().toLowerCase(java.util.Locale.ROOT));
        }
        return model;
    }

    /**
     * Score of one sender, 0 to 1, rounded to four decimals so that it prints the same everywhere.
     *
     * @param shown what the sender's messages showed
     * @param setting what is known of the two sides
     */
    double score(SenderCues shown, Setting setting) {
        double odds = of("bias");
        int count = 0;
        for (CueFamily family : FAMILIES) {
            if (shown.has(family)) {
                count += family.stage() == Stage.GROUP ? 0 : 1;
                odds += families[family.place()]
                                * strengths[shown.strength(family).place()]
                        + (shown.count(family) > 1 ? of("again") : 0);
            }
        }
        odds += count >= 2 ? of("two-families") : 0;
        odds += count >= 3 ? of("three-families") : 0;
        odds += count >= 4 ? of("four-families") : 0;
        odds += count >= 5 ? of("five-families") : 0;
        boolean isGrave = (shown.mask() & GRAVE) != 0;
        odds += count >= 2 && isGrave ? of("grave-among-two") : 0;
        odds += count >= 3 && isGrave ? of("grave-among-three") : 0;
        odds += (shown.mask() & HIDING) != 0 && (shown.mask() & RISKY) != 0 ? of("hiding-with") : 0;
        odds += shown.risingStages() >= RISING_STAGES ? of("order") : 0;
        odds += count >= 2 && setting.isOneSided() ? of("one-sided") : 0;
        odds += count >= 1 && setting.toChild() ? of("to-child") : 0;
        odds += setting.ageGap() ? of("age-gap") : 0;
        odds -= setting.isFamily() ? of("family-address") : 0;
        odds -= setting.bothAdult() ? of("both-adult") : 0;
        return Math.round(10_000 / (1 + Math.exp(-odds))) / 10_000.0;
    }

    /**
     * What is known of the two sides of a conversation.
     *
     * @param isOneSided nobody else shows the families that this sender shows
     * @param toChild the other states less than 18, and the sender does not
     * @param ageGap the sender states 18 or more, the other less
     * @param bothAdult both state 18 or more
     * @param isFamily the other side calls the sender mum, dad or the like
     */
    record Setting(boolean isOneSided, boolean toChild, boolean ageGap, boolean bothAdult, boolean isFamily) {}

    static Band band(double score) {
        return score >= LOOK_NOW ? Band.LOOK_NOW : score >= LOOK ? Band.LOOK : Band.BACKGROUND;
    }

    private double of(String name) {
        Double weight = weights.get(name);
        if (weight == null) {
            throw new IllegalStateException("weights.txt lacks " + name);
        }
        return weight;
    }
}
