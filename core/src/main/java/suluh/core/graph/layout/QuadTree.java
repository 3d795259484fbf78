package suluh.core.graph.layout;

import java.util.Arrays;

/**
 * Barnes–Hut tree of points with mass, rebuilt at each step in the same arrays.
 *
 * <p>A cell farther away than its width divided by {@value #OPENNESS} counts as one point. Points are sorted along a Z-order
 * curve, so that each cell is a range and no recursion is needed. Not thread-safe.
 */
final class QuadTree {
    private static final double OPENNESS = 1.2;
    /** Bits of each coordinate in the curve: cells 65,536 times smaller than the picture. */
    private static final int BITS = 16;

    private static final int LEAF_POINTS = 8;

    /** Force on the point last asked about, before masses and constants. */
    double forceX;

    double forceY;

    private final long[] keys;
    private final double[] pointX;
    private final double[] pointY;
    private final double[] pointMass;
    private final int[] pointNode;
    private int[] first;
    private int[] last;
    /** Cell that follows when this one is taken as a whole; cells stand in depth-first order. */
    private int[] skip;

    private double[] centreX;
    private double[] centreY;
    private double[] cellMass;
    private double[] width;
    private int cells;
    private final int[] openCells = new int[BITS * 4 + 4];
    private final int[] openEnds = new int[BITS * 4 + 4];
    private final int[] openDepths = new int[BITS * 4 + 4];
    private final int[] pathCells = new int[BITS + 2];

    QuadTree(int points) {
        keys = new long[points];
        pointX = new double[points];
        pointY = new double[points];
        pointMass = new double[points];
        pointNode = new int[points];
        int room = 16 + points;
        first = new int[room];
        last = new int[room];
        skip = new int[room];
        centreX = new double[room];
        centreY = new double[room];
        cellMass = new double[room];
        width = new double[room];
    }

    void build(double[] x, double[] y, double[] mass) {
        double minX = Double.MAX_VALUE;
        double minY = Double.MAX_VALUE;
        double side = 1e-9;
        for (int v = 0; v < keys.length; v++) {
            minX = Math.min(minX, x[v]);
            minY = Math.min(minY, y[v]);
        }
        for (int v = 0; v < keys.length; v++) {
            side = Math.max(side, Math.max(x[v] - minX, y[v] - minY));
        }
        double scale = ((1 << BITS) - 1) / side;
        for (int v = 0; v < keys.length; v++) {
            long code = spread((long) ((x[v] - minX) * scale)) | spread((long) ((y[v] - minY) * scale)) << 1;
            keys[v] = code << 31 | v;
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            int v = (int) (keys[i] & Integer.MAX_VALUE);
            pointNode[i] = v;
            pointX[i] = x[v];
            pointY[i] = y[v];
            pointMass[i] = mass[v];
        }
        cut(side);
    }

    /** Sums the forces of all other points on the point of node v. */
    void force(int node, double x, double y) {
        double sumX = 0;
        double sumY = 0;
        int cell = 0;
        while (cell < cells) {
            double dx = x - centreX[cell];
            double dy = y - centreY[cell];
            double squared = dx * dx + dy * dy;
            boolean isLeaf = skip[cell] == cell + 1;
            if (squared * OPENNESS * OPENNESS > width[cell] * width[cell]) {
                double strength = cellMass[cell] / squared;
                sumX += dx * strength;
                sumY += dy * strength;
                cell = skip[cell];
            } else if (isLeaf) {
                for (int i = first[cell]; i < last[cell]; i++) {
                    double px = x - pointX[i];
                    double py = y - pointY[i];
                    double distance = px * px + py * py;
                    if (pointNode[i] != node) {
                        if (distance < 1e-12) {
                            // Coincident points part along a direction of their own.
                            double angle = node * 2.399963;
                            px = Math.cos(angle) * 1e-3;
                            py = Math.sin(angle) * 1e-3;
                            distance = 1e-6;
                        }
                        sumX += px * pointMass[i] / distance;
                        sumY += py * pointMass[i] / distance;
                    }
                }
                cell = skip[cell];
            } else {
                cell++;
            }
        }
        forceX = sumX;
        forceY = sumY;
    }

    /** Cuts the sorted points into cells in depth-first order, children of a cell after it. */
    private void cut(double side) {
        cells = 0;
        if (keys.length == 0) {
            return;
        }
        int depth = 0;
        int cell = begin(0, keys.length, side);
        pathCells[0] = cell;
        int open = children(cell, 0, 0);
        while (open > 0) {
            open--;
            int from = openCells[open];
            int level = openDepths[open];
            while (depth >= level) {
                skip[pathCells[depth--]] = cells;
            }
            int end = openEnds[open];
            cell = begin(from, end, side / (1L << level));
            depth = level;
            pathCells[depth] = cell;
            open = children(cell, level, open);
        }
        while (depth >= 0) {
            skip[pathCells[depth--]] = cells;
        }
    }

    /** Puts the parts of a cell that must be cut further on the stack, the last first; gives the stack's new size. */
    private int children(int cell, int level, int openBefore) {
        int open = openBefore;
        if (last[cell] - first[cell] <= LEAF_POINTS || level == BITS) {
            return open;
        }
        int shift = 31 + 2 * (BITS - 1 - level);
        int end = last[cell];
        while (end > first[cell]) {
            long quadrant = keys[end - 1] >>> shift;
            int low = first[cell];
            int high = end;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (keys[middle] >>> shift < quadrant) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            openCells[open] = low;
            openEnds[open] = end;
            openDepths[open] = level + 1;
            open++;
            end = low;
        }
        return open;
    }

    private int begin(int from, int to, double cellWidth) {
        if (cells == first.length) {
            grow();
        }
        double mass = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = from; i < to; i++) {
            mass += pointMass[i];
            sumX += pointMass[i] * pointX[i];
            sumY += pointMass[i] * pointY[i];
        }
        first[cells] = from;
        last[cells] = to;
        cellMass[cells] = mass;
        centreX[cells] = sumX / mass;
        centreY[cells] = sumY / mass;
        width[cells] = cellWidth;
        return cells++;
    }

    private void grow() {
        int room = first.length * 2;
        first = Arrays.copyOf(first, room);
        last = Arrays.copyOf(last, room);
        skip = Arrays.copyOf(skip, room);
        centreX = Arrays.copyOf(centreX, room);
        centreY = Arrays.copyOf(centreY, room);
        cellMass = Arrays.copyOf(cellMass, room);
        width = Arrays.copyOf(width, room);
    }

    /** Puts a zero between each two of the lower 16 bits. */
    private static long spread(long bits) {
        long s = bits & 0xFFFF;
        s = (s | s << 8) & 0x00FF00FF;
        s = (s | s << 4) & 0x0F0F0F0F;
        s = (s | s << 2) & 0x33333333;
        return (s | s << 1) & 0x55555555;
    }
}
