package dev.rung.catalogue.opensearch;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says again and again, on a thread of its own, that something is still under way, so that it may take as long as it takes and still be given up soon
 * when its process dies. A beat that fails is tried again with the next one; if all failed until the lease was over, whoever holds it finds out when
 * it goes on.
 */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("rung-heartbeat").daemon().factory());

    /** Extends a lease. */
    @FunctionalInterface
    interface Beat {
        void extend() throws IOException;
    }

    Heartbeat(long everyMillis, Beat beat) {
        thread.scheduleWithFixedDelay(() -> beat(beat), everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    private static void beat(Beat beat) {
        try {
            beat.extend();
        } catch (IOException e) {
            LOG.warn("could not say that a rebuild is still under way, and will try again: {}", e.getMessage());
        }
    }

    /** Ends it; a beat that is under way is waited for. */
    @Override
    public void close() {
        thread.close();
    }
}
