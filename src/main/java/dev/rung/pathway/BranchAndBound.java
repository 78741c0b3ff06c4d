package dev.rung.pathway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the best plan without trying them all, or says how far from the best the one it found may be.
 *
 * <h2>What is asked</h2>
 *
 * Given options with needs they meet, the plan P is a set of at most k options that holds with each option all it requires and stays within the
 * budget. Its worth is a list of measures, of which the first that differs decides ({@link Aim}). With met(P) for the needs that some step meets,
 *
 * <pre>  requirements(P) = min(missing, |wanted ∩ met(P)|)
 *  jobs(P)         = Σ jobs(l) over lacks l with |needs(l) ∩ met(P)| ≥ missing(l)</pre>
 *
 * Both grow with P and never shrink. The first is a coverage function, so the gains of options at most add up. The second is not: two credentials may
 * open a job together of which neither opens it alone.
 *
 * <h2>The bound</h2>
 *
 * To a plan P of which at most r steps are missing, let c(i, l) be the open needs of lack l that option i meets, and m(l) how many must still be met. Each
 * option is given a hope, so that no r options gain more together than their hopes add up to:
 *
 * <pre>  requirements: hope(i) = |wanted ∩ needs(i) − met(P)|
 *  jobs:         hope(i) = Σ jobs(l) · min(1, c(i, l) ÷ m(l)) over lacks l with c(i, l) + (r − 1) · max c(·, l) ≥ m(l)</pre>
 *
 * Whenever options together open a lack, the sum of c(i, l) over them is at least m(l), so their shares of it sum to at least 1, and none of them was left out
 * by the condition. Shares are rounded up to whole {@link Measure#parts}. So f(P) plus the r largest hopes bounds f of every plan that contains P; and so does f(P) plus
 * the hopes that fit into the hours, or the money, that are left, if the last option may be taken in part. For an effort, the bound is from below: what P takes, and the
 * least in which hopes cover what P still lacks to the bound of the first measure. An award may become shorter by what is earned before it; bounds take the shortest it can become.
 *
 * <h2>The search</h2>
 *
 * A node is a plan and a set of options that must not be added. The node with the best bound comes first. Its branches are the options that may be added,
 * each with what it requires, most hope first; a branch excludes all branches before it, so no plan is met twice. With one step to go hopes are gains, and the branches are
 * plans. The search is over when no bound is above the best plan; then that is proven. It stops early after {@value #MOST_WORK} reads of the tables, never
 * by the clock, so that the same task has the same answer everywhere; the best bound of what is left is reported. What is found then is improved by exchanging steps
 * ({@link Exchange}). Whenever there are at most {@value #SURE} sets of options, the search is not stopped.
 *
 * <p>Options of which another one is at least as good in everything are left out first ({@link Dominance}).
 */
final class BranchAndBound implements PlanSearch {
    private static final long MOST_WORK = 800_000;
    private static final long SURE = 20_000;

    private final long mostWork;
    private final long sure;

    BranchAndBound() {
        this(MOST_WORK, SURE);
    }

    /**
     * @param mostWork reads of the tables after which to stop
     * @param sure sets of options up to which not to stop
     */
    BranchAndBound(long mostWork, long sure) {
        this.mostWork = mostWork;
        this.sure = sure;
    }

    @Override
    public Found search(Task task, Aim aim, List<Integer> banned, List<List<Integer>> known) {
        BitSet excluded = new BitSet();
        banned.forEach(excluded::set);
        // Something better in an option's place may make another step superfluous, so a lean plan could be lost.
        if (!aim.lean()) excluded.or(Dominance.dominated(task, excluded));
        Run run = new Run(task, aim, excluded);
        for (List<Integer> plan : known) {
            if (plan.stream().noneMatch(banned::contains)) run.beginWith(plan);
        }
        long[] bound = run.search(sets(task, excluded) <= sure ? Long.MAX_VALUE : mostWork);
        if (Aim.compare(bound, run.best) > 0) run.improve(mostWork);
        return new Found(
                Arrays.stream(run.plan).boxed().toList(),
                Arrays.stream(run.best).boxed().toList(),
                Arrays.stream(Aim.compare(bound, run.best) > 0 ? bound : run.best)
                        .boxed()
                        .toList(),
                run.plans,
                run.hopes);
    }

    private static long sets(Task task, BitSet excluded) {
        int options = task.options.size() - excluded.cardinality();
        double sets = 1;
        double layer = 1;
        for (int k = 1; k <= Math.min(options, task.budget.steps()); k++) {
            layer = layer * (options - k + 1) / k;
            sets += layer;
        }
        return (long) sets;
    }

    /** A plan, what must not be added to it, and what no plan beyond it can be worth more than. */
    private record Node(int[] plan, BitSet excluded, long[] bound, long number) implements Comparable<Node> {
        Node numbered(long other) {
            return new Node(plan, excluded, bound, other);
        }

        /** Best bound first; of equal ones the younger, which is the deeper one. */
        @Override
        public int compareTo(Node other) {
            int byBound = Aim.compare(other.bound, bound);
            return byBound != 0 ? byBound : Long.compare(other.number, number);
        }
    }

    private static final class Run {
        private final Task task;
        private final Aim aim;
        private final BitSet excluded;
        private final Tally tally;
        private final PriorityQueue<Node> open = new PriorityQueue<>();
        private int[] plan = {};
        private long[] best;
        private long plans;
        private long hopes;
        private long nodes;

        Run(Task task, Aim aim, BitSet excluded) {
            this.task = task;
            this.aim = aim;
            this.excluded = excluded;
            this.tally = new Tally(task);
            this.best = aim.worth(tally, Effort.NONE);
        }

        void beginWith(List<Integer> known) {
            int[] steps = known.stream().mapToInt(s -> s).toArray();
            tally.become(steps);
            consider(steps);
        }

        /** Searches until nothing better can be left, or too long; returns the bound of what is left. */
        long[] search(long mostWork) {
            long[] unbounded = new long[aim.measures().size()];
            Arrays.fill(unbounded, Long.MAX_VALUE);
            open.add(new Node(new int[0], excluded, unbounded, nodes++));
            while (!open.isEmpty()) {
                Node node = open.remove();
                if (Aim.compare(node.bound, best) <= 0) return best;
                if (tally.work() > mostWork && nodes > 1) return node.bound;
                expand(node);
            }
            return best;
        }

        private void expand(Node node) {
            tally.become(node.plan);
            consider(node.plan);
            Prospects prospects = new Prospects(task, aim, tally, node.excluded);
            hopes += prospects.evaluated();
            long[] bound = smaller(node.bound, prospects.bound());
            if (prospects.branches().isEmpty() || Aim.compare(bound, best) <= 0) return;
            if (prospects.steps() == 1) {
                considerLast(prospects);
            } else {
                branch(node, prospects, bound);
            }
        }

        private void branch(Node node, Prospects prospects, long[] bound) {
            List<long[]> bounds = prospects.branchBounds();
            BitSet before = (BitSet) node.excluded.clone();
            List<Node> worthwhile = new ArrayList<>();
            for (int b = 0; b < bounds.size(); b++) {
                Prospects.Branch branch = prospects.branches().get(b);
                long[] least = smaller(bound, bounds.get(b));
                if (Aim.compare(least, best) > 0 && isAllowed(branch, before)) {
                    worthwhile.add(new Node(joined(node.plan, branch.added()), (BitSet) before.clone(), least, 0));
                }
                before.set(branch.option());
            }
            // The most hopeful branch last, since of nodes with equal bounds the younger comes first.
            for (Node child : worthwhile.reversed()) open.add(child.numbered(nodes++));
        }

        private static boolean isAllowed(Prospects.Branch branch, BitSet excluded) {
            return Arrays.stream(branch.added()).noneMatch(excluded::get);
        }

        /** With one step to go the branches are plans, and only those that may be better are worked out. */
        private void considerLast(Prospects prospects) {
            int[] before = tally.plan();
            List<long[]> bounds = prospects.branchBounds();
            for (int b = 0; b < bounds.size(); b++) {
                if (Aim.compare(bounds.get(b), best) <= 0) continue;
                tally.add(prospects.branches().get(b).option());
                consider(joined(before, prospects.branches().get(b).added()));
                tally.removeLast();
            }
        }

        /** Keeps the plan that the tally stands at, if it is allowed and better than the best. */
        private void consider(int[] steps) {
            plans++;
            Effort effort = task.effort(steps);
            if (aim.admits(task, steps, effort)) keep(steps, aim.worth(tally, effort));
        }

        private void keep(int[] steps, long[] worth) {
            if (Aim.compare(worth, best) <= 0) return;
            best = worth;
            plan = steps;
        }

        void improve(long mostWork) {
            Exchange exchange = new Exchange(task, aim, excluded, mostWork);
            exchange.improve(plan, best);
            plans += exchange.plans();
            hopes += exchange.evaluated();
            keep(exchange.plan(), exchange.worth());
        }

        private static long[] smaller(long[] a, long[] b) {
            return Aim.compare(a, b) <= 0 ? a : b;
        }

        private static int[] joined(int[] plan, int[] added) {
            int[] all = Arrays.copyOf(plan, plan.length + added.length);
            System.arraycopy(added, 0, all, plan.length, added.length);
            return all;
        }
    }
}
