package suluh.core.graph.layout;

/** Forces of ForceAtlas2 on one level, step by step with falling speed. */
final class ForceField {
    /** How much more strongly an edge within a community attracts. */
    static final double INSIDE = 6;

    /** Repulsion against attraction: sets the scale of the picture. */
    private static final double REPULSION = 12;

    /** Pull to the middle, as a share of what would keep equal masses evenly spread over a disc. */
    private static final double GRAVITY = 0.5;

    /** Nodes of the same place are told apart by less than any distance that shows. */
    private static final double TINY = 1e-9;

    private final LayoutGraph graph;
    private final double[] x;
    private final double[] y;
    private final double[] forceX;
    private final double[] forceY;
    private final double[] lastX;
    private final double[] lastY;
    private final QuadTree tree;
    /** Pull to the middle for each unit of distance and mass. */
    private final double gravity;

    ForceField(LayoutGraph graph, double[] x, double[] y) {
        this.graph = graph;
        this.x = x;
        this.y = y;
        this.forceX = new double[graph.nodes];
        this.forceY = new double[graph.nodes];
        this.lastX = new double[graph.nodes];
        this.lastY = new double[graph.nodes];
        this.tree = new QuadTree(graph.nodes);
        double spacing = typicalSpacing(graph);
        this.gravity = GRAVITY * REPULSION * mass(graph) / (spacing * spacing * Math.max(1, graph.nodes));
    }

    /** Distance between neighbours in a picture at rest, about. */
    static double typicalSpacing(LayoutGraph graph) {
        return Math.sqrt(REPULSION * (1 + mass(graph) / Math.max(1, graph.nodes)));
    }

    private static double mass(LayoutGraph graph) {
        double mass = 0;
        for (double m : graph.mass) {
            mass += m;
        }
        return mass;
    }

    /** Moves the nodes in this many steps, the first as far as {@code speed} of the spacing allows. */
    void run(int steps, double speed) {
        double spacing = typicalSpacing(graph);
        for (int step = 0; step < steps; step++) {
            repel();
            attract();
            move(spacing * 4 * speed * (1 - step / (double) steps) + spacing * 0.02);
        }
    }

    private void repel() {
        tree.build(x, y, graph.mass);
        for (int v = 0; v < graph.nodes; v++) {
            tree.force(v, x[v], y[v]);
            double strength = REPULSION * graph.mass[v];
            double pull = gravity * graph.mass[v];
            forceX[v] = tree.forceX * strength - x[v] * pull;
            forceY[v] = tree.forceY * strength - y[v] * pull;
        }
    }

    private void attract() {
        for (int v = 0; v < graph.nodes; v++) {
            double sumX = 0;
            double sumY = 0;
            for (int e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
                int u = graph.neighbours[e];
                sumX += graph.pull[e] * (x[u] - x[v]);
                sumY += graph.pull[e] * (y[u] - y[v]);
            }
            forceX[v] += sumX;
            forceY[v] += sumY;
        }
    }

    /** Moves each node along its force, less the more it swings back and forth, never farther than the limit. */
    private void move(double limit) {
        for (int v = 0; v < graph.nodes; v++) {
            double swing = Math.hypot(forceX[v] - lastX[v], forceY[v] - lastY[v]);
            double force = Math.sqrt(forceX[v] * forceX[v] + forceY[v] * forceY[v]) + TINY;
            double traction = Math.hypot(forceX[v] + lastX[v], forceY[v] + lastY[v]) / 2;
            double step = Math.min(limit, limit * (0.1 + traction / (swing + traction + TINY)));
            double stiffness = graph.mass[v] * INSIDE;
            double length = Math.min(step, force / stiffness);
            x[v] += forceX[v] / force * length;
            y[v] += forceY[v] / force * length;
            lastX[v] = forceX[v];
            lastY[v] = forceY[v];
        }
    }
}
