package dev.rung.pathway;

import java.util.List;

/** Finds the best plan for a task. The answer depends on the task and the aim alone, never on the clock. */
interface PlanSearch {
    default Found search(Task task, Aim aim) {
        return search(task, aim, List.of(), List.of());
    }

    /**
     * @param banned options that must not be among the steps
     * @param known plans that are known already: what is found is worth at least as much as any of them that the aim admits
     */
    Found search(Task task, Aim aim, List<Integer> banned, List<List<Integer>> known);

    /**
     * The best plan found, and how sure that is.
     *
     * @param plan the steps, in no particular order
     * @param worth of the plan, by the aim
     * @param bound no plan within the budget is worth more; the worth itself if the plan is proven best
     * @param plans whose worth was worked out exactly
     * @param hopes how often it was worked out what an option can add to a plan
     */
    record Found(List<Integer> plan, List<Long> worth, List<Long> bound, long plans, long hopes) {
        public Found {
            plan = List.copyOf(plan);
            worth = List.copyOf(worth);
            bound = List.copyOf(bound);
        }

        /** Plans whose worth was worked out, exactly or as a bound. */
        long evaluated() {
            return plans + hopes;
        }

        boolean isExact() {
            return worth.equals(bound);
        }
    }
}
