package dev.rung.benchmarks.sidebyside;

import dev.rung.benchmarks.Footprint;
import dev.rung.benchmarks.PlainBm25;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.catalogue.opensearch.RealCluster;
import dev.rung.encoder.TrainedEncoder;
import dev.rung.json.InvalidJson;
import dev.rung.match.Recommender;
import dev.rung.match.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Rung, in this process and as a server, beside an OpenSearch node that is queried directly and beside plain Lucene: the same jobs, the same
 * vectors, the same questions, in turn. Prints the tables of {@code benchmarks/sidebyside.md}.
 *
 * <pre>java dev.rung.benchmarks.sidebyside.SideBySide WORK ARCHIVES</pre>
 *
 * WORK is a folder with two copies of the data, {@code embedded} and {@code served}, and receives the file {@code searches.txt}; ARCHIVES has
 * OpenSearch's archive and those of its plugins.
 */
public final class SideBySide {
    private static final List<String> PLUGINS = List.of("opensearch-knn-3.6.0.0.zip", "neural-search-3.6.0.0.zip");
    private static final String NODE_OPTIONS = "-Xms1g -Xmx1g";
    private static final Rounds ROUNDS = new Rounds(Duration.ofSeconds(5), 5, Duration.ofMillis(1_200));

    private SideBySide() {}

    public static void main(String[] args) throws IOException, InvalidJson, InterruptedException {
        Path work = Path.of(args[0]);
        TrainedEncoder encoder = TrainedEncoder.read(Path.of("models", "skills"));
        double threshold = Weights.DEFAULT.reach();
        try (LuceneCatalogue catalogue = open(work.resolve("embedded"), encoder);
                PlainBm25 floor = PlainBm25.open(work.resolve("embedded"));
                CatalogueView view = catalogue.view()) {
            Questions questions = Questions.of(view);
            Files.write(work.resolve("searches.txt"), questions.searches());
            System.err.printf("%,d jobs; indexing them by Rung …%n", view.count(Kind.JOBS, Filter.NONE));
            IndexCost ours = IndexCost.of(ProcessHandle.current().pid(), () -> copyJobs(view, work, encoder));
            System.err.println("starting OpenSearch …");
            try (RealCluster cluster = RealCluster.start(Path.of(args[1]), PLUGINS, 1, NODE_OPTIONS);
                    RungProcess server = RungProcess.start(work.resolve("served"), work.resolve("rung.log"))) {
                Http node = new Http(cluster.addresses().getFirst());
                OpenSearchJobs jobs = new OpenSearchJobs(node, encoder, threshold);
                System.err.println("indexing the jobs by OpenSearch …");
                IndexCost theirs = IndexCost.of(cluster.processOf(0), () -> jobs.index(view));
                OpenSearchQueries queries = new OpenSearchQueries(node, encoder);
                System.err.println("comparing answers …");
                Agreement agreement = Agreement.of(view, Contenders.searches(queries), queries, questions, threshold);
                System.err.println("measuring …");
                Contenders contenders = new Contenders(questions, threshold);
                List<Measured> measured = ROUNDS.run(contenders.all(
                        floor, catalogue, encoder, server, queries, cluster.processOf(0)));
                System.out.println(Table.of(measured));
                System.out.println("""
                        | jobs by text | finds of Rung's best 20, by title |
                        |---|---|""");
                agreement.found().forEach((way, share) ->
                        System.out.printf(Locale.ROOT, "| %s | %.0f %% |%n", way, 100 * share));
                System.out.printf(Locale.ROOT, "%nAll %,d counts of jobs within reach are equal.%n%n", agreement.counts());
                System.out.println("""
                        | who | resident MB | of it mapped files | jobs on disk MB | indexing them s | processor s |
                        |---|---|---|---|---|---|""");
                room("Rung, server", Footprint.of(server.id()), Footprint.onDisk(work.resolve("jobs")), ours);
                room("OpenSearch, " + jobs.segments() + " segments", Footprint.of(cluster.processOf(0)), jobs.onDisk(), theirs);
                System.out.println();
            }
        }
    }

    private static LuceneCatalogue open(Path folder, TrainedEncoder encoder) {
        return LuceneCatalogue.open(folder, encoder, Recommender.candidateReader(encoder));
    }

    private static void copyJobs(CatalogueView view, Path work, TrainedEncoder encoder) {
        try (LuceneCatalogue jobs = open(work.resolve("jobs"), encoder);
                Catalogue.Rebuild rebuild = jobs.rebuild()) {
            rebuild.copy(Kind.JOBS, view);
            rebuild.publish();
        }
    }

    private static void room(String who, Footprint memory, long onDisk, IndexCost cost) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %.0f | %.0f |%n",
                who,
                memory.resident(),
                memory.mapped(),
                onDisk,
                cost.seconds(),
                cost.processor());
    }
}
