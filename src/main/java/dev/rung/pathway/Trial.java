package dev.rung.pathway;

import dev.rung.pathway.PlanSearch.Found;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The clever search and the one that tries everything, on the same small task cut out of a large one: some credentials and some jobs, chosen by a seed. For
 * evaluation.
 *
 * @param credentials how many to choose from
 * @param jobs how many could come within reach by all of them together
 * @param best jobs that the best plan brings within reach, by trying everything
 * @param found jobs that the clever search's plan brings within reach
 * @param same whether the two plans are worth the same in every measure
 * @param exact whether the clever search says that its plan is proven best
 * @param sets sets of credentials that were tried
 * @param plans whose worth the clever search worked out
 * @param hopes how often it worked out what one more credential can add to a plan
 * @param exhaustiveNanos processor time of trying everything
 * @param nanos processor time of the clever search
 */
public record Trial(
        int credentials,
        int jobs,
        long best,
        long found,
        boolean same,
        boolean exact,
        long sets,
        long plans,
        long hopes,
        long exhaustiveNanos,
        long nanos) {
    private static final Aim MOST =
            new Aim(List.of(Measure.JOBS, Measure.COST, Measure.TIME, Measure.STEPS), Budget.UNLIMITED);

    /** Cuts a task out of the whole one and sets both searches on it. */
    static Trial of(Task whole, int credentials, int jobs, Random random) {
        Task task = cut(whole, credentials, jobs, random);
        Timed<Found> clever = timed(() -> new BranchAndBound().search(task, MOST));
        Timed<Found> all = timed(() -> new Exhaustive().search(task, MOST));
        return new Trial(
                task.options.size(),
                (int) IntStream.range(0, task.lackJobs.length)
                        .mapToLong(l -> task.lackJobs[l])
                        .sum(),
                all.value.worth().getFirst(),
                clever.value.worth().getFirst(),
                all.value.worth().equals(clever.value.worth()),
                clever.value.isExact(),
                all.value.plans(),
                clever.value.plans(),
                clever.value.hopes(),
                all.nanos,
                clever.nanos);
    }

    /** Some of the options that require nothing, and some of the jobs that those could bring within reach. */
    private static Task cut(Task whole, int credentials, int jobs, Random random) {
        List<Integer> free = new ArrayList<>(IntStream.range(0, whole.options.size())
                .filter(o -> whole.options.get(o).requires.length == 0)
                .boxed()
                .toList());
        java.util.Collections.shuffle(free, random);
        List<Option> options = free.stream()
                .limit(credentials)
                .sorted()
                .map(o -> whole.options.get(o))
                .map(o -> new Option(
                        o.id, o.minutesUnknown, o.minutes, o.centsUnknown, o.cents, o.needs, new int[0], List.of(), 0))
                .toList();
        boolean[] taught = new boolean[whole.needs];
        for (Option option : options) for (int need : option.needs) taught[need] = true;
        List<Integer> lacks = new ArrayList<>();
        for (int l = 0; l < whole.lackNeeds.length; l++) {
            int open = 0;
            for (int need : whole.lackNeeds[l]) if (taught[need]) open++;
            for (long j = 0; open >= whole.lackMissing[l] && j < whole.lackJobs[l]; j++) lacks.add(l);
        }
        java.util.Collections.shuffle(lacks, random);
        Map<Integer, Long> counts = new HashMap<>();
        lacks.stream().limit(jobs).forEach(l -> counts.merge(l, 1L, Long::sum));
        int[] chosen = counts.keySet().stream().mapToInt(l -> l).sorted().toArray();
        return new Task(
                options,
                whole.budget,
                whole.needs,
                new boolean[whole.needs],
                0,
                -1,
                0,
                IntStream.of(chosen).map(l -> whole.lackMissing[l]).toArray(),
                IntStream.of(chosen).mapToObj(l -> whole.lackNeeds[l]).toArray(int[][]::new),
                IntStream.of(chosen).mapToLong(counts::get).toArray());
    }

    private record Timed<T>(T value, long nanos) {}

    private static <T> Timed<T> timed(Supplier<T> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        T value = work.get();
        return new Timed<>(value, threads.getCurrentThreadCpuTime() - before);
    }
}
