package dev.rung.benchmarks;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.encoder.TrainedEncoder;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.match.CandidateRequest;
import dev.rung.match.Recommender;
import dev.rung.role.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a recruiter's search takes on one thread, from a request record to an answer record, for fifty roles of the catalogue in turn. The data folder is
 * named by the system property {@code rung.data} and should hold people made by {@code rung sample --candidates}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(value = 1, jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC", "--add-modules=jdk.incubator.vector"})
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 5, time = 10)
@SuppressWarnings("NullAway.Init") // JMH fills the fields before it measures
public class CandidateBenchmark {
    private static final int ROLES = 50;

    /** What is asked beside the role. */
    @Param({
        "{}",
        "{\"verifiedOnly\":true}",
        "{\"verifiedOnly\":true,\"registries\":[\"Synthetic registry 1\"],\"maxAgeMonths\":12,\"assessment\":[\"practical\"]}"
    })
    public String limits;

    private LuceneCatalogue catalogue;
    private Recommender recommender;
    private List<CandidateRequest> requests;
    private int turn;

    @Setup
    public void open() throws IOException, InvalidJson {
        TrainedEncoder encoder = TrainedEncoder.read(Path.of("models", "skills"));
        catalogue = LuceneCatalogue.open(
                Path.of(System.getProperty("rung.data")), encoder, Recommender.candidateReader(encoder));
        recommender = new Recommender(catalogue, encoder);
        List<String> roles = new ArrayList<>();
        try (CatalogueView view = catalogue.view()) {
            view.each(Kind.ROLES, (Role role) -> roles.add(role.id()));
        }
        if (roles.isEmpty()) throw new IllegalStateException("the data folder has no roles to search for: see README.md");
        Collections.shuffle(roles, new Random(1));
        requests = new ArrayList<>();
        for (String role : roles.subList(0, Math.min(ROLES, roles.size()))) {
            String more = limits.equals("{}") ? "" : "," + limits.substring(1, limits.length() - 1);
            String request = "{\"role\":\"" + role + "\",\"asOf\":\"2026-11-22\"" + more + "}";
            requests.add(Json.read(request.getBytes(StandardCharsets.UTF_8), CandidateRequest.class));
        }
    }

    @TearDown
    public void close() {
        catalogue.close();
    }

    @Benchmark
    public Object search() {
        turn = (turn + 1) % requests.size();
        return recommender.candidates(requests.get(turn));
    }
}
