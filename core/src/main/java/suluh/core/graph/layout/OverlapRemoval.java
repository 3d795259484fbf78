package suluh.core.graph.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Moves circles apart until no two overlap: neighbours in a grid push each other, and where pushing alone does not end, the
 * picture grows a little.
 *
 * <p>After the last round every pair is at least the sum of its radii apart, or {@value #MAX_ROUNDS} rounds have passed.
 */
final class OverlapRemoval {
    /** Enough for a million circles on one spot: the picture grows by a twentieth each fourth round. */
    private static final int MAX_ROUNDS = 600;

    private static final double GROWTH = 1.05;
    private static final int PUSHES_BEFORE_GROWTH = 40;
    /** Room between circles, as a share of their radii. */
    private static final double MARGIN = 1.08;

    /** Share of the picture that circles may fill before it is enlarged. */
    private static final double MAX_FILLED = 0.35;

    /** Circles that are looked for by everybody, so that the largest does not make the cells of all others wide. */
    private static final int LARGEST = 32;

    private final double[] x;
    private final double[] y;
    private final double[] radius;
    /** Places of the largest circles, ascending. */
    private final int[] largest;

    private final boolean[] isLargest;
    /** Side of a cell, in which the rest is found by its neighbours. */
    private final double cell;

    private final int[] next;

    private OverlapRemoval(double[] x, double[] y, double[] radius) {
        this.x = x;
        this.y = y;
        this.radius = radius;
        int[] bySize = IntStream.range(0, radius.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer v) -> -radius[v]).thenComparing(v -> v))
                .mapToInt(Integer::intValue)
                .toArray();
        this.largest = Arrays.copyOf(bySize, Math.min(LARGEST, bySize.length));
        Arrays.sort(largest);
        this.isLargest = new boolean[radius.length];
        Arrays.stream(largest).forEach(v -> isLargest[v] = true);
        this.cell = bySize.length > LARGEST ? 2 * radius[bySize[LARGEST]] * MARGIN : 1;
        this.next = new int[radius.length];
    }

    /** Changes {@code x} and {@code y}. */
    static void apply(double[] x, double[] y, double[] radius) {
        makeRoom(x, y, radius);
        new OverlapRemoval(x, y, radius).part();
    }

    private void part() {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            int pushed = push();
            if (pushed == 0) {
                return;
            }
            if (round % PUSHES_BEFORE_GROWTH == PUSHES_BEFORE_GROWTH - 1 && pushed > x.length / 50) {
                for (int v = 0; v < x.length; v++) {
                    x[v] *= GROWTH;
                    y[v] *= GROWTH;
                }
            }
        }
    }

    /** Enlarges the picture when the circles would fill more than their share of it. */
    private static void makeRoom(double[] x, double[] y, double[] radius) {
        double circles = 0;
        double squares = 0;
        for (int v = 0; v < x.length; v++) {
            circles += radius[v] * radius[v] * MARGIN * MARGIN;
            squares += x[v] * x[v] + y[v] * y[v];
        }
        // A disc evenly filled has half the square of its radius as the mean square of distances.
        double disc = 2 * squares / Math.max(1, x.length);
        double growth = Math.sqrt(circles / MAX_FILLED / Math.max(disc, 1e-9));
        for (int v = 0; v < x.length && growth > 1; v++) {
            x[v] *= growth;
            y[v] *= growth;
        }
    }

    /** One round over all pairs of neighbouring cells, and over all with the largest; gives how many pairs overlapped. */
    private int push() {
        int buckets = Integer.highestOneBit(Math.max(16, x.length * 2));
        int[] head = new int[buckets];
        Arrays.fill(head, -1);
        Arrays.fill(next, -1);
        int pushed = 0;
        for (int v = 0; v < x.length; v++) {
            if (isLargest[v]) {
                continue;
            }
            long column = (long) Math.floor(x[v] / cell);
            long row = (long) Math.floor(y[v] / cell);
            for (int near = 0; near < 9; near++) {
                int bucket = bucket(column + near / 3 - 1, row + near % 3 - 1, buckets);
                for (int u = head[bucket]; u >= 0; u = next[u]) {
                    pushed += part(v, u) ? 1 : 0;
                }
            }
            int own = bucket((long) Math.floor(x[v] / cell), (long) Math.floor(y[v] / cell), buckets);
            next[v] = head[own];
            head[own] = v;
        }
        return pushed + pushByLargest();
    }

    private int pushByLargest() {
        int pushed = 0;
        for (int large : largest) {
            for (int v = 0; v < x.length; v++) {
                boolean isPair = v != large && (!isLargest[v] || v > large);
                pushed += isPair && part(large, v) ? 1 : 0;
            }
        }
        return pushed;
    }

    private boolean part(int v, int u) {
        double dx = x[v] - x[u];
        double dy = y[v] - y[u];
        double wanted = radius[v] + radius[u];
        double square = dx * dx + dy * dy;
        if (square >= wanted * wanted) {
            return false;
        }
        double distance = Math.sqrt(square);
        if (distance < 1e-9) {
            double angle = v * 2.399963;
            dx = Math.cos(angle) * 1e-6;
            dy = Math.sin(angle) * 1e-6;
            distance = 1e-6;
        }
        double push = (wanted * MARGIN - distance) / 2 / distance;
        x[v] += dx * push;
        y[v] += dy * push;
        x[u] -= dx * push;
        y[u] -= dy * push;
        return true;
    }

    private static int bucket(long column, long row, int buckets) {
        long mixed = column * 0x9E3779B97F4A7C15L ^ row * 0xC2B2AE3D27D4EB4FL;
        return (int) ((mixed ^ mixed >>> 29) & (buckets - 1));
    }
}
