package dev.rung.evaluation.next;

import java.util.List;

/** A way to rank what comes next. */
public interface NextRanker {
    /** Name for tables. */
    String name();

    /**
     * Learns from histories. The same histories give the same scores, on every machine.
     *
     * @param histories items by number, oldest first
     * @param items how many items there are
     */
    Scores learn(List<int[]> histories, int items);

    /** What was learnt. Safe for use by many threads. */
    @FunctionalInterface
    interface Scores {
        /** A score for each item, the higher the likelier it is next. What the history holds already is scored too, for the caller to leave out. */
        double[] of(int[] history);
    }
}
