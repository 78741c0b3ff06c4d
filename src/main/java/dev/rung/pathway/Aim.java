package dev.rung.pathway;

import java.util.List;

/**
 * What makes one plan better than another: the first measure in which they differ.
 *
 * @param measures in order of importance; those that are to be made large come first
 * @param enough jobs beyond which more do not count
 * @param lean whether each step must lead towards the target, by a requirement that no other step meets or by being required for one that does; so that a
 *     way to a role that is to open many jobs besides does not wander off; only where requirements come first
 */
record Aim(List<Measure> measures, long enough, boolean lean) {
    Aim {
        measures = List.copyOf(measures);
    }

    Aim(List<Measure> measures, long enough) {
        this(measures, enough, false);
    }

    /** Whether the plan is complete, within the budget, and lean where it has to be. */
    boolean admits(Task task, int[] plan, Effort effort) {
        return task.budget.admits(effort) && task.isComplete(plan) && (!lean || task.isLean(plan));
    }

    /** How good a plan is: larger is better in each place, the first place decides. */
    long[] worth(Tally tally, Effort effort) {
        long[] worth = new long[measures.size()];
        for (int m = 0; m < worth.length; m++) worth[m] = worth(measures.get(m), tally, effort);
        return worth;
    }

    private long worth(Measure measure, Tally tally, Effort effort) {
        return switch (measure) {
            case COST -> -effort.cost();
            case TIME -> -effort.time();
            case STEPS -> -effort.steps();
            default -> capped(measure, tally.value(measure));
        };
    }

    long capped(Measure measure, long value) {
        return measure == Measure.JOBS ? Math.min(enough, value) : value;
    }

    static int compare(long[] a, long[] b) {
        return java.util.Arrays.compare(a, b);
    }
}
