package dev.rung.evaluation.next;

import dev.rung.encoder.SkillEncoder;
import dev.rung.evaluation.next.Histories.Task;
import dev.rung.evaluation.next.NextFigures.Difference;
import dev.rung.evaluation.next.NextFigures.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well what people took next is foreseen.
 *
 * <pre>{@code
 * NextEvaluation evaluation = NextEvaluation.read(Path.of("train.tsv"), Optional.empty());   // the last item of each user is to be found
 * evaluation.run(new Transitions()).recallAt10();
 * evaluation.run(new Blend(true, Optional.empty())).difference();   // to Transitions
 * }</pre>
 *
 * <p>Rankers learn from the training histories alone, and choose whatever they choose on items held out of those. Of equal scores the item comes first that the file
 * names first.
 */
public final class NextEvaluation {
    private static final int DEPTH = 10;
    private static final int RESAMPLED = 2_000;
    private static final double TAIL = 0.025;

    private final Task task;

    private NextEvaluation(Task task) {
        this.task = task;
    }

    /**
     * Reads histories.
     *
     * @param train {@code user TAB item} lines, a user's lines in time order
     * @param test what these users took later, in the same form; none: the last item of each user of the training file, which is then not learnt from
     * @throws IOException if a file cannot be read
     */
    public static NextEvaluation read(Path train, Optional<Path> test) throws IOException {
        Histories histories = Histories.read(train);
        Task task = test.isPresent() ? histories.with(test.get()) : histories.lastHeldOut();
        if (task.next().isEmpty()) {
            throw new IOException(test.orElse(train) + " leaves nothing to find: "
                    + (test.isPresent() ? "it is empty" : "nobody in it took two things"));
        }
        return new NextEvaluation(task);
    }

    /**
     * How alike the items' texts are.
     *
     * @param file {@code item TAB text} lines; an item without text is like no other
     */
    public double[][] likeness(Path file, SkillEncoder encoder) throws IOException {
        Map<String, float[]> vectors = new HashMap<>();
        for (String[] line : Histories.lines(file)) vectors.put(line[0], encoder.encode(line[1]));
        float[] none = new float[encoder.dimensions()];
        List<float[]> byItem =
                task.items().stream().map(i -> vectors.getOrDefault(i, none)).toList();
        double[][] likeness = new double[byItem.size()][byItem.size()];
        for (int x = 0; x < likeness.length; x++) {
            for (int y = 0; y < likeness.length; y++) likeness[x][y] = SkillEncoder.dot(byItem.get(x), byItem.get(y));
        }
        return likeness;
    }

    /** Measures a ranker, and beside it the yardstick. */
    public NextFigures run(NextRanker ranker) {
        List<Found> found = found(ranker);
        Optional<Difference> difference = Optional.empty();
        if (!(ranker instanceof Transitions)) {
            Transitions yardstick = new Transitions();
            List<Found> other = found(yardstick);
            difference = Optional.of(new Difference(
                    yardstick.name(),
                    mean(other, Found::recall),
                    mean(other, Found::ndcg),
                    interval(found, other, Found::recall),
                    interval(found, other, Found::ndcg)));
        }
        return new NextFigures(
                ranker.name(),
                found.size(),
                task.items().size(),
                mean(found, Found::recall),
                mean(found, f -> (double) f.ranks().length / DEPTH),
                mean(found, f -> f.ranks().length > 0 ? 1 : 0),
                mean(found, Found::ndcg),
                difference);
    }

    /**
     * What was found for one user.
     *
     * @param ranks within the first ten, from 1
     * @param wanted how much there was to find
     */
    private record Found(int[] ranks, int wanted) {
        double recall() {
            return (double) ranks.length / wanted;
        }

        double ndcg() {
            double gain = 0;
            for (int rank : ranks) gain += discount(rank);
            double most = 0;
            for (int rank = 1; rank <= Math.min(DEPTH, wanted); rank++) most += discount(rank);
            return gain / most;
        }

        private static double discount(int rank) {
            return StrictMath.log(2) / StrictMath.log(rank + 1);
        }
    }

    private List<Found> found(NextRanker ranker) {
        NextRanker.Scores scores = ranker.learn(task.training(), task.items().size());
        return IntStream.range(0, task.past().size())
                .parallel()
                .mapToObj(u -> found(
                        scores.of(task.past().get(u)),
                        task.past().get(u),
                        task.next().get(u)))
                .toList();
    }

    private static Found found(double[] scores, int[] past, int[] next) {
        boolean[] isTaken = new boolean[scores.length];
        for (int item : past) isTaken[item] = true;
        List<Integer> ranks = new ArrayList<>();
        for (int item : next) {
            if (item == Task.UNKNOWN || isTaken[item]) continue;
            int rank = 1;
            for (int y = 0; y < scores.length; y++) {
                if (!isTaken[y] && (scores[y] > scores[item] || (scores[y] == scores[item] && y < item))) rank++;
            }
            if (rank <= DEPTH) ranks.add(rank);
        }
        return new Found(ranks.stream().mapToInt(Integer::intValue).toArray(), next.length);
    }

    private static double mean(List<Found> found, ToDoubleFunction<Found> figure) {
        double sum = 0;
        for (Found one : found) sum += figure.applyAsDouble(one);
        return sum / found.size();
    }

    private static Interval interval(List<Found> one, List<Found> other, ToDoubleFunction<Found> figure) {
        double[] differences = new double[one.size()];
        double mean = 0;
        for (int u = 0; u < differences.length; u++) {
            differences[u] = figure.applyAsDouble(one.get(u)) - figure.applyAsDouble(other.get(u));
            mean += differences[u] / differences.length;
        }
        Random random = new Random(1);
        double[] means = new double[RESAMPLED];
        for (int r = 0; r < RESAMPLED; r++) {
            double sum = 0;
            for (int u = 0; u < differences.length; u++) sum += differences[random.nextInt(differences.length)];
            means[r] = sum / differences.length;
        }
        Arrays.sort(means);
        return new Interval(mean, means[(int) (TAIL * RESAMPLED)], means[(int) ((1 - TAIL) * RESAMPLED) - 1]);
    }
}
