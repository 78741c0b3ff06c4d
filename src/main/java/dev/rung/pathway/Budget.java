package dev.rung.pathway;

/**
 * What a plan may take in all, in whole numbers; {@link #UNLIMITED} where there is no limit.
 *
 * @param steps at most so many credentials, 1 to {@value #MOST_STEPS}
 * @param minutes of learning
 * @param cents hundredths of the plan's currency
 * @param weeks from the start to the last day
 * @param minutesAWeek for learning; decides how many weeks a step takes
 */
record Budget(int steps, long minutes, long cents, long weeks, long minutesAWeek) {
    static final int MOST_STEPS = 8;
    static final long UNLIMITED = Long.MAX_VALUE;

    /** Whole weeks for one step; none where the hours a week are not limited. */
    long weeks(long stepMinutes) {
        return minutesAWeek == UNLIMITED ? 0 : Math.ceilDiv(stepMinutes, minutesAWeek);
    }

    boolean admits(Effort effort) {
        return effort.steps() <= steps
                && effort.minutes() <= minutes
                && effort.cents() <= cents
                && (weeks == UNLIMITED || effort.weeks() <= weeks);
    }
}
