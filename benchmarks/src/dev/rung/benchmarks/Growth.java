package dev.rung.benchmarks;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.encoder.TrainedEncoder;
import dev.rung.json.InvalidJson;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Recommender;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One row of the table of {@code benchmarks/growth}: how long each question takes over a data folder, on one thread, and how much memory the process needs
 * for it. Times are of the thread's processor, so that other work on the machine does not count.
 *
 * <pre>java dev.rung.benchmarks.Growth DATA
 * | 227,000 | 11.9 | 15.8 | 2.4 | 2.9 | 96 | 410 | 480 |</pre>
 */
public final class Growth {
    private static final int WARM_UP = 300;
    private static final int MEASURED = 500;

    private Growth() {}

    public static void main(String[] args) throws IOException, InvalidJson {
        Path data = Path.of(args[0]);
        TrainedEncoder encoder = TrainedEncoder.read(Path.of("models", "skills"));
        try (LuceneCatalogue catalogue = LuceneCatalogue.open(data, encoder, Recommender.candidateReader(encoder))) {
            Recommender recommender = new Recommender(catalogue, encoder);
            long[] credentials = times(recommender::credentials);
            long[] roles = times(recommender::roles);
            long[] jobs = times(recommender::jobs);
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %.1f | %.1f | %.1f | %.1f | %d | %d | %d |%n",
                    count(catalogue),
                    at(credentials, 0.5),
                    at(credentials, 0.99),
                    at(roles, 0.5),
                    at(jobs, 0.5),
                    heap,
                    Footprint.ofThisProcess().resident(),
                    Footprint.onDisk(data));
        }
    }

    /** Nanoseconds of processor time for each answer, sorted. */
    private static long[] times(Function<RecommendationRequest, Object> question) throws InvalidJson {
        List<RecommendationRequest> requests = Askers.requests();
        var threads = ManagementFactory.getThreadMXBean();
        long[] times = new long[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            long before = threads.getCurrentThreadCpuTime();
            Object answer = question.apply(requests.get(Math.floorMod(i, requests.size())));
            if (answer == null) throw new IllegalStateException("no answer");
            if (i >= 0) times[i] = threads.getCurrentThreadCpuTime() - before;
        }
        Arrays.sort(times);
        return times;
    }

    /** In milliseconds. */
    private static double at(long[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * quantile) - 1)] / 1e6;
    }

    private static long count(LuceneCatalogue catalogue) {
        try (CatalogueView view = catalogue.view()) {
            return view.count(Kind.JOBS, Filter.NONE);
        }
    }
}
