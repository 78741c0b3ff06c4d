package dev.rung.evaluation;

import java.util.List;

/**
 * Fits the weights of a logistic regression by Newton's method (iteratively reweighted least squares) with a ridge penalty, as in Hastie,
 * Tibshirani and Friedman, <i>The Elements of Statistical Learning</i>, 4.4.1. Same examples, same weights, to the last bit.
 */
final class LogisticRegression {
    private static final int MOST_STEPS = 100;
    private static final double SMALL = 1e-9;

    private LogisticRegression() {}

    /**
     * @param features numbers by which to tell, one of them constant if a constant is wanted
     * @param yes whether what is to be told is so
     * @param weight how much the example counts, above 0
     */
    record Example(double[] features, boolean yes, double weight) {}

    /**
     * The weights that make the examples likeliest.
     *
     * @param ridge penalty on the squares of the weights, above 0
     */
    static double[] fit(List<Example> examples, double ridge) {
        int n = examples.getFirst().features().length;
        double[] weights = new double[n];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] slope = new double[n];
            double[][] curve = new double[n][n];
            for (int i = 0; i < n; i++) {
                slope[i] = -ridge * weights[i];
                curve[i][i] = ridge;
            }
            for (Example example : examples) {
                double p = probability(weights, example.features());
                double error = example.weight() * ((example.yes() ? 1 : 0) - p);
                double spread = example.weight() * p * (1 - p);
                double[] x = example.features();
                for (int i = 0; i < n; i++) {
                    slope[i] += error * x[i];
                    double own = spread * x[i];
                    if (own == 0) continue;
                    for (int j = 0; j <= i; j++) curve[i][j] += own * x[j];
                }
            }
            double[] move = solve(curve, slope);
            double largest = 0;
            for (int i = 0; i < n; i++) {
                weights[i] += move[i];
                largest = Math.max(largest, Math.abs(move[i]));
            }
            if (largest < SMALL) break;
        }
        return weights;
    }

    static double probability(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * features[i];
        return 1 / (1 + Math.exp(-sum));
    }

    /** Solves A x = b for a positive definite A, of which the lower triangle is given and overwritten (Cholesky). */
    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) sum -= a[i][k] * a[j][k];
                a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
            }
            for (int k = 0; k < i; k++) x[i] -= a[i][k] * x[k];
            x[i] /= a[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) x[i] -= a[k][i] * x[k];
            x[i] /= a[i][i];
        }
        return x;
    }
}
