package dev.rung.pathway;

import java.util.List;

/** Finds the best plan for a task. The answer depends on the task and the aim alone, never on the clock. */
interface PlanSearch {
    Found search(Task task, Aim aim, List<Integer> banned);

    /**
     * The best plan found, and how sure that is.
     *
     * @param plan the steps, in no particular order
     * @param worth of the plan, by the aim
     * @param bound no plan within the budget is worth more; the worth itself if the plan is proven best
     * @param evaluated plans whose worth was worked out, exactly or as a bound
     */
    record Found(List<Integer> plan, List<Long> worth, List<Long> bound, long evaluated) {
        public Found {
            plan = List.copyOf(plan);
            worth = List.copyOf(worth);
            bound = List.copyOf(bound);
        }

        boolean isExact() {
            return worth.equals(bound);
        }
    }
}
