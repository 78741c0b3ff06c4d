package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.Kind;
import dev.rung.formats.ImportReport;
import dev.rung.wallet.Round;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmHeapPressureMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * What Prometheus may know: requests by route, what was refused for want of room, what the catalogue holds, how imports and rounds of checks went, the
 * state of the process. No ids, no addresses, no names, and of people not even the number. {@code ops/prometheus-rules.yml} and {@code ops/dashboard.json} are written
 * against these, and a test holds them to it. Thread-safe.
 */
final class Metrics implements AutoCloseable {
    private static final Duration[] BUCKETS = LongStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);
    private static final double MILLIS_A_SECOND = 1e3;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final JvmHeapPressureMetrics pressure = new JvmHeapPressureMetrics();
    private final CatalogueMetrics holdings;
    private final AtomicInteger reindexing = new AtomicInteger();
    private final AtomicLong recheckedAt = new AtomicLong();
    private final AtomicInteger verified = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();

    /** Why a request was sent away unanswered, with 429 or 503. */
    enum Shed {
        /** The queue was full. */
        QUEUE,
        /** It waited as long as a request may. */
        PATIENCE,
        /** As many bulk streams as may were being read. */
        BULK,
        /** Bodies took all memory that they may. */
        BODIES,
        /** One key, or one address, asked too often. */
        RATE;

        static Shed of(Places.Full full) {
            return full == Places.Full.QUEUE ? QUEUE : PATIENCE;
        }
    }

    Metrics(Catalogue catalogue) {
        collections.bindTo(registry);
        pressure.bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        for (Shed reason : Shed.values()) counter(reason);
        for (Kind<?> kind : Kind.ALL) {
            imported(kind, 0, 0);
            broken(kind);
        }
        for (String outcome : List.of("done", "failed")) {
            rounds(outcome);
            rebuilds(outcome);
        }
        Gauge.builder("rung.reindex.running", reindexing, AtomicInteger::get)
                .description("1 while a new generation of the catalogue is being built")
                .register(registry);
        holdings = new CatalogueMetrics(catalogue, registry);
    }

    MeterRegistry registry() {
        return registry;
    }

    /** Counts one request that was answered. */
    void answered(String method, String route, int status, Duration time) {
        Timer.builder("rung.requests")
                .description("Requests answered")
                .tags("method", method, "route", route, "status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(time);
    }

    /** Counts one request that was sent away. */
    void shed(Shed reason) {
        counter(reason).increment();
    }

    private Counter counter(Shed reason) {
        return Counter.builder("rung.requests.shed")
                .description("Requests sent away unanswered, with 429 or 503 and Retry-After")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    /** How full these places are, from now on. */
    void watch(String name, Places places) {
        Tags tags = Tags.of("places", name);
        Gauge.builder("rung.places", places, Places::all)
                .description("Requests that may be worked on at once")
                .tags(tags)
                .register(registry);
        Gauge.builder("rung.places.busy", places, Places::busy)
                .description("Requests that are being worked on")
                .tags(tags)
                .register(registry);
        Gauge.builder("rung.places.queued", places, Places::queued)
                .description("Requests that wait for a place")
                .tags(tags)
                .register(registry);
    }

    /** How the last imports went, from now on; those of the command line are known from when the server starts. */
    void watch(Notes notes) {
        new ImportMetrics(notes.imports(), registry);
    }

    /** How much room is left where this folder is, from now on. */
    void watch(Path folder) {
        Gauge.builder("rung.disk.free", () -> folder.toFile().getUsableSpace())
                .description("Room left on the disk of the data folder")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("rung.disk.size", () -> folder.toFile().getTotalSpace())
                .description("Size of the disk of the data folder")
                .baseUnit("bytes")
                .register(registry);
    }

    /** Counts what came of a bulk stream. */
    void imported(Kind<?> kind, ImportReport report) {
        imported(kind, report.accepted(), report.rejected());
    }

    private void imported(Kind<?> kind, long accepted, long rejected) {
        if (kind == Kind.CANDIDATES) return; // whoever may read this learns nothing of people, not even how many came
        counter(kind, "accepted").increment(accepted);
        counter(kind, "rejected").increment(rejected);
    }

    private Counter counter(Kind<?> kind, String outcome) {
        return Counter.builder("rung.import.records")
                .description("Records that came in bulk over HTTP")
                .tags("kind", kind.plural(), "outcome", outcome)
                .register(registry);
    }

    /** Counts a bulk stream that did not come to its end. */
    void brokenOff(Kind<?> kind) {
        broken(kind).increment();
    }

    private Counter broken(Kind<?> kind) {
        return Counter.builder("rung.import.broken")
                .description("Bulk streams that were too large or too slow and broken off")
                .tag("kind", kind.plural())
                .register(registry);
    }

    /**
     * What candidates hold will be checked again this often.
     *
     * @param last when it last was, if it ever was
     */
    void recheckedEvery(Duration interval, Optional<Instant> last) {
        last.ifPresent(at -> recheckedAt.set(at.toEpochMilli()));
        Gauge.builder("rung.recheck.interval", () -> interval.toMillis() / MILLIS_A_SECOND)
                .description("How often what candidates hold is checked again")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("rung.recheck.last", () -> recheckedAt.get() / MILLIS_A_SECOND)
                .description("Unix time of the last round of checks; 0 before the first one")
                .baseUnit("seconds")
                .register(registry);
        held("verified", verified);
        held("unknown", unknown);
    }

    private void held(String finding, AtomicInteger number) {
        Gauge.builder("rung.recheck.credentials", number, AtomicInteger::get)
                .description("Held credentials by what the last round of checks found")
                .tag("finding", finding)
                .register(registry);
    }

    /** Remembers how a round of checks went. */
    void rechecked(Round round) {
        rounds("done").increment();
        recheckedAt.set(round.at().toEpochMilli());
        verified.set(round.found().verified());
        unknown.set(round.found().unknown());
    }

    /** Counts a round of checks that was broken off. */
    void recheckFailed() {
        rounds("failed").increment();
    }

    private Counter rounds(String outcome) {
        return Counter.builder("rung.recheck.rounds")
                .description("Rounds of checks of what candidates hold")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Whether the catalogue is being built anew. */
    void reindexing(boolean isRunning) {
        reindexing.set(isRunning ? 1 : 0);
    }

    /** Counts a generation that was built, or could not be. */
    void reindexed(boolean isDone) {
        rebuilds(isDone ? "done" : "failed").increment();
    }

    private Counter rebuilds(String outcome) {
        return Counter.builder("rung.reindexes")
                .description("New generations built of the catalogue")
                .tag("outcome", outcome)
                .register(registry);
    }

    void scrape(Context ctx) {
        Query.of(ctx, List.of());
        holdings.look();
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    @Override
    public void close() {
        collections.close();
        pressure.close();
        registry.close();
    }
}
