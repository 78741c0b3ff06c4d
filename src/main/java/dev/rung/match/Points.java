package dev.rung.match;

/**
 * Scores in whole millionths. Adding and comparing whole numbers is exact and does not depend on the order of the terms, so reasons
 * sum to their score to the last digit and equal scores are equal.
 */
final class Points {
    static final long ONE = 1_000_000;

    private Points() {}

    /** A share of 1, rounded to the nearest millionth. */
    static long of(double share) {
        return Math.round(share * ONE);
    }

    /** As the number that people see. */
    static double toNumber(long points) {
        return points / (double) ONE;
    }
}
