package suluh.core.graph.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Lays out the coarsest graph first and refines it level by level. */
final class Multilevel {
    /** A graph this small needs no coarser one. */
    private static final int SMALLEST = 40;
    /** Matching that leaves more than this share of nodes has nothing more to give. */
    private static final double LEAST_SHRINKING = 0.93;

    private static final int MAX_LEVELS = 40;
    private static final int COARSEST_STEPS = 300;
    /** Steps at the lowest level, by its size: the larger it is, the more its start already says. */
    private static final int MAX_STEPS = 90;

    private static final int MIN_STEPS = 30;
    private static final double STEPS_OF_ROOT = 9_000;
    /** Communities whose circles are drawn apart at the start. */
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private final List<LayoutGraph> levels = new ArrayList<>();
    private final List<int[]> coarseOf = new ArrayList<>();
    private final RandomGenerator random;

    Multilevel(LayoutGraph graph, long seed) {
        this.random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
        levels.add(graph);
        while (levels.getLast().nodes > SMALLEST && levels.size() < MAX_LEVELS) {
            LayoutGraph level = levels.getLast();
            int[] coarse = level.matched(random);
            LayoutGraph next = level.coarser(coarse);
            if (next.nodes > level.nodes * LEAST_SHRINKING) {
                break;
            }
            coarseOf.add(coarse);
            levels.add(next);
        }
    }

    /** Writes the coordinates of the lowest level's nodes. */
    void place(double[] x, double[] y) {
        int top = levels.size() - 1;
        double[] coarseX = new double[levels.get(top).nodes];
        double[] coarseY = new double[coarseX.length];
        start(levels.get(top), coarseX, coarseY);
        new ForceField(levels.get(top), coarseX, coarseY).run(COARSEST_STEPS, 1);
        for (int l = top - 1; l >= 0; l--) {
            LayoutGraph level = levels.get(l);
            double[] fineX = new double[level.nodes];
            double[] fineY = new double[level.nodes];
            double spread = Math.sqrt(2.0);
            double jitter = typicalDistance(coarseX, coarseY) * 0.2;
            for (int v = 0; v < level.nodes; v++) {
                int parent = coarseOf.get(l)[v];
                fineX[v] = coarseX[parent] * spread + (random.nextDouble() - 0.5) * jitter;
                fineY[v] = coarseY[parent] * spread + (random.nextDouble() - 0.5) * jitter;
            }
            int steps = (int) Math.clamp(STEPS_OF_ROOT / Math.sqrt(level.nodes), MIN_STEPS, MAX_STEPS);
            new ForceField(level, fineX, fineY).run(steps, 0.35);
            coarseX = fineX;
            coarseY = fineY;
        }
        System.arraycopy(coarseX, 0, x, 0, x.length);
        System.arraycopy(coarseY, 0, y, 0, y.length);
    }

    /** A sunflower (Vogel 1979) in the order of communities, so that each begins in one place. */
    private static void start(LayoutGraph graph, double[] x, double[] y) {
        Integer[] order = new Integer[graph.nodes];
        java.util.Arrays.setAll(order, v -> v);
        java.util.Arrays.sort(
                order,
                java.util.Comparator.comparingInt((Integer v) -> graph.community[v])
                        .thenComparing(v -> v));
        double scale = ForceField.typicalSpacing(graph);
        for (int i = 0; i < order.length; i++) {
            double radius = scale * Math.sqrt(i + 0.5);
            x[order[i]] = radius * Math.cos(i * GOLDEN_ANGLE);
            y[order[i]] = radius * Math.sin(i * GOLDEN_ANGLE);
        }
    }

    private static double typicalDistance(double[] x, double[] y) {
        double sum = 0;
        for (int v = 0; v < x.length; v++) {
            sum += x[v] * x[v] + y[v] * y[v];
        }
        return x.length == 0 ? 1 : Math.sqrt(sum / x.length) / Math.sqrt(x.length) * 1.8 + 1e-9;
    }
}
