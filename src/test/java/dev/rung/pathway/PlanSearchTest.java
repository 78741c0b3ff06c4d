package dev.rung.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.pathway.PlanSearch.Found;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The clever search against the one that tries everything. */
class PlanSearchTest {
    private final PlanSearch clever = new BranchAndBound();
    private final PlanSearch exhaustive = new Exhaustive();

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void asGoodAsTryingEverything(@ForAll long seed) {
        RandomTasks tasks = new RandomTasks(seed);
        Task task = tasks.task();
        Aim aim = tasks.aim(task);

        Found found = clever.search(task, aim);

        assertThat(found.worth()).isEqualTo(exhaustive.search(task, aim).worth());
        assertThat(found.isExact()).isTrue();
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void aPlanKeepsWhatItPromises(@ForAll long seed) {
        RandomTasks tasks = new RandomTasks(seed);
        Task task = tasks.task();
        Aim aim = tasks.aim(task);

        Found found = clever.search(task, aim);

        int[] plan = found.plan().stream().mapToInt(p -> p).toArray();
        assertThat(found.plan()).doesNotHaveDuplicates();
        assertThat(task.isComplete(plan)).isTrue();
        assertThat(task.budget.admits(task.effort(plan))).isTrue();
        Tally tally = new Tally(task);
        for (int step : plan) tally.add(step);
        assertThat(found.worth())
                .isEqualTo(Arrays.stream(aim.worth(tally, task.effort(plan)))
                        .boxed()
                        .toList());
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void aLargerBudgetIsNeverWorse(@ForAll long seed) {
        RandomTasks tasks = new RandomTasks(seed);
        Task task = tasks.task();
        Aim aim = tasks.aim(task);
        Task larger = task.within(tasks.larger(task.budget));

        assertThat(worth(clever.search(larger, aim))).isGreaterThanOrEqualTo(worth(clever.search(task, aim)));
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void stoppedEarlyTheBoundStillHolds(@ForAll long seed) {
        RandomTasks tasks = new RandomTasks(seed);
        Task task = tasks.task();
        Aim aim = tasks.aim(task);
        List<Long> optimum = exhaustive.search(task, aim).worth();

        Found found = new BranchAndBound(0, 0).search(task, aim);

        assertThat(worth(found)).isLessThanOrEqualTo(new Worth(optimum));
        assertThat(new Worth(found.bound())).isGreaterThanOrEqualTo(new Worth(optimum));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void whatIsBannedIsNotTaken(@ForAll long seed) {
        RandomTasks tasks = new RandomTasks(seed);
        Task task = tasks.task();
        Aim aim = tasks.aim(task);

        Found found = clever.search(task, aim, List.of(0), List.of());

        assertThat(found.plan()).doesNotContain(0);
        assertThat(found.worth())
                .isEqualTo(exhaustive.search(task, aim, List.of(0), List.of()).worth());
    }

    private static Worth worth(Found found) {
        return new Worth(found.worth());
    }

    /** Worths compare place by place. */
    private record Worth(List<Long> places) implements Comparable<Worth> {
        @Override
        public int compareTo(Worth other) {
            return Aim.compare(
                    places.stream().mapToLong(p -> p).toArray(),
                    other.places.stream().mapToLong(p -> p).toArray());
        }
    }
}
