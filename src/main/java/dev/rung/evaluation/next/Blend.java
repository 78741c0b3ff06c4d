package dev.rung.evaluation.next;

import dev.rung.evaluation.next.Histories.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Several views of a history, each worth what it was worth on histories held out of the training ones.
 *
 * <p>The last item of every training history is held out, the views learn from the rest, and a softmax over the items not yet taken finds the
 * weights under which the held-out items are likeliest ({@link SoftmaxRegression}). Then the views learn anew from everything, and keep those weights. The
 * views:
 *
 * <ol>
 *   <li>log of {@link Transitions}, newest items first, and once more with a longer memory;
 *   <li>log of the same counts as a lift: over what the popularity of both items would make one expect;
 *   <li>log of the share of an item's takers who stopped there, and log of how many took it;
 *   <li>the mean log-likelihood of {@value #NETWORKS} {@link Network}s, unless left out;
 *   <li>likeness of the item's text to those in the history, where there are texts.
 * </ol>
 */
public final class Blend implements NextRanker {
    private static final int NETWORKS = 3;
    /** Decays of the history: for recent items, for a longer memory, for lifts. */
    private static final double RECENT = 0.5;

    private static final double LONG = 0.8;
    private static final double LIFTED = 0.6;
    /** Keeps logarithms finite. */
    private static final double LEAST = 1e-3;

    private final boolean withNetworks;
    private final Optional<double[][]> likeness;

    /**
     * A blend.
     *
     * @param withNetworks whether networks are among the views
     * @param likeness how alike two items' texts are, if there are texts
     */
    public Blend(boolean withNetworks, Optional<double[][]> likeness) {
        this.withNetworks = withNetworks;
        this.likeness = likeness;
    }

    @Override
    public String name() {
        return withNetworks ? "rung" : "counts";
    }

    @Override
    public Scores learn(List<int[]> histories, int items) {
        Task inner = new Histories(List.of(), List.of(), histories).lastHeldOut();
        List<View> tried = views(inner.training(), items);
        SoftmaxRegression regression = new SoftmaxRegression(tried.size());
        List<SoftmaxRegression.Choice> choices = java.util.stream.IntStream.range(
                        0, inner.past().size())
                .parallel()
                .mapToObj(i -> choice(tried, inner.past().get(i), inner.next().get(i)[0], items))
                .toList();
        double[] weights = regression.fit(choices);
        List<View> views = views(histories, items);
        return history -> {
            double[] scores = new double[items];
            for (int v = 0; v < views.size(); v++) {
                double[] view = views.get(v).of(history);
                for (int y = 0; y < items; y++) scores[y] += weights[v] * view[y];
            }
            return scores;
        };
    }

    /** One number an item for a history. */
    private interface View {
        double[] of(int[] history);
    }

    private List<View> views(List<int[]> histories, int items) {
        List<View> views = new ArrayList<>();
        for (double decay : new double[] {RECENT, LONG}) {
            Scores transitions = new Transitions(decay).learn(histories, items);
            views.add(history -> logs(transitions.of(history)));
        }
        double[][] lifts = lifts(Transitions.counts(histories, items));
        views.add(history -> logs(Transitions.decayed(history, LIFTED, lifts, items)));
        double[] taken = new double[items];
        double[] last = new double[items];
        for (int[] history : histories) {
            for (int item : history) taken[item]++;
            if (history.length > 0) last[history[history.length - 1]]++;
        }
        double[] stopped = new double[items];
        double[] popular = new double[items];
        for (int y = 0; y < items; y++) {
            stopped[y] = StrictMath.log((last[y] + 1) / (taken[y] + 4));
            popular[y] = StrictMath.log(taken[y] + 1);
        }
        views.add(history -> stopped);
        views.add(history -> popular);
        if (withNetworks) {
            List<Scores> networks = LongStream.rangeClosed(1, NETWORKS)
                    .boxed()
                    .parallel()
                    .map(seed -> new Network(seed).learn(histories, items))
                    .toList();
            views.add(history -> mean(networks, history, items));
        }
        likeness.ifPresent(like -> views.add(history -> likenessTo(history, like, items)));
        return views;
    }

    /** The mean likeness to the history, newest items first. */
    private static double[] likenessTo(int[] history, double[][] likeness, int items) {
        double[] sum = Transitions.decayed(history, RECENT, likeness, items);
        double all = (1 - StrictMath.pow(RECENT, history.length)) / (1 - RECENT);
        return Arrays.stream(sum).map(s -> history.length == 0 ? 0 : s / all).toArray();
    }

    private static double[][] lifts(double[][] counts) {
        int items = counts.length;
        double[] from = new double[items];
        double[] to = new double[items];
        double all = 0;
        for (int x = 0; x < items; x++) {
            for (int y = 0; y < items; y++) {
                from[x] += counts[x][y];
                to[y] += counts[x][y];
                all += counts[x][y];
            }
        }
        for (int x = 0; x < items; x++) {
            for (int y = 0; y < items; y++) counts[x][y] *= all / ((from[x] + 5) * (to[y] + 5));
        }
        return counts;
    }

    private static double[] logs(double[] values) {
        return Arrays.stream(values).map(v -> StrictMath.log(v + LEAST)).toArray();
    }

    private static double[] mean(List<Scores> networks, int[] history, int items) {
        double[] mean = new double[items];
        for (Scores network : networks) {
            double[] one = network.of(history);
            for (int y = 0; y < items; y++) mean[y] += one[y] / networks.size();
        }
        return mean;
    }

    private static SoftmaxRegression.Choice choice(List<View> views, int[] past, int chosen, int items) {
        double[][] seen =
                Stream.of(views.toArray(View[]::new)).map(v -> v.of(past)).toArray(double[][]::new);
        boolean[] isTaken = new boolean[items];
        for (int item : past) isTaken[item] = true;
        double[][] open = new double[items - past.length][views.size()];
        int n = 0;
        int at = 0;
        for (int y = 0; y < items; y++) {
            if (isTaken[y]) continue;
            if (y == chosen) at = n;
            for (int v = 0; v < open[n].length; v++) open[n][v] = seen[v][y];
            n++;
        }
        return new SoftmaxRegression.Choice(open, at);
    }
}
