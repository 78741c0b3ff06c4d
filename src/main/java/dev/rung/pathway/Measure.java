package dev.rung.pathway;

/** What a plan is measured by. More is better for the first four, less for the others. */
enum Measure {
    /** Essential requirements of the target that the plan newly meets, up to as many as bring it within reach. */
    REQUIREMENTS,
    /** 1,000,000 if the target award is among the steps; else the credit carried towards it in millionths, up to 999,999. */
    AWARD,
    /** Credit carried towards the target award, in millionths of what it asks, up to all of it. */
    CREDIT,
    /** Jobs newly within reach, up to as many as are enough. */
    JOBS(2_520),
    COST,
    TIME,
    STEPS;

    /** In parts of this size hopes are added up: the least common multiple of 1 to 10, so that nearly all shares of a job are whole. */
    final int parts;

    Measure() {
        this(1);
    }

    Measure(int parts) {
        this.parts = parts;
    }

    boolean isEffort() {
        return compareTo(COST) >= 0;
    }
}
