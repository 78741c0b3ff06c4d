package dev.rung.server;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Yielding;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds a new generation beside the live one, in the background, and swaps. Answers come from the old one until then, and what is written meanwhile is in
 * both. One at a time. It gives way ({@link Yielding}), and what the first questions to the new generation would wait for is made ready before the swap. Safe for
 * use by many threads.
 */
final class Reindexing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reindexing.class);
    private static final int AT_ONCE = 50;

    private final Catalogue catalogue;
    private final Metrics metrics;
    private final Clock clock;
    private final Preparation preparation;
    private State state = State.NONE;
    private Optional<Thread> builder = Optional.empty();
    private volatile boolean stopping;

    /** @param preparation is shown the new generation before anybody asks it something */
    Reindexing(Catalogue catalogue, Metrics metrics, Clock clock, Preparation preparation) {
        this.catalogue = catalogue;
        this.metrics = metrics;
        this.clock = clock;
        this.preparation = preparation;
    }

    /** Makes ready what the first questions about a view would wait for. */
    @FunctionalInterface
    interface Preparation {
        /** @param more asked now and then whether to go on; may take its time */
        void of(CatalogueView view, BooleanSupplier more);
    }

    /** How far it is. */
    enum Phase {
        /** Nobody asked for one since this server started. */
        NONE,
        RUNNING,
        DONE,
        FAILED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How the last one went, or how far this one is.
     *
     * @param generation that is live, once it is done
     */
    record State(Phase state, Optional<Instant> startedAt, Optional<Instant> finishedAt, Optional<String> generation) {
        static final State NONE = new State(Phase.NONE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    synchronized State state() {
        return state;
    }

    /** Begins one and returns; nothing if one is under way. */
    synchronized Optional<State> begin() {
        if (stopping || state.state() == Phase.RUNNING) return Optional.empty();
        state = new State(Phase.RUNNING, Optional.of(now()), Optional.empty(), Optional.empty());
        metrics.reindexing(true);
        builder = Optional.of(Thread.ofPlatform().daemon().name("reindex").start(this::build));
        return Optional.of(state);
    }

    private void build() {
        Phase end = Phase.FAILED;
        try {
            end = copy() ? Phase.DONE : Phase.FAILED;
        } catch (UncheckedIOException | IllegalStateException e) {
            LOG.error("The catalogue could not be built anew; the live generation stays", e);
        } finally {
            finish(end);
        }
    }

    /** Whether it came to its end; stopped, the new generation is thrown away. */
    private boolean copy() {
        try (Catalogue.Rebuild rebuild = catalogue.rebuild();
                CatalogueView view = catalogue.view()) {
            Yielding.Slices slices = catalogue.yielding().begin();
            for (Kind<?> kind : Kind.ALL) copy(kind, view, rebuild, slices);
            if (stopping) return false;
            rebuild.preview().ifPresent(next -> prepare(next, slices));
            if (stopping) return false;
            rebuild.publish();
            return true;
        }
    }

    private void prepare(CatalogueView view, Yielding.Slices slices) {
        try (view) {
            preparation.of(view, () -> {
                slices.rest();
                return !stopping;
            });
        }
    }

    private <T> void copy(Kind<T> kind, CatalogueView view, Catalogue.Rebuild rebuild, Yielding.Slices slices) {
        List<Change> changes = new ArrayList<>(AT_ONCE);
        view.each(kind, record -> {
            if (stopping) return;
            changes.add(Change.put(kind, record));
            if (changes.size() == AT_ONCE) {
                rebuild.write(changes);
                changes.clear();
                slices.rest();
            }
        });
        if (!stopping) rebuild.write(changes);
    }

    private void finish(Phase end) {
        Optional<String> generation = end == Phase.DONE ? Optional.of(live()) : Optional.empty();
        synchronized (this) {
            state = new State(end, state.startedAt(), Optional.of(now()), generation);
        }
        metrics.reindexing(false);
        metrics.reindexed(end == Phase.DONE);
    }

    private String live() {
        try (CatalogueView view = catalogue.view()) {
            return view.generation().token();
        }
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Gives up one that is under way, and returns when it has ended. */
    @Override
    public void close() {
        stopping = true;
        Optional<Thread> running;
        synchronized (this) {
            running = builder;
        }
        try {
            if (running.isPresent()) running.get().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
