package suluh.core.identity.account;

import java.util.List;
import java.util.Locale;
import suluh.core.identity.AccountLink;
import suluh.core.identity.account.Scene.Noise;

/** How far the probabilities of account pairs can be taken at their word: of what was said in each tenth, what is true. */
final class SceneReliability {
    private static final int BINS = 10;
    /** Below this nothing is shown to a person unless an identifier is shared; nearly all pairs of a case lie there. */
    private static final double SHOWN_FROM = 0.01;

    private static final int SIDE = 320;
    private static final int MARGIN = 44;

    private final long[] pairs = new long[BINS];
    private final double[] said = new double[BINS];
    private final long[] one = new long[BINS];

    /** The scenes of these seeds, every pair of accounts weighed. */
    static SceneReliability of(Noise noise, long firstSeed, int seeds) {
        SceneReliability reliability = new SceneReliability();
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            reliability.add(new Scene(seed, noise, SceneQuality.ACTORS, SceneQuality.BYSTANDERS));
        }
        return reliability;
    }

    private void add(Scene scene) {
        AccountResolver resolver = new AccountResolver(AccountComparison.PictureDistance.EXACT);
        scene.accounts().forEach(resolver::add);
        List<String> keys = scene.accounts().stream().map(AccountTraits::key).toList();
        for (AccountLink link : resolver.explainAll(keys)) {
            double probability = link.probability();
            if (probability >= SHOWN_FROM) {
                int bin = Math.min(BINS - 1, (int) (probability * BINS));
                pairs[bin]++;
                said[bin] += probability;
                one[bin] += scene.isOne(link.a(), link.b()) ? 1 : 0;
            }
        }
    }

    void add(SceneReliability other) {
        for (int bin = 0; bin < BINS; bin++) {
            pairs[bin] += other.pairs[bin];
            said[bin] += other.said[bin];
            one[bin] += other.one[bin];
        }
    }

    /** Mean distance between what was said and what is, weighed by pairs (Naeini et al. 2015). */
    double calibrationError() {
        double error = 0;
        long all = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(said[bin] - one[bin]);
            all += pairs[bin];
        }
        return error / Math.max(1, all);
    }

    /** Rows of a table in Markdown. */
    String table() {
        StringBuilder table = new StringBuilder();
        for (int bin = 0; bin < BINS; bin++) {
            double count = Math.max(1, pairs[bin]);
            table.append(String.format(
                    Locale.ROOT,
                    "| %.1f–%.1f | %,d | %.3f | %.3f |%n",
                    bin / 10.0,
                    (bin + 1) / 10.0,
                    pairs[bin],
                    said[bin] / count,
                    one[bin] / count));
        }
        return table.toString();
    }

    /** The plot: what was said to the right, what is true upward, the diagonal the ideal; a dot's area tells its pairs. */
    String svg() {
        int all = SIDE + 2 * MARGIN;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" width=\"%1$d\" height=\"%1$d\""
                        + " role=\"img\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<title>Reliability of account links on held-out seeds</title>%n"
                        + "<rect width=\"%1$d\" height=\"%1$d\" fill=\"#fff\"/>%n"
                        + "<rect x=\"%2$d\" y=\"%2$d\" width=\"%3$d\" height=\"%3$d\" fill=\"none\" stroke=\"#888\"/>%n"
                        + "<line x1=\"%2$d\" y1=\"%4$d\" x2=\"%4$d\" y2=\"%2$d\" stroke=\"#888\""
                        + " stroke-dasharray=\"4 4\"/>%n"
                        + "<text x=\"%5$d\" y=\"%6$d\" text-anchor=\"middle\">probability said</text>%n"
                        + "<text x=\"14\" y=\"%5$d\" text-anchor=\"middle\" transform=\"rotate(-90 14 %5$d)\">"
                        + "share that is one person</text>%n",
                all,
                MARGIN,
                SIDE,
                MARGIN + SIDE,
                all / 2,
                all - 8));
        for (int tick = 0; tick <= BINS; tick += 2) {
            int along = tick * SIDE / BINS;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%.1f</text>"
                            + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.1f</text>%n",
                    MARGIN + along,
                    MARGIN + SIDE + 16,
                    tick / 10.0,
                    MARGIN - 4,
                    MARGIN + SIDE - along + 4,
                    tick / 10.0));
        }
        for (int bin = 0; bin < BINS; bin++) {
            if (pairs[bin] > 0) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#1f6f8b\" fill-opacity=\"0.75\"/>%n",
                        MARGIN + SIDE * said[bin] / pairs[bin],
                        MARGIN + SIDE - SIDE * (double) one[bin] / pairs[bin],
                        2 + Math.log10((double) pairs[bin]) * 2));
            }
        }
        return svg.append("</svg>\n").toString();
    }
}
