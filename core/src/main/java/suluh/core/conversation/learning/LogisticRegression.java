package suluh.core.conversation.learning;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression with a quadratic penalty, fitted by Newton's method (Hastie, Tibshirani and Friedman, 2009, 4.4).
 *
 * <p>The objective is strictly convex, so that the same examples give the same weights whatever their order. Time: rounds ×
 * examples × features². The bias is not penalised but for what keeps it finite.
 */
final class LogisticRegression {
    private static final int MAX_ROUNDS = 50;
    private static final double ENOUGH = 1e-9;
    private static final double PENALTY = 1.0;
    private static final double BIAS_PENALTY = 1e-6;

    private LogisticRegression() {}

    /** An example: values of its features, and whether it is positive. */
    static final class Example {
        private final double[] values;
        private final boolean isPositive;

        Example(double[] values, boolean isPositive) {
            this.values = values.clone();
            this.isPositive = isPositive;
        }

        boolean isPositive() {
            return isPositive;
        }

        double probability(double[] weights) {
            return LogisticRegression.probability(values, weights);
        }

        /** Value of a feature; the last one is the 1 of the bias. */
        private double value(int feature) {
            return feature == values.length ? 1 : values[feature];
        }
    }

    /** Weights of the features, the bias last. */
    static double[] fit(List<Example> examples, int features) {
        double[] weights = new double[features + 1];
        for (int round = 0; round < MAX_ROUNDS; round++) {
            double[] step = step(examples, weights);
            double largest = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] += step[i];
                largest = Math.max(largest, Math.abs(step[i]));
            }
            if (largest < ENOUGH) {
                break;
            }
        }
        return weights;
    }

    /** Probability of the positive kind. */
    static double probability(double[] values, double[] weights) {
        double odds = weights[values.length];
        for (int i = 0; i < values.length; i++) {
            odds += weights[i] * values[i];
        }
        return 1 / (1 + Math.exp(-odds));
    }

    private static double[] step(List<Example> examples, double[] weights) {
        int size = weights.length;
        double[] gradient = new double[size];
        double[][] hessian = new double[size][size];
        for (Example example : examples) {
            double p = example.probability(weights);
            double error = (example.isPositive() ? 1 : 0) - p;
            double curve = p * (1 - p);
            for (int i = 0; i < size; i++) {
                double x = example.value(i);
                gradient[i] += error * x;
                for (int j = 0; j <= i; j++) {
                    hessian[i][j] += curve * x * example.value(j);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            double penalty = i + 1 == size ? BIAS_PENALTY : PENALTY;
            gradient[i] -= penalty * weights[i];
            hessian[i][i] += penalty;
        }
        return solved(hessian, gradient);
    }

    /** Solves a symmetric positive definite system, given by its lower half, by Cholesky's method. */
    private static double[] solved(double[][] lower, double[] right) {
        int size = right.length;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = lower[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        double[] x = Arrays.copyOf(right, size);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
