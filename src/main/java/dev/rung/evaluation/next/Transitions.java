package dev.rung.evaluation.next;

import dev.rung.behaviour.Lessons;
import dev.rung.behaviour.Sequel;
import java.util.List;

/**
 * Decayed transition counts, the yardstick: how often an item came after another, less for each item in between, as a share of all that came
 * after; summed over the history, less for older items.
 *
 * <pre>  score(y) = Σ_k b^k · c(x_k, y) ÷ (Σ_z c(x_k, z) + 5),    c(x, y) = Σ over histories with x before y of a^(items in between)</pre>
 *
 * where x_k is the k-th newest item. With a = {@value Sequel#DECAY} and b = 0.5 this is {@link Lessons#next}, what recommendations use of histories, but for the
 * floor that protects people there and its limit of {@value Sequel#REACH} steps.
 */
public final class Transitions implements NextRanker {
    /** As if so many more transitions had been seen, to no item in particular. */
    private static final double SHRUNK_BY = 5;

    static final double HISTORY_DECAY = 0.5;

    private final double historyDecay;

    public Transitions() {
        this(HISTORY_DECAY);
    }

    /**
     * With another decay of the history.
     *
     * @param historyDecay b above, 0 to 1
     */
    Transitions(double historyDecay) {
        this.historyDecay = historyDecay;
    }

    @Override
    public String name() {
        return "transitions";
    }

    @Override
    public Scores learn(List<int[]> histories, int items) {
        double[][] shares = counts(histories, items);
        for (double[] row : shares) {
            double all = SHRUNK_BY;
            for (double count : row) all += count;
            for (int y = 0; y < items; y++) row[y] /= all;
        }
        return history -> decayed(history, historyDecay, shares, items);
    }

    /** c above. */
    static double[][] counts(List<int[]> histories, int items) {
        double[][] counts = new double[items][items];
        for (int[] history : histories) {
            for (int i = 0; i < history.length; i++) {
                double worth = 1;
                for (int j = i + 1; j < history.length; j++) {
                    counts[history[i]][history[j]] += worth;
                    worth *= Sequel.DECAY;
                }
            }
        }
        return counts;
    }

    /** The sum of a history's rows, less for older items. */
    static double[] decayed(int[] history, double decay, double[][] rows, int items) {
        double[] sum = new double[items];
        double worth = 1;
        for (int k = history.length - 1; k >= 0; k--) {
            double[] row = rows[history[k]];
            for (int y = 0; y < items; y++) sum[y] += worth * row[y];
            worth *= decay;
        }
        return sum;
    }
}
