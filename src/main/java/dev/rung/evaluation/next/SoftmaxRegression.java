package dev.rung.evaluation.next;

import java.util.List;

/**
 * Finds weights under which what people chose is likeliest: McFadden's conditional logit, {@code P(y) = exp(w·x(y)) ÷ Σ exp(w·x(z))} over the options, by Newton's
 * method, which a concave likelihood of a few weights needs some ten steps for (D. McFadden, “Conditional logit analysis of qualitative choice
 * behavior”, 1974).
 */
final class SoftmaxRegression {
    private static final int MOST_STEPS = 30;
    private static final double ENOUGH = 1e-9;
    /** Holds weights back that nothing speaks for, in choices. */
    private static final double RIDGE = 1;

    private final int size;

    /**
     * For choices of so many features.
     *
     * @param size how many numbers describe an option
     */
    SoftmaxRegression(int size) {
        this.size = size;
    }

    /**
     * One choice.
     *
     * @param options the numbers that describe each option
     * @param chosen which one was taken, from 0
     */
    record Choice(double[][] options, int chosen) {}

    /** The weights; all 1 where nobody chose anything. */
    double[] fit(List<Choice> choices) {
        double[] weights = new double[size];
        if (choices.isEmpty()) {
            java.util.Arrays.fill(weights, 1);
            return weights;
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            for (int i = 0; i < size; i++) {
                gradient[i] = -RIDGE * weights[i];
                curvature[i][i] = RIDGE;
            }
            for (Choice choice : choices) add(choice, weights, gradient, curvature);
            double[] change = solve(curvature, gradient);
            // Far from the best a whole step may go too far; weights of this size change by less.
            double longest = 0;
            for (double c : change) longest = Math.max(longest, Math.abs(c));
            double scale = Math.min(1, 1 / longest);
            for (int i = 0; i < size; i++) weights[i] += scale * change[i];
            if (longest < ENOUGH) break;
        }
        return weights;
    }

    private void add(Choice choice, double[] weights, double[] gradient, double[][] curvature) {
        double[][] options = choice.options();
        double[] shares = new double[options.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int y = 0; y < options.length; y++) {
            for (int i = 0; i < size; i++) shares[y] += weights[i] * options[y][i];
            most = Math.max(most, shares[y]);
        }
        double sum = 0;
        for (int y = 0; y < options.length; y++) {
            shares[y] = StrictMath.exp(shares[y] - most);
            sum += shares[y];
        }
        double[] mean = new double[size];
        for (int y = 0; y < options.length; y++) {
            shares[y] /= sum;
            for (int i = 0; i < size; i++) mean[i] += shares[y] * options[y][i];
        }
        for (int i = 0; i < size; i++) gradient[i] += options[choice.chosen()][i] - mean[i];
        for (int y = 0; y < options.length; y++) {
            for (int i = 0; i < size; i++) {
                double off = shares[y] * (options[y][i] - mean[i]);
                for (int j = 0; j <= i; j++) curvature[i][j] += off * (options[y][j] - mean[j]);
            }
        }
    }

    /** Solves a symmetric positive definite system, of which the lower half is given, by Cholesky's method. */
    private double[] solve(double[][] matrix, double[] right) {
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        double[] solution = right.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) solution[i] -= lower[i][k] * solution[k];
            solution[i] /= lower[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) solution[i] -= lower[k][i] * solution[k];
            solution[i] /= lower[i][i];
        }
        return solution;
    }
}
