package dev.rung.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Runs the queries of a {@link RetrievalSet} and counts where the answers came.
 *
 * <pre>{@code
 * RetrievalFigures figures = RetrievalEvaluation.run(Path.of("my-set"), new EncoderRanker(encoder));
 * figures.mrr();    // 0.37
 * }</pre>
 *
 * <p>Texts with equal scores come in the order of the corpus.
 */
public final class RetrievalEvaluation {
    private static final long LEAST_NANOSECONDS = 300_000_000;

    private RetrievalEvaluation() {}

    /**
     * Measures a ranker on a set in a folder.
     *
     * @param folder a retrieval set, see {@link RetrievalSet}
     * @throws IOException if the set cannot be read
     */
    public static RetrievalFigures run(Path folder, Ranker ranker) throws IOException {
        return run(RetrievalSet.read(folder), ranker);
    }

    /** Measures a ranker on a set. */
    public static RetrievalFigures run(RetrievalSet set, Ranker ranker) {
        List<QueryResult> results = results(set, ranker);
        return new RetrievalFigures(
                ranker.name(),
                results.size(),
                mean(results, QueryResult::averagePrecision),
                mean(results, QueryResult::reciprocalRank),
                mean(results, r -> r.recallAt(5)),
                mean(results, r -> r.recallAt(10)),
                mean(results, r -> r.precisionAt(5)),
                mean(results, r -> r.precisionAt(10)),
                textsPerSecond(set.corpus(), ranker));
    }

    /** What became of each query, in the order of the set: what a paired comparison of two rankers is made from. */
    public static List<QueryResult> results(RetrievalSet set, Ranker ranker) {
        Ranker.Index index = ranker.index(set.corpus());
        return IntStream.range(0, set.queries().size())
                .parallel()
                .mapToObj(q -> new QueryResult(
                        ranks(index.scores(set.queries().get(q)), set.gold().get(q))))
                .toList();
    }

    /** How fast the corpus is read, on one thread, once the code is warm. */
    private static double textsPerSecond(List<String> corpus, Ranker ranker) {
        ranker.read(corpus);
        long start = System.nanoTime();
        int rounds = 0;
        do {
            ranker.read(corpus);
            rounds++;
        } while (System.nanoTime() - start < LEAST_NANOSECONDS);
        return (double) rounds * corpus.size() / ((System.nanoTime() - start) / 1e9);
    }

    /** The ranks of the answers, from 1, the best first. */
    private static List<Integer> ranks(float[] scores, List<Integer> gold) {
        int[] ranks = new int[gold.size()];
        for (int g = 0; g < ranks.length; g++) {
            int answer = gold.get(g);
            float score = scores[answer];
            int rank = 1;
            for (int i = 0; i < scores.length; i++) {
                if (scores[i] > score || (scores[i] == score && i < answer)) rank++;
            }
            ranks[g] = rank;
        }
        return Arrays.stream(ranks).sorted().boxed().toList();
    }

    private static double mean(List<QueryResult> results, ToDoubleFunction<QueryResult> figure) {
        return results.stream().mapToDouble(figure).average().orElse(0);
    }

    /**
     * Where the answers of one query came.
     *
     * @param ranks of a query's answers, from 1, rising
     */
    public record QueryResult(List<Integer> ranks) {
        public double averagePrecision() {
            double sum = 0;
            for (int i = 0; i < ranks.size(); i++) sum += (i + 1.0) / ranks.get(i);
            return sum / ranks.size();
        }

        public double reciprocalRank() {
            return 1.0 / ranks.get(0);
        }

        public double recallAt(int k) {
            return (double) within(k) / ranks.size();
        }

        /** Hits in the first k ÷ the most there could be. */
        public double precisionAt(int k) {
            return (double) within(k) / Math.min(k, ranks.size());
        }

        private long within(int k) {
            return ranks.stream().filter(rank -> rank <= k).count();
        }
    }
}
