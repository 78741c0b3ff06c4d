package dev.rung.pathway;

import dev.rung.catalogue.Need;
import dev.rung.credential.EntryConditions;
import dev.rung.skill.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The best order of a plan's steps: what is required comes first, and so does what counts towards a later step; then with as few entry conditions unmet as
 * possible; then such that as much as possible is open as early as possible, that is, with the largest sum over all points on the way of what has been reached there.
 * Exact, by dynamic programming over the sets of steps done.
 */
final class StepOrder {
    private final Groundwork ground;
    private final Task task;
    private final int[] plan;

    StepOrder(Groundwork ground, List<Integer> plan) {
        this.ground = ground;
        this.task = ground.task();
        this.plan = plan.stream().mapToInt(p -> p).sorted().toArray();
    }

    /** How good it is to have come to a set of steps by its best order. */
    private record Way(int unmet, long requirements, long jobs, int last) {
        boolean isBetterThan(Way other) {
            if (unmet != other.unmet) return unmet < other.unmet;
            if (requirements != other.requirements) return requirements > other.requirements;
            return jobs > other.jobs;
        }
    }

    List<Integer> best() {
        int all = (1 << plan.length) - 1;
        Way[] ways = new Way[all + 1];
        ways[0] = new Way(0, 0, 0, -1);
        Tally tally = new Tally(task);
        for (int done = 0; done <= all; done++) {
            Way way = ways[done];
            if (way == null) continue;
            tally.become(steps(done));
            Set<Need> met = met(done);
            for (int next = 0; next < plan.length; next++) {
                if ((done & 1 << next) != 0 || !mayFollow(done, next)) continue;
                Way longer = new Way(
                        way.unmet + unmet(plan[next], met),
                        way.requirements + tally.value(Measure.REQUIREMENTS),
                        way.jobs + tally.value(Measure.JOBS),
                        next);
                int then = done | 1 << next;
                if (ways[then] == null || longer.isBetterThan(ways[then])) ways[then] = longer;
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int done = all; done != 0; done &= ~(1 << ways[done].last)) order.add(plan[ways[done].last]);
        return order.reversed();
    }

    private int[] steps(int done) {
        return java.util.stream.IntStream.range(0, plan.length)
                .filter(i -> (done & 1 << i) != 0)
                .map(i -> plan[i])
                .toArray();
    }

    private Set<Need> met(int done) {
        Set<Need> met = new HashSet<>(ground.met());
        for (int step : steps(done))
            met.addAll(ground.lesson(ground.steps().get(step)).meets());
        return met;
    }

    /** Whether all that has to come before is done. */
    private boolean mayFollow(int done, int next) {
        for (int i = 0; i < plan.length; i++) {
            if ((done & 1 << i) != 0 || i == next) continue;
            int other = plan[i];
            for (int required : task.options.get(plan[next]).requires) if (required == other) return false;
            String award = ground.steps().get(plan[next]);
            if (ground.rules(ground.steps().get(other)).stream()
                    .anyMatch(r -> r.award().equals(award))) return false;
        }
        return true;
    }

    private int unmet(int step, Set<Need> met) {
        return (int) ground.lesson(ground.steps().get(step)).credential().entry().skills().stream()
                .filter(w -> !met.contains(need(w)))
                .count();
    }

    static Need need(EntryConditions.Wanted wanted) {
        return new Need(wanted.skill(), wanted.level().orElse(Level.FOUNDATION));
    }
}
