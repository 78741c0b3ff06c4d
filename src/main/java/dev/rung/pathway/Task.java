package dev.rung.pathway;

import java.util.Arrays;
import java.util.List;

/**
 * A question in whole numbers: which of these options, within this budget. Needs are numbered from 0; only those count that some job or the
 * target lacks.
 *
 * <p>Immutable by convention: nobody writes to the arrays.
 */
final class Task {
    final List<Option> options;
    final Budget budget;
    final int needs;
    /** Which essential requirements of the target are open, by need; none true: there is no such target. */
    final boolean[] wanted;
    /** How many of those must be met for the target to be within reach. */
    final int missing;
    /** The option that is the target, or -1. */
    final int award;
    /** Credit that held credentials carry towards the award, in millionths of what it asks. */
    final long credit;
    /** Jobs that lack the same: how many needs must be met of which, and how many jobs they are. */
    final int[] lackMissing;

    final int[][] lackNeeds;
    final long[] lackJobs;
    /** By need: the lacks that it is among. */
    final int[][] lacksOf;
    /** What an option takes at least, whatever is earned before it. */
    final long[] leastMinutes;

    Task(
            List<Option> options,
            Budget budget,
            int needs,
            boolean[] wanted,
            int missing,
            int award,
            long credit,
            int[] lackMissing,
            int[][] lackNeeds,
            long[] lackJobs) {
        this.options = List.copyOf(options);
        this.budget = budget;
        this.needs = needs;
        this.wanted = wanted;
        this.missing = missing;
        this.award = award;
        this.credit = credit;
        this.lackMissing = lackMissing;
        this.lackNeeds = lackNeeds;
        this.lackJobs = lackJobs;
        this.lacksOf = lacksByNeed(needs, lackNeeds);
        this.leastMinutes = leastMinutes(options);
    }

    /** The same question within another budget. */
    Task within(Budget other) {
        return new Task(options, other, needs, wanted, missing, award, credit, lackMissing, lackNeeds, lackJobs);
    }

    private static int[][] lacksByNeed(int needs, int[][] lackNeeds) {
        int[] counts = new int[needs];
        for (int[] lack : lackNeeds) for (int need : lack) counts[need]++;
        int[][] lacks = new int[needs][];
        for (int need = 0; need < needs; need++) lacks[need] = new int[counts[need]];
        for (int l = lackNeeds.length - 1; l >= 0; l--) {
            for (int need : lackNeeds[l]) lacks[need][--counts[need]] = l;
        }
        return lacks;
    }

    private static long[] leastMinutes(List<Option> options) {
        long[] least = options.stream().mapToLong(o -> o.minutes).toArray();
        for (Option option : options) {
            for (Option.Saving saving : option.savings) {
                least[saving.award()] = Math.max(0, least[saving.award()] - saving.minutes());
            }
        }
        return least;
    }

    /** Minutes of a step, if all other steps of the plan that count towards it are earned before. */
    long minutes(int step, int[] plan) {
        long minutes = options.get(step).minutes;
        for (int other : plan) {
            for (Option.Saving saving : options.get(other).savings) {
                if (saving.award() == step) minutes -= saving.minutes();
            }
        }
        return Math.max(0, minutes);
    }

    /** What the plan takes. */
    Effort effort(int[] plan) {
        Effort effort = Effort.NONE;
        for (int step : plan) effort = effort.plus(options.get(step), minutes(step, plan), budget);
        return effort;
    }

    /** What the steps take at least, whatever else is earned. */
    Effort least(int[] plan) {
        Effort effort = Effort.NONE;
        for (int step : plan) effort = effort.plus(options.get(step), leastMinutes[step], budget);
        return effort;
    }

    /** Whether everything that a step requires is among the steps. */
    boolean isComplete(int[] plan) {
        for (int step : plan) {
            for (int required : options.get(step).requires) {
                if (Arrays.stream(plan).noneMatch(p -> p == required)) return false;
            }
        }
        return true;
    }

    /** Whether each step meets a wanted need that no other step meets, or is required by another step. */
    boolean isLean(int[] plan) {
        for (int step : plan) {
            boolean needed = false;
            for (int other : plan) needed |= contains(options.get(other).requires, step);
            for (int need : options.get(step).needs) needed |= wanted[need] && meet(plan, need) == 1;
            if (!needed) return false;
        }
        return true;
    }

    /** How many of the steps meet a need. */
    private int meet(int[] plan, int need) {
        int count = 0;
        for (int step : plan) if (contains(options.get(step).needs, need)) count++;
        return count;
    }

    private static boolean contains(int[] ascending, int number) {
        return Arrays.binarySearch(ascending, number) >= 0;
    }
}
