package dev.rung.pathway;

import java.util.Arrays;

/**
 * What a growing plan has reached so far, and what one more option could add. Steps are added and taken back in the manner of a stack.
 *
 * <p>For one search, by one thread.
 */
final class Tally {
    private static final long WHOLE = 1_000_000;
    /** What is done around a hope takes about as long as so many reads. */
    private static final int WORK_A_HOPE = 16;

    private final Task task;
    private final int[] covered;
    /** How many needs each lack still lacks; 0 or below: its jobs are within reach. */
    private final int[] lacking;
    /** The most needs of each lack that one option meets. */
    private final int[] mostAtOnce;

    private final int[] shares;
    private final int[] touched;
    private int size;
    private final int[] plan;
    private long jobs;
    private int met;
    private long credit;
    private boolean hasAward;
    private long work;

    Tally(Task task) {
        this.task = task;
        this.covered = new int[task.needs];
        this.lacking = task.lackMissing.clone();
        this.shares = new int[lacking.length];
        this.touched = new int[lacking.length];
        this.plan = new int[task.options.size()];
        this.credit = task.credit;
        this.mostAtOnce = new int[lacking.length];
        for (Option option : task.options) {
            int count = share(option);
            for (int t = 0; t < count; t++) {
                int lack = touched[t];
                mostAtOnce[lack] = Math.max(mostAtOnce[lack], shares[lack]);
                shares[lack] = 0;
            }
        }
        work = 0;
    }

    /** Reads of the tables so far: what a search costs, on every machine the same. */
    long work() {
        return work;
    }

    /** The steps, in the order added. */
    int[] plan() {
        return Arrays.copyOf(plan, size);
    }

    void add(int step) {
        plan[size++] = step;
        Option option = task.options.get(step);
        for (int need : option.needs) {
            if (covered[need]++ > 0) continue;
            if (task.wanted[need]) met++;
            for (int lack : task.lacksOf[need]) {
                if (--lacking[lack] == 0) jobs += task.lackJobs[lack];
            }
            work += task.lacksOf[need].length;
        }
        credit += option.credit;
        if (step == task.award) hasAward = true;
    }

    /** Takes the last step back. */
    void removeLast() {
        int step = plan[--size];
        Option option = task.options.get(step);
        for (int need : option.needs) {
            if (--covered[need] > 0) continue;
            if (task.wanted[need]) met--;
            for (int lack : task.lacksOf[need]) {
                if (lacking[lack]++ == 0) jobs -= task.lackJobs[lack];
            }
            work += task.lacksOf[need].length;
        }
        credit -= option.credit;
        if (step == task.award) hasAward = false;
    }

    /** Goes over to another plan, keeping the steps that both begin with. */
    void become(int[] other) {
        int same = 0;
        while (same < Math.min(size, other.length) && plan[same] == other[same]) same++;
        while (size > same) removeLast();
        for (int i = same; i < other.length; i++) add(other[i]);
    }

    /** What has been reached; not for efforts. */
    long value(Measure measure) {
        return switch (measure) {
            case REQUIREMENTS -> Math.min(met, task.missing);
            case AWARD -> hasAward ? WHOLE : Math.min(WHOLE - 1, credit);
            case CREDIT -> Math.min(WHOLE, credit);
            case JOBS -> jobs;
            default -> throw new IllegalArgumentException(measure + " is not reached but spent");
        };
    }

    /** The most that a measure can come to, whatever is added. */
    long ceiling(Measure measure) {
        return switch (measure) {
            case REQUIREMENTS -> task.missing;
            case AWARD, CREDIT -> WHOLE;
            default -> Long.MAX_VALUE;
        };
    }

    /**
     * How much of what a plan can still gain is owed to this option, in {@link Measure#parts}: whatever at most {@code steps} further options
     * gain together is at most the sum of their hopes. See {@link BranchAndBound}. With one step to go, it is the gain itself.
     */
    long hope(Measure measure, int step, int steps) {
        Option option = task.options.get(step);
        work += WORK_A_HOPE;
        return switch (measure) {
            case REQUIREMENTS -> hopeToMeet(option);
            case AWARD -> step == task.award ? WHOLE - value(Measure.AWARD) : Math.min(WHOLE, option.credit);
            case CREDIT -> Math.min(WHOLE, option.credit);
            case JOBS -> hopeToOpen(option, steps);
            default -> throw new IllegalArgumentException(measure + " is not hoped for");
        };
    }

    private long hopeToMeet(Option option) {
        int hope = 0;
        for (int need : option.needs) if (task.wanted[need] && covered[need] == 0) hope++;
        work += option.needs.length;
        return hope;
    }

    private long hopeToOpen(Option option, int steps) {
        long hope = 0;
        int parts = Measure.JOBS.parts;
        int count = share(option);
        for (int t = 0; t < count; t++) {
            int lack = touched[t];
            int share = shares[lack];
            shares[lack] = 0;
            int open = lacking[lack];
            if (share >= open) {
                hope += task.lackJobs[lack] * parts;
            } else if (share + (steps - 1) * mostAtOnce[lack] >= open) {
                hope += Math.ceilDiv(task.lackJobs[lack] * parts * share, open);
            }
        }
        return hope;
    }

    /** Counts, for each lack that is open, the needs of it that the option would newly meet; returns how many lacks those are. */
    private int share(Option option) {
        int count = 0;
        for (int need : option.needs) {
            if (covered[need] > 0) continue;
            int[] lacks = task.lacksOf[need];
            work += lacks.length;
            for (int lack : lacks) {
                if (lacking[lack] <= 0) continue;
                if (shares[lack]++ == 0) touched[count++] = lack;
            }
        }
        work += option.needs.length;
        return count;
    }
}
