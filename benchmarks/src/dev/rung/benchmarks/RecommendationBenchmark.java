package dev.rung.benchmarks;

import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.encoder.TrainedEncoder;
import dev.rung.json.InvalidJson;
import dev.rung.match.CandidateRequest;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Recommender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long each kind of answer takes on one thread, from a request record to an answer record, beside one plain BM25 query over the
 * texts of the same jobs in the same index ({@link #bm25}), which is the floor.
 *
 * <p>The data folder is named by the system property {@code rung.data}; the people who ask are the ones in {@link Askers}, in turn.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(value = 1, jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC", "--add-modules=jdk.incubator.vector"})
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 5, time = 10)
@SuppressWarnings("NullAway.Init") // JMH fills the fields before it measures
public class RecommendationBenchmark {
    private static final List<String> WORDS = List.of(
            "accountant financial analysis data", "nurse telehealth patients", "java software developer", "care cook clean home", "logistics transport planning");

    private LuceneCatalogue catalogue;
    private Recommender recommender;
    private List<RecommendationRequest> requests;
    private CandidateRequest candidates;
    private PlainBm25 floor;
    private List<Query> queries;
    private int turn;

    @Setup
    public void open() throws IOException, InvalidJson {
        Path data = Path.of(System.getProperty("rung.data"));
        TrainedEncoder encoder = TrainedEncoder.read(Path.of("models", "skills"));
        catalogue = LuceneCatalogue.open(data, encoder, Recommender.candidateReader(encoder));
        recommender = new Recommender(catalogue, encoder);
        requests = Askers.requests();
        candidates = CandidateRequest.skills(List.of("SQL", "data analysis"));
        floor = PlainBm25.open(data);
        queries = WORDS.stream().map(floor::query).toList();
    }

    @TearDown
    public void close() throws IOException {
        floor.close();
        catalogue.close();
    }

    private int next() {
        turn = (turn + 1) % requests.size();
        return turn;
    }

    @Benchmark
    public TopDocs bm25() throws IOException {
        return floor.search(queries.get(next()));
    }

    @Benchmark
    public Object roles() {
        return recommender.roles(requests.get(next()));
    }

    @Benchmark
    public Object jobs() {
        return recommender.jobs(requests.get(next()));
    }

    @Benchmark
    public Object credentials() {
        return recommender.credentials(requests.get(next()));
    }

    @Benchmark
    public Object candidateSearch() {
        return recommender.candidates(candidates);
    }
}
