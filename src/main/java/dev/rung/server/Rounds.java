package dev.rung.server;

import dev.rung.wallet.Wallet;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks everything that candidates hold, again and again. Each round begins after the interval, give or take a tenth, so that servers that were
 * started together do not ask the same issuers at the same moment.
 */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final double JITTER = 0.1;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Wallet wallet;
    private final Duration interval;
    private final Metrics metrics;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("recheck").factory());

    private volatile boolean stopped;

    private Rounds(Wallet wallet, Duration interval, Metrics metrics) {
        this.wallet = wallet;
        this.interval = interval;
        this.metrics = metrics;
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Begins to wait for the first round. */
    static Rounds every(Duration interval, Wallet wallet, Metrics metrics) {
        Rounds rounds = new Rounds(wallet, interval, metrics);
        metrics.recheckedEvery(interval);
        rounds.waitForNext();
        return rounds;
    }

    private synchronized void waitForNext() {
        if (stopped) return;
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        long wait = (long) (interval.toMillis() * factor);
        clock.schedule(this::round, wait, TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            Wallet.Tally tally = wallet.recheckAll(Optional.empty(), () -> stopped);
            if (!stopped) metrics.rechecked(tally);
            LOG.info(
                    "Checked {} credentials of {} people again: {} are no longer verified, {} are now",
                    tally.checked(),
                    tally.people(),
                    tally.lost(),
                    tally.won());
        } catch (RuntimeException e) {
            metrics.recheckFailed();
            LOG.error("A round of checks was broken off; the next one comes in its time", e);
        }
        waitForNext();
    }

    /** No more rounds; one that is under way stops after the person it is at. It is not interrupted, which would break the index it may be writing. */
    @Override
    public void close() {
        synchronized (this) {
            stopped = true;
            clock.shutdown();
        }
        try {
            if (!clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A round of checks is still waiting for another server");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
