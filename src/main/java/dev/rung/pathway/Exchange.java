package dev.rung.pathway;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a plan better by small changes, for tasks too large to be searched through: first by adding what lets hope for most, for the effort where effort counts,
 * then by taking each step out in turn and filling up anew, until nothing gets better or the work is used up.
 */
final class Exchange {
    private final Task task;
    private final Aim aim;
    private final BitSet excluded;
    private final Tally tally;
    private final long mostWork;
    private int[] plan = {};
    private long[] worth;
    private long evaluated;
    private long plans;

    /** @param mostWork reads of the tables after which nothing more is begun */
    Exchange(Task task, Aim aim, BitSet excluded, long mostWork) {
        this.task = task;
        this.aim = aim;
        this.excluded = excluded;
        this.mostWork = mostWork;
        this.tally = new Tally(task);
        this.worth = aim.worth(tally, Effort.NONE);
    }

    int[] plan() {
        return plan;
    }

    long[] worth() {
        return worth;
    }

    /** Options whose hope was worked out. */
    long evaluated() {
        return evaluated;
    }

    /** Plans whose worth was worked out exactly. */
    long plans() {
        return plans;
    }

    /** Begins with a plan, and with none. */
    void improve(int[] from, long[] fromWorth) {
        plan = from;
        worth = fromWorth;
        fill(new int[0], excluded, false);
        boolean thrifty = isThrifty();
        if (thrifty) fill(new int[0], excluded, true);
        boolean better = true;
        while (better && tally.work() < mostWork) {
            better = false;
            for (int step : plan.clone()) {
                if (tally.work() >= mostWork) return;
                long[] before = worth;
                BitSet without = (BitSet) excluded.clone();
                without.set(step);
                fill(without(plan, step), without, thrifty);
                better |= Aim.compare(worth, before) > 0;
            }
        }
    }

    /** The plan without a step and without what requires it. */
    private int[] without(int[] steps, int step) {
        return Arrays.stream(steps)
                .filter(s ->
                        s != step && Arrays.stream(task.options.get(s).requires).noneMatch(r -> r == step))
                .toArray();
    }

    private void fill(int[] from, BitSet without, boolean thrifty) {
        tally.become(from);
        while (true) {
            int[] steps = tally.plan();
            Effort effort = task.effort(steps);
            plans++;
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
            if (branches.isEmpty() || Aim.compare(prospects.bound(), worth) <= 0) return;
            for (int added : (thrifty ? thriftiest(branches, prospects) : branches.getFirst()).added())
                tally.add(added);
        }
    }

    /** Whether there is a point beyond which more does not count, so that effort decides. */
    private boolean isThrifty() {
        return aim.measures().get(1).isEffort()
                && (aim.measures().getFirst() != Measure.JOBS || aim.enough() != Budget.UNLIMITED);
    }

    /** The branch with most hope, as far as it is needed, for its effort. */
    private Prospects.Branch thriftiest(List<Prospects.Branch> branches, Prospects prospects) {
        Measure measure = aim.measures().get(1);
        long lacking = prospects.lacking();
        return branches.stream()
                .max(Comparator.comparingDouble((Prospects.Branch b) -> {
                            Effort least = task.least(b.added());
                            double effort = measure == Measure.COST ? least.cost() : least.time();
                            return Math.min(lacking, b.hope()[0]) / (1 + effort);
                        })
                        .thenComparing(Prospects.Branch::option, Comparator.reverseOrder()))
                .orElseThrow();
    }
}
