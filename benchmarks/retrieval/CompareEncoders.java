import dev.rung.encoder.ConceptEncoder;
import dev.rung.encoder.TrainedEncoder;
import dev.rung.evaluation.Bm25Ranker;
import dev.rung.evaluation.EncoderRanker;
import dev.rung.evaluation.HybridRanker;
import dev.rung.evaluation.Ranker;
import dev.rung.evaluation.RetrievalEvaluation;
import dev.rung.evaluation.RetrievalEvaluation.QueryResult;
import dev.rung.evaluation.RetrievalSet;
import dev.rung.evaluation.SearchRanker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Rung's encoder beside BM25 and a general transformer, on every retrieval set of a folder: quality with a 95 % paired bootstrap
 * against the transformer, and how many short texts each takes in a second on one thread.
 *
 * <p>Arguments: model folder, folder of sets, file to write the page to.
 */
class CompareEncoders {
    private static final int RESAMPLES = 2_000;
    private static final int TIMED_TEXTS = 2_000;

    public static void main(String[] args) throws IOException {
        Path model = Path.of(args[0]);
        ConceptEncoder encoder = TrainedEncoder.read(model);
        // One thread, as for the others: the speeds are a thread's.
        try (ExecutorService one = Executors.newSingleThreadExecutor()) {
            MiniLm miniLm = new MiniLm(one);
            List<Ranker> rankers = List.of(
                    new Bm25Ranker(), miniLm, new EncoderRanker(encoder), new HybridRanker(encoder), new SearchRanker(encoder));
            StringBuilder page = new StringBuilder(head(encoder, model));
            List<String> shortTexts = new ArrayList<>();
            try (Stream<Path> folders = Files.list(Path.of(args[1]))) {
                for (Path folder : folders.sorted().toList()) {
                    if (!Files.isRegularFile(folder.resolve("qrels.txt"))) continue;
                    RetrievalSet set = RetrievalSet.read(folder);
                    if (shortTexts.isEmpty()) shortTexts.addAll(set.corpus());
                    page.append(compare(folder.getFileName().toString(), set, rankers));
                }
            }
            page.append(speeds(encoder, miniLm, shortTexts, model));
            Files.writeString(Path.of(args[2]), page);
            System.out.print(page);
        }
    }

    private static String head(ConceptEncoder encoder, Path model) {
        return """
                # Finding the right concept: quality and speed

                Written by `benchmarks/retrieval/run`. Model: %s. MiniLM is all-MiniLM-L6-v2 in int8 through ONNX Runtime, whole
                text against whole text. Figures are those of `rung eval retrieval`; in brackets the 95 %% interval of the
                difference to MiniLM, from a paired bootstrap of %,d resamples of the queries. `search` is what the catalogue's search
                does where records have titles alone.

                | set | ranker | MRR | recall@10 | RP@5 |
                |---|---|---|---|---|
                """
                .formatted(encoder.name(), RESAMPLES);
    }

    private static String compare(String name, RetrievalSet set, List<Ranker> rankers) {
        Map<Ranker, List<QueryResult>> results = new LinkedHashMap<>();
        for (Ranker ranker : rankers) {
            results.put(ranker, RetrievalEvaluation.results(set, ranker));
            System.err.println(name + ": " + ranker.name() + " done");
        }
        List<QueryResult> base = results.get(rankers.get(1));
        StringBuilder rows = new StringBuilder();
        results.forEach((ranker, of) -> rows.append("| %s | %s | %s | %s | %s |%n"
                .formatted(
                        name,
                        ranker.name(),
                        cell(of, base, QueryResult::reciprocalRank),
                        cell(of, base, r -> r.recallAt(10)),
                        cell(of, base, r -> r.precisionAt(5)))));
        return rows.toString();
    }

    private static String cell(List<QueryResult> of, List<QueryResult> base, ToDoubleFunction<QueryResult> figure) {
        double mean = of.stream().mapToDouble(figure).average().orElseThrow();
        String text = String.format(Locale.ROOT, "%.3f", mean);
        if (of == base) return text;
        int n = of.size();
        double[] differences = new double[n];
        for (int i = 0; i < n; i++) differences[i] = figure.applyAsDouble(of.get(i)) - figure.applyAsDouble(base.get(i));
        SplittableRandom random = new SplittableRandom(1);
        double[] means = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double sum = 0;
            for (int i = 0; i < n; i++) sum += differences[random.nextInt(n)];
            means[r] = sum / n;
        }
        java.util.Arrays.sort(means);
        return String.format(
                Locale.ROOT, "%s (%+.3f … %+.3f)", text, means[RESAMPLES * 25 / 1000], means[RESAMPLES * 975 / 1000]);
    }

    private static String speeds(ConceptEncoder encoder, MiniLm miniLm, List<String> texts, Path model)
            throws IOException {
        double ours = 0;
        for (int round = 0; round < 20; round++) {
            long start = System.nanoTime();
            float sum = 0;
            for (String text : texts) sum += encoder.encode(text)[0];
            if (sum > Float.MAX_VALUE) throw new AssertionError("keeps the loop from being optimised away");
            ours = Math.max(ours, texts.size() / ((System.nanoTime() - start) / 1e9));
        }
        List<String> some = texts.subList(0, Math.min(TIMED_TEXTS, texts.size()));
        miniLm.embed(some);
        long start = System.nanoTime();
        miniLm.embed(some);
        double theirs = some.size() / ((System.nanoTime() - start) / 1e9);
        long size = 0;
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.toList()) size += Files.size(file);
        }
        return String.format(
                Locale.ROOT,
                """

                | encoder | short texts a second, one thread | size |
                |---|---|---|
                | MiniLM int8 | %,.0f | 23 MB and ONNX Runtime |
                | Rung | %,.0f | %.1f MB |

                Short texts are the %,d of the first set's corpus; Rung's figure is the best of 20 rounds, MiniLM's the second of two. Speeds suffer when the
                machine does other work; compare the two with each other.
                """,
                theirs,
                ours,
                size / 1e6,
                texts.size());
    }
}
