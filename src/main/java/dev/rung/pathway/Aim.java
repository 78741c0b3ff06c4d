package dev.rung.pathway;

import java.util.List;

/**
 * What makes one plan better than another: the first measure in which they differ.
 *
 * @param measures in order of importance; those that are to be made large come first
 * @param enough jobs beyond which more do not count
 */
record Aim(List<Measure> measures, long enough) {
    Aim {
        measures = List.copyOf(measures);
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
