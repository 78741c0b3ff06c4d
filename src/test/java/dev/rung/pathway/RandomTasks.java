package dev.rung.pathway;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Small tasks made by chance, with everything in them that makes planning hard. The same seed makes the same task. */
final class RandomTasks {
    private final Random random;

    RandomTasks(long seed) {
        random = new Random(seed);
    }

    Task task() {
        int n = 1 + random.nextInt(10);
        int needs = 1 + random.nextInt(12);
        int award = random.nextInt(4) == 0 ? random.nextInt(n) : -1;
        List<Option> options = new ArrayList<>();
        List<TreeSet<Integer>> closed = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            TreeSet<Integer> requires = new TreeSet<>();
            // Only what comes before, so that there are no cycles; closed under what that requires.
            if (i > 0 && random.nextInt(3) == 0) {
                int other = random.nextInt(i);
                requires.add(other);
                requires.addAll(closed.get(other));
            }
            closed.add(requires);
            List<Option.Saving> savings = new ArrayList<>();
            if (i < n - 1 && random.nextInt(4) == 0) {
                savings.add(new Option.Saving(i + 1 + random.nextInt(n - i - 1), random.nextInt(400)));
            }
            options.add(new Option(
                    "c" + i,
                    random.nextInt(8) == 0,
                    0,
                    random.nextInt(8) == 0,
                    0,
                    subset(needs, 4),
                    requires.stream().mapToInt(r -> r).toArray(),
                    savings,
                    award >= 0 && i != award && random.nextBoolean() ? random.nextInt(500_000) : 0));
        }
        options.replaceAll(o -> new Option(
                o.id,
                o.minutesUnknown,
                o.minutesUnknown ? 0 : random.nextInt(600),
                o.centsUnknown,
                o.centsUnknown ? 0 : random.nextInt(4) * 1_000L,
                o.needs,
                o.requires,
                o.savings,
                o.credit));
        boolean[] wanted = new boolean[needs];
        int[] asked = subset(needs, 8);
        for (int need : asked) wanted[need] = true;
        int missing = asked.length == 0 ? 0 : 1 + random.nextInt(asked.length);
        int lacks = random.nextInt(12);
        int[] lackMissing = new int[lacks];
        int[][] lackNeeds = new int[lacks][];
        long[] lackJobs = new long[lacks];
        for (int l = 0; l < lacks; l++) {
            lackNeeds[l] = subset(needs, 5);
            if (lackNeeds[l].length == 0) lackNeeds[l] = new int[] {random.nextInt(needs)};
            lackMissing[l] = 1 + random.nextInt(lackNeeds[l].length);
            lackJobs[l] = 1 + random.nextInt(5);
        }
        return new Task(
                options,
                budget(),
                needs,
                wanted,
                missing,
                award,
                random.nextInt(300_000),
                lackMissing,
                lackNeeds,
                lackJobs);
    }

    Budget budget() {
        return new Budget(
                1 + random.nextInt(4),
                random.nextBoolean() ? Budget.UNLIMITED : random.nextInt(1_500),
                random.nextBoolean() ? Budget.UNLIMITED : random.nextInt(8_000),
                random.nextInt(3) > 0 ? Budget.UNLIMITED : random.nextInt(20),
                120);
    }

    /** One that allows at least as much of everything. */
    Budget larger(Budget than) {
        return new Budget(
                Math.min(Budget.MOST_STEPS, than.steps() + random.nextInt(2)),
                more(than.minutes(), 300),
                more(than.cents(), 2_000),
                more(than.weeks(), 5),
                than.minutesAWeek());
    }

    private long more(long limit, int most) {
        return limit == Budget.UNLIMITED ? limit : limit + random.nextInt(most + 1);
    }

    Aim aim(Task task) {
        List<Measure> first = new ArrayList<>();
        if (task.award >= 0) {
            first.add(Measure.AWARD);
            if (random.nextBoolean()) first.add(Measure.CREDIT);
        } else if (task.missing > 0 && random.nextBoolean()) {
            first.add(Measure.REQUIREMENTS);
        }
        if (first.isEmpty() || random.nextBoolean()) first.add(Measure.JOBS);
        first.addAll(
                random.nextBoolean()
                        ? List.of(Measure.COST, Measure.TIME, Measure.STEPS)
                        : List.of(Measure.TIME, Measure.COST, Measure.STEPS));
        return new Aim(
                first,
                random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(8),
                first.getFirst() == Measure.REQUIREMENTS && random.nextBoolean());
    }

    private int[] subset(int of, int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .map(i -> random.nextInt(of))
                .distinct()
                .sorted()
                .toArray();
    }
}
