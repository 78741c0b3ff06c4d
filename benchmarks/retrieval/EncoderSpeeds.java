import dev.rung.benchmarks.Footprint;
import dev.rung.benchmarks.sidebyside.Contender;
import dev.rung.benchmarks.sidebyside.Measured;
import dev.rung.benchmarks.sidebyside.Rounds;
import dev.rung.encoder.TrainedEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How long Rung's encoder and a general transformer take for one short text, on one thread, in turn in the same process.
 *
 * <p>Arguments: model folder, file of texts, one a line.
 */
class EncoderSpeeds {
    private static final Rounds ROUNDS = new Rounds(Duration.ofSeconds(3), 6, Duration.ofMillis(1_500));

    /** Somebody looks at every vector, or it might not be made. */
    private static volatile float kept;

    public static void main(String[] args) throws IOException {
        List<String> texts = Files.readAllLines(Path.of(args[1]));
        try (ExecutorService one = Executors.newSingleThreadExecutor()) {
            long before = Footprint.ofThisProcess().resident();
            TrainedEncoder encoder = TrainedEncoder.read(Path.of(args[0]));
            long withOurs = Footprint.ofThisProcess().resident();
            MiniLm miniLm = new MiniLm(one);
            miniLm.embed(texts);
            long withBoth = Footprint.ofThisProcess().resident();
            List<Measured> measured = ROUNDS.run(List.of(
                    Contender.here("text to vector", "Rung", Optional.empty(), turn -> kept += encoder.encode(of(texts, turn))[0]),
                    Contender.here(
                            "text to vector", "MiniLM", Optional.empty(), turn -> kept += miniLm.embed(List.of(of(texts, turn))).getFirst()[0])));
            System.out.println("""
                    | text to vector | p50 µs | p99 µs | a second | processor µs | resident MB it adds |
                    |---|---|---|---|---|---|""");
            row(measured.get(0), withOurs - before);
            row(measured.get(1), withBoth - withOurs);
            System.out.printf(
                    Locale.ROOT,
                    "%nMiniLM takes %,.0f times as long (p50), %,.0f times the processor.%n",
                    measured.get(1).quantile(0.5) / measured.get(0).quantile(0.5),
                    measured.get(1).processorEach() / measured.get(0).processorEach());
        }
    }

    private static String of(List<String> texts, int turn) {
        return texts.get(turn % texts.size());
    }

    private static void row(Measured one, long memory) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.1f | %,.1f | %,.0f | %,.1f | %d |%n",
                one.contender().name(),
                1e3 * one.quantile(0.5),
                1e3 * one.quantile(0.99),
                one.perSecond(),
                1e3 * one.processorEach(),
                memory);
    }
}
