package dev.rung.pathway;

import dev.rung.pathway.PlanSearch.Found;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Two or three ways that are clearly different: the cheapest, the fastest, and the one that opens most jobs, or, towards an award, of which most counts towards it.
 * Ways that turn out to be the same are shown once. Where all are the same, another one is looked for that does without the step that matters most.
 *
 * <p>Towards most jobs, the widest way comes first, and the cheapest and fastest are the cheapest and fastest that open at least half as many.
 */
final class Alternatives {
    private final Task task;
    private final PlanSearch search;
    private final List<Way> ways = new ArrayList<>();

    Alternatives(Task task, PlanSearch search) {
        this.task = task;
        this.search = search;
    }

    /** A plan, what it is best at, and how it was found. */
    record Way(List<String> kinds, Found found, Aim aim) {
        Way {
            kinds = List.copyOf(kinds);
        }
    }

    List<Way> find() {
        if (task.award >= 0) {
            first("cheapest", Measure.AWARD, Measure.COST, Measure.TIME, Measure.STEPS);
            first("fastest", Measure.AWARD, Measure.TIME, Measure.COST, Measure.STEPS);
            first("stacked", Measure.AWARD, Measure.CREDIT, Measure.COST, Measure.TIME, Measure.STEPS);
        } else if (task.missing > 0) {
            first("cheapest", Measure.REQUIREMENTS, Measure.COST, Measure.TIME, Measure.STEPS);
            first("fastest", Measure.REQUIREMENTS, Measure.TIME, Measure.COST, Measure.STEPS);
            List<Measure> wide = List.of(Measure.REQUIREMENTS, Measure.JOBS, Measure.COST, Measure.TIME, Measure.STEPS);
            add("widest", new Aim(wide, Budget.UNLIMITED, true));
        } else {
            first("widest", Measure.JOBS, Measure.COST, Measure.TIME, Measure.STEPS);
            if (ways.isEmpty()) return ways;
            long enough = Math.ceilDiv(ways.getFirst().found.worth().getFirst(), 2);
            add("cheapest", new Aim(List.of(Measure.JOBS, Measure.COST, Measure.TIME, Measure.STEPS), enough));
            add("fastest", new Aim(List.of(Measure.JOBS, Measure.TIME, Measure.COST, Measure.STEPS), enough));
        }
        if (ways.size() == 1) addAnother();
        return ways;
    }

    private void first(String kind, Measure... measures) {
        add(kind, new Aim(List.of(measures), Budget.UNLIMITED));
    }

    private void add(String kind, Aim aim) {
        Found found = search.search(task, aim, List.of(), known());
        if (found.plan().isEmpty()) return;
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            if (!steps(way).equals(new HashSet<>(found.plan()))) continue;
            List<String> kinds = new ArrayList<>(way.kinds);
            kinds.add(kind);
            ways.set(i, new Way(kinds, way.found, way.aim));
            return;
        }
        ways.add(new Way(List.of(kind), found, aim));
    }

    private void addAnother() {
        Way only = ways.getFirst();
        int leading = leading(only.found.plan());
        if (leading == task.award) return;
        Found found = search.search(task, only.aim, List.of(leading), List.of());
        if (!found.plan().isEmpty() && !steps(only).containsAll(found.plan())) {
            ways.add(new Way(List.of("another"), found, only.aim));
        }
    }

    /** The step that matters most: without which least is reached; of equal ones the first. */
    private int leading(List<Integer> plan) {
        int leading = plan.getFirst();
        long least = Long.MAX_VALUE;
        Tally tally = new Tally(task);
        for (int step : plan.stream().sorted().toList()) {
            tally.become(plan.stream()
                    .filter(s -> s != step && !requires(s, step))
                    .mapToInt(s -> s)
                    .toArray());
            long left = task.missing > 0 ? tally.value(Measure.REQUIREMENTS) : tally.value(Measure.JOBS);
            if (task.award >= 0) left = tally.value(Measure.AWARD);
            if (step != task.award && left < least) {
                least = left;
                leading = step;
            }
        }
        return leading;
    }

    private boolean requires(int step, int other) {
        for (int required : task.options.get(step).requires) if (required == other) return true;
        return false;
    }

    private List<List<Integer>> known() {
        return ways.stream().map(w -> w.found.plan()).toList();
    }

    private static Set<Integer> steps(Way way) {
        return new HashSet<>(way.found.plan());
    }
}
