package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Generation;
import dev.rung.catalogue.Kind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the catalogue holds, as of the last look. It is counted anew only when something has been written since, so that looking often costs little; and
 * where it cannot be read, that is what the measurements say. Thread-safe.
 */
final class CatalogueMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueMetrics.class);
    private static final double MILLIS_A_SECOND = 1e3;
    /** The scope read learns nothing of people, not even how many there are. */
    private static final List<Kind<?>> COUNTED =
            Kind.ALL.stream().filter(k -> k != Kind.CANDIDATES).toList();

    private final Catalogue catalogue;
    private final MultiGauge sequence;
    private final Map<Kind<?>, Long> records = new HashMap<>();
    private Optional<Generation> seen = Optional.empty();
    private long generationAt;
    private long changedAt;
    private boolean readable;

    CatalogueMetrics(Catalogue catalogue, MeterRegistry registry) {
        this.catalogue = catalogue;
        for (Kind<?> kind : COUNTED) {
            Gauge.builder("rung.catalogue.records", () -> count(kind))
                    .description("Records in the catalogue")
                    .tag("kind", kind.plural())
                    .register(registry);
        }
        sequence = MultiGauge.builder("rung.catalogue.sequence")
                .description("Durable writes to this generation of the catalogue")
                .register(registry);
        Gauge.builder("rung.catalogue.readable", this, m -> m.isReadable() ? 1 : 0)
                .description("1 if the catalogue could be read at the last look")
                .register(registry);
        Gauge.builder("rung.catalogue.outdated", catalogue, c -> c.isOutdated() ? 1 : 0)
                .description("1 if another model made the vectors of the catalogue, so that it has to be built anew")
                .register(registry);
        Gauge.builder("rung.catalogue.generation.since", this, m -> m.generationSince())
                .description("Unix time at which this process first saw the live generation")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("rung.catalogue.changed", this, m -> m.changedSince())
                .description("Unix time at which this process first saw the newest write")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Looks at the catalogue, so that what is measured next is as it is now. */
    synchronized void look() {
        try (CatalogueView view = catalogue.view()) {
            Generation now = view.generation();
            readable = true;
            if (seen.filter(now::equals).isPresent()) return;
            long at = System.currentTimeMillis();
            changedAt = at;
            if (seen.filter(s -> s.id().equals(now.id())).isEmpty()) generationAt = at;
            for (Kind<?> kind : COUNTED) records.put(kind, view.count(kind, Filter.NONE));
            Tags tags = Tags.of("generation", now.id(), "model", now.model());
            sequence.register(List.of(MultiGauge.Row.of(tags, now::sequence)), true);
            seen = Optional.of(now);
        } catch (UncheckedIOException e) {
            readable = false;
            LOG.error("The catalogue cannot be read", e);
        }
    }

    private synchronized double count(Kind<?> kind) {
        return records.getOrDefault(kind, 0L);
    }

    private synchronized boolean isReadable() {
        return readable;
    }

    private synchronized double generationSince() {
        return generationAt / MILLIS_A_SECOND;
    }

    private synchronized double changedSince() {
        return changedAt / MILLIS_A_SECOND;
    }
}
