package dev.rung.pathway;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Makes a plan better by small changes, for tasks too large to be searched through: first by adding what lets hope for most, then by taking each step out in
 * turn and filling up anew, until nothing gets better.
 */
final class Exchange {
    private static final int MOST_ROUNDS = 3;

    private final Task task;
    private final Aim aim;
    private final BitSet excluded;
    private final Tally tally;
    private int[] plan = {};
    private long[] worth;
    private long evaluated;

    Exchange(Task task, Aim aim, BitSet excluded) {
        this.task = task;
        this.aim = aim;
        this.excluded = excluded;
        this.tally = new Tally(task);
        this.worth = aim.worth(tally, Effort.NONE);
    }

    int[] plan() {
        return plan;
    }

    long[] worth() {
        return worth;
    }

    long evaluated() {
        return evaluated;
    }

    /** Begins with a plan, and with none. */
    void improve(int[] from, long[] fromWorth) {
        plan = from;
        worth = fromWorth;
        fill(new int[0], excluded);
        boolean better = true;
        for (int round = 0; better && round < MOST_ROUNDS; round++) {
            better = false;
            for (int step : plan.clone()) {
                long[] before = worth;
                BitSet without = (BitSet) excluded.clone();
                without.set(step);
                fill(without(plan, step), without);
                better |= Aim.compare(worth, before) > 0;
            }
        }
    }

    /** The plan without a step and without what requires it. */
    private int[] without(int[] steps, int step) {
        return Arrays.stream(steps)
                .filter(s -> s != step
                        && Arrays.stream(task.options.get(s).requires).noneMatch(r -> r == step))
                .toArray();
    }

    private void fill(int[] from, BitSet without) {
        tally.become(from);
        while (true) {
            int[] steps = tally.plan();
            Effort effort = task.effort(steps);
            evaluated++;
            if (aim.admits(task, steps, effort)) {
                long[] now = aim.worth(tally, effort);
                if (Aim.compare(now, worth) > 0) {
                    worth = now;
                    plan = steps;
                }
            }
            Prospects prospects = new Prospects(task, aim, tally, without);
            evaluated += prospects.evaluated();
            List<Prospects.Branch> branches = prospects.branches();
            if (branches.isEmpty()) return;
            for (int added : branches.getFirst().added()) tally.add(added);
        }
    }
}
