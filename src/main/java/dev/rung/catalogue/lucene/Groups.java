package dev.rung.catalogue.lucene;

import java.util.List;
import java.util.Map;

/**
 * Groups of skills (the wishes of a search), turned around: for each number, the groups it is in and with which weight. Made once a question, so that one pass over a {@link Column} serves all groups.
 */
final class Groups {
    private final int count;
    private final int[] starts;
    private final int[] groups;
    private final double[] weights;

    private Groups(int count, int[] starts, int[] groups, double[] weights) {
        this.count = count;
        this.starts = starts;
        this.groups = groups;
        this.weights = weights;
    }

    /**
     * @param numbers knows the terms; those it does not know are in no column and are left out
     * @param groups terms with their weights
     */
    static Groups of(Numbers numbers, List<Map<String, Double>> groups) {
        int[] starts = new int[numbers.size() + 1];
        int total = 0;
        for (Map<String, Double> group : groups) {
            for (String term : group.keySet()) {
                int number = numbers.find(term);
                if (number < 0 || number >= starts.length - 1) continue;
                starts[number + 1]++;
                total++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] free = starts.clone();
        int[] in = new int[total];
        double[] weights = new double[total];
        for (int g = 0; g < groups.size(); g++) {
            for (Map.Entry<String, Double> entry : groups.get(g).entrySet()) {
                int number = numbers.find(entry.getKey());
                if (number < 0 || number >= starts.length - 1) continue;
                in[free[number]] = g;
                weights[free[number]++] = entry.getValue();
            }
        }
        return new Groups(groups.size(), starts, in, weights);
    }

    /** How many groups there are. */
    int count() {
        return count;
    }

    /** Slots {@code from(number)} to {@code to(number)} say which groups a number is in. */
    int from(int number) {
        return starts[number];
    }

    int to(int number) {
        return starts[number + 1];
    }

    int group(int slot) {
        return groups[slot];
    }

    double weight(int slot) {
        return weights[slot];
    }
}
