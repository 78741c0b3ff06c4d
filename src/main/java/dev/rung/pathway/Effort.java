package dev.rung.pathway;

/**
 * What some steps take together.
 *
 * @param steps how many
 * @param minutesUnknown steps whose hours are not stated; their minutes count as none
 * @param minutes of learning
 * @param centsUnknown steps whose cost is not stated
 * @param cents cost, in hundredths of the plan's currency
 * @param weeks each step in whole weeks
 */
record Effort(int steps, int minutesUnknown, long minutes, int centsUnknown, long cents, long weeks) {
    static final Effort NONE = new Effort(0, 0, 0, 0, 0, 0);

    /** Unknown hours are worse than any number of known ones: what is not stated is never taken to be convenient. */
    private static final int UNKNOWN_SHIFT = 48;

    Effort plus(Option option, long optionMinutes, Budget budget) {
        return new Effort(
                steps + 1,
                minutesUnknown + (option.minutesUnknown ? 1 : 0),
                minutes + optionMinutes,
                centsUnknown + (option.centsUnknown ? 1 : 0),
                cents + option.cents,
                weeks + budget.weeks(optionMinutes));
    }

    /** The known part of a {@link #time} or {@link #cost}. */
    static long known(long number) {
        return number & ((1L << UNKNOWN_SHIFT) - 1);
    }

    /** As one number to be made small. */
    long time() {
        return ((long) minutesUnknown << UNKNOWN_SHIFT) + minutes;
    }

    /** As one number to be made small. */
    long cost() {
        return ((long) centsUnknown << UNKNOWN_SHIFT) + cents;
    }
}
