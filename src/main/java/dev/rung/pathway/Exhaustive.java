package dev.rung.pathway;

import java.util.Arrays;
import java.util.List;

/** Tries every set of options that the number of steps allows: the yardstick for {@link BranchAndBound}. */
final class Exhaustive implements PlanSearch {
    @Override
    public Found search(Task task, Aim aim, List<Integer> banned, List<List<Integer>> known) {
        Run run = new Run(task, aim, banned);
        run.from(0);
        List<Long> worth = Arrays.stream(run.best).boxed().toList();
        return new Found(Arrays.stream(run.plan).boxed().toList(), worth, worth, run.evaluated, 0);
    }

    private static final class Run {
        private final Task task;
        private final Aim aim;
        private final List<Integer> banned;
        private final Tally tally;
        private int[] plan = {};
        private long[] best;
        private long evaluated;

        Run(Task task, Aim aim, List<Integer> banned) {
            this.task = task;
            this.aim = aim;
            this.banned = banned;
            this.tally = new Tally(task);
            this.best = aim.worth(tally, Effort.NONE);
        }

        void from(int first) {
            int[] steps = tally.plan();
            evaluated++;
            Effort effort = task.effort(steps);
            if (aim.admits(task, steps, effort)) {
                long[] worth = aim.worth(tally, effort);
                if (Aim.compare(worth, best) > 0) {
                    best = worth;
                    plan = steps;
                }
            }
            if (steps.length == task.budget.steps()) return;
            for (int next = first; next < task.options.size(); next++) {
                if (banned.contains(next)) continue;
                tally.add(next);
                from(next + 1);
                tally.removeLast();
            }
        }
    }
}
