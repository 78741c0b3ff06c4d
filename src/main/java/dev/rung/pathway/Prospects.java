package dev.rung.pathway;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * What can still be added to a plan, what each option lets hope for, and the bounds that follow; see {@link BranchAndBound}. Made for one plan
 * and thrown away.
 */
final class Prospects {
    private final Task task;
    private final Aim aim;
    private final Tally tally;
    private final int[] plan;
    private final int steps;
    private final Effort least;
    /** Options that may be added, with what they require, in order. */
    private final List<Branch> branches = new ArrayList<>();
    /** By measure and option, in parts; -1 for an option that is in no branch. */
    private final long[][] hopes;

    private int evaluated;

    /** An option together with what it requires and the plan does not have yet. */
    record Branch(int option, int[] added, long[] hope) {}

    /**
     * @param tally of the plan
     * @param excluded options that must not be added
     */
    Prospects(Task task, Aim aim, Tally tally, BitSet excluded) {
        this.task = task;
        this.aim = aim;
        this.tally = tally;
        this.plan = tally.plan();
        this.steps = task.budget.steps() - plan.length;
        this.least = task.least(plan);
        this.hopes = new long[aim.measures().size()][task.options.size()];
        for (long[] hope : hopes) Arrays.fill(hope, -1);
        if (steps > 0) look(excluded);
    }

    List<Branch> branches() {
        return branches;
    }

    int steps() {
        return steps;
    }

    /** How many options' hopes were worked out. */
    int evaluated() {
        return evaluated;
    }

    private void look(BitSet excluded) {
        BitSet held = new BitSet();
        for (int step : plan) held.set(step);
        List<int[]> admitted = new ArrayList<>();
        BitSet members = new BitSet();
        for (int option = 0; option < task.options.size(); option++) {
            if (held.get(option) || excluded.get(option)) continue;
            int[] added = added(option, held);
            if (added.length > steps || isExcluded(added, excluded) || !fits(added)) continue;
            admitted.add(added);
            for (int each : added) members.set(each);
        }
        for (int option = members.nextSetBit(0); option >= 0; option = members.nextSetBit(option + 1)) {
            evaluated++;
            for (int m = 0; m < hopes.length; m++) {
                Measure measure = aim.measures().get(m);
                hopes[m][option] = measure.isEffort() ? 0 : tally.hope(measure, option, steps);
            }
        }
        for (int[] added : admitted) {
            long[] hope = new long[hopes.length];
            for (int each : added) for (int m = 0; m < hope.length; m++) hope[m] += hopes[m][each];
            Branch branch = new Branch(added[added.length - 1], added, hope);
            if (isUseful(branch, members)) branches.add(branch);
        }
        branches.sort(Comparator.comparing(Branch::hope, Arrays::compare)
                .reversed()
                .thenComparing(b -> b.added().length)
                .thenComparing(b -> task.least(b.added()).cost())
                .thenComparing(Branch::option));
    }

    /** The option last, what it requires before it. */
    private int[] added(int option, BitSet held) {
        int[] required = task.options.get(option).requires;
        int[] added = new int[required.length + 1];
        int count = 0;
        for (int each : required) if (!held.get(each)) added[count++] = each;
        added[count++] = option;
        return Arrays.copyOf(added, count);
    }

    private static boolean isExcluded(int[] added, BitSet excluded) {
        for (int each : added) if (excluded.get(each)) return true;
        return false;
    }

    private boolean fits(int[] added) {
        Effort effort = least;
        for (int each : added) effort = effort.plus(task.options.get(each), task.leastMinutes[each], task.budget);
        return task.budget.admits(effort);
    }

    /** Whether it lets hope for anything: itself, or by making a larger award shorter. */
    private boolean isUseful(Branch branch, BitSet members) {
        if (Arrays.stream(branch.hope).anyMatch(h -> h > 0)) return true;
        for (Option.Saving saving : task.options.get(branch.option).savings) {
            if (members.get(saving.award()) || contains(plan, saving.award())) return true;
        }
        return false;
    }

    private static boolean contains(int[] plan, int step) {
        for (int each : plan) if (each == step) return true;
        return false;
    }

    /** No plan that has this one's steps and one or more of the branches is worth more. */
    long[] bound() {
        long[] bound = new long[hopes.length];
        for (int m = 0; m < bound.length; m++) {
            Measure measure = aim.measures().get(m);
            bound[m] = switch (measure) {
                case COST -> -(least.cost() + cover(bound[0], measure));
                case TIME -> -(least.time() + cover(bound[0], measure));
                case STEPS -> -(plan.length + 1L);
                default -> hoped(measure, m);
            };
        }
        return bound;
    }

    /** What the measure comes to at most: by the number of steps, and by each limit as if steps could be taken in part. */
    private long hoped(Measure measure, int m) {
        long[] best = new long[steps];
        for (long hope : hopes[m]) insert(best, hope);
        long parts = Arrays.stream(best).sum();
        if (task.budget.minutes() != Budget.UNLIMITED) {
            parts = Math.min(parts, fractional(m, task.leastMinutes, task.budget.minutes() - least.minutes()));
        }
        if (task.budget.cents() != Budget.UNLIMITED) {
            long[] cents = task.options.stream().mapToLong(o -> o.cents).toArray();
            parts = Math.min(parts, fractional(m, cents, task.budget.cents() - least.cents()));
        }
        return total(measure, parts);
    }

    private long total(Measure measure, long parts) {
        long value = tally.value(measure) + parts / measure.parts;
        return aim.capped(measure, Math.min(tally.ceiling(measure), value));
    }

    /** The most hope that fits into what is left, the last option in part: no choice of whole options has more. */
    private long fractional(int m, long[] sizes, long left) {
        long hope = 0;
        for (int option : byWorth(m, sizes)) {
            long size = sizes[option];
            if (size <= left) {
                hope += hopes[m][option];
                left -= size;
            } else {
                return hope + part(hopes[m][option], left, size, RoundingMode.CEILING);
            }
        }
        return hope;
    }

    /** The least effort by which options, in part if need be, have so much hope as the first measure still lacks to its bound. */
    private long cover(long target, Measure effort) {
        long lacking = lacking(target);
        if (lacking <= 0) return 0;
        long[] sizes = effort == Measure.TIME
                ? task.leastMinutes
                : task.options.stream().mapToLong(o -> o.cents).toArray();
        long sum = 0;
        for (int option : byWorth(0, sizes)) {
            long hope = hopes[0][option];
            if (hope >= lacking) return sum + part(sizes[option], lacking, hope, RoundingMode.FLOOR);
            sum += sizes[option];
            lacking -= hope;
        }
        return sum;
    }

    /** What the first measure lacks to its bound, in parts. */
    long lacking() {
        return lacking(hoped(aim.measures().getFirst(), 0));
    }

    private long lacking(long target) {
        Measure first = aim.measures().getFirst();
        return (target - aim.capped(first, tally.value(first))) * first.parts;
    }

    /** Options with hope, most hope for their size first. */
    private List<Integer> byWorth(int m, long[] sizes) {
        List<Integer> order = new ArrayList<>();
        for (int option = 0; option < hopes[m].length; option++) if (hopes[m][option] > 0) order.add(option);
        order.sort(Comparator.comparing((Integer o) -> o, (a, b) -> comparePerHope(sizes, hopes[m], a, b))
                .thenComparing(o -> o));
        return order;
    }

    /** sizes[a] ÷ hopes[a] against sizes[b] ÷ hopes[b], exactly: a bound that is off by a rounding is no bound. */
    private static int comparePerHope(long[] sizes, long[] hopes, int a, int b) {
        int high = Long.compare(Math.multiplyHigh(sizes[a], hopes[b]), Math.multiplyHigh(sizes[b], hopes[a]));
        return high != 0 ? high : Long.compareUnsigned(sizes[a] * hopes[b], sizes[b] * hopes[a]);
    }

    /** whole · share ÷ of, exactly. */
    private static long part(long whole, long share, long of, RoundingMode rounding) {
        return BigDecimal.valueOf(whole)
                .multiply(BigDecimal.valueOf(share))
                .divide(BigDecimal.valueOf(of), 0, rounding)
                .longValueExact();
    }

    /** One bound for each branch, in order: of plans that take it and none of the branches before it. */
    List<long[]> branchBounds() {
        long[][] best = new long[hopes.length][steps];
        List<long[]> bounds = new ArrayList<>(branches.size());
        for (int b = branches.size() - 1; b >= 0; b--) {
            Branch branch = branches.get(b);
            int further = steps - branch.added.length;
            Effort effort = least;
            for (int each : branch.added) {
                effort = effort.plus(task.options.get(each), task.leastMinutes[each], task.budget);
            }
            long[] bound = new long[hopes.length];
            for (int m = 0; m < bound.length; m++) {
                Measure measure = aim.measures().get(m);
                long parts = branch.hope[m];
                for (int i = 0; i < further; i++) parts += best[m][i];
                bound[m] = switch (measure) {
                    case COST -> -effort.cost();
                    case TIME -> -effort.time();
                    case STEPS -> -effort.steps();
                    default -> total(measure, parts);
                };
                for (int each : branch.added) insert(best[m], hopes[m][each]);
            }
            bounds.add(bound);
        }
        java.util.Collections.reverse(bounds);
        return bounds;
    }

    /** Keeps the largest, largest first. */
    private static void insert(long[] largest, long value) {
        if (value <= 0 || value <= largest[largest.length - 1]) return;
        int at = largest.length - 1;
        while (at > 0 && largest[at - 1] < value) {
            largest[at] = largest[at - 1];
            at--;
        }
        largest[at] = value;
    }
}
