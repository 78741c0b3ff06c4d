package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Generation;
import dev.rung.catalogue.Kind;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** What Prometheus may know: requests by route, what the catalogue holds, the state of the process. No ids, no addresses, no names, and of people not even the number. */
final class Metrics implements AutoCloseable {
    private static final Duration[] BUCKETS = LongStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final MultiGauge generation;
    private final Catalogue catalogue;

    Metrics(Catalogue catalogue) {
        this.catalogue = catalogue;
        collections.bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        for (Kind<?> kind : Kind.ALL) {
            if (kind == Kind.CANDIDATES)
                continue; // the scope read learns nothing of people, not even how many there are
            Gauge.builder("rung.catalogue.records", () -> count(kind))
                    .description("Records in the catalogue")
                    .tag("kind", kind.plural())
                    .register(registry);
        }
        generation = MultiGauge.builder("rung.catalogue.sequence")
                .description("Durable writes to this generation of the catalogue")
                .register(registry);
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

    void scrape(Context ctx) {
        Query.of(ctx, List.of());
        try (CatalogueView view = catalogue.view()) {
            Generation now = view.generation();
            Tags tags = Tags.of("generation", now.id(), "model", now.model());
            generation.register(List.of(MultiGauge.Row.of(tags, now::sequence)), true);
        }
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    private double count(Kind<?> kind) {
        try (CatalogueView view = catalogue.view()) {
            return view.count(kind, Filter.NONE);
        }
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
