package dev.rung.server;

import dev.rung.json.Recent;
import dev.rung.wallet.Round;
import dev.rung.wallet.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks everything that candidates hold, again and again: each round begins an interval after the last one, give or take a tenth, so that servers that
 * were started together do not ask the same issuers at the same moment. The last one is remembered, so that a server that is started every day checks too:
 * one that is due at the start comes when the first callers have been served.
 */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final double JITTER = 0.1;
    /** How long after the start a round comes that is due. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Wallet wallet;
    private final Duration interval;
    private final Recent<Round> past;
    private final Metrics metrics;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("recheck").factory());

    private volatile boolean stopped;

    private Rounds(Wallet wallet, Duration interval, Recent<Round> past, Metrics metrics) {
        this.wallet = wallet;
        this.interval = interval;
        this.past = past;
        this.metrics = metrics;
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Begins to wait for the first round.
     *
     * @param past the rounds before; each further one is added
     */
    static Rounds every(Duration interval, Wallet wallet, Recent<Round> past, Metrics metrics) {
        Rounds rounds = new Rounds(wallet, interval, past, metrics);
        Optional<Instant> last = past.all().stream().map(Round::at).findFirst();
        metrics.recheckedEvery(interval, last);
        rounds.waitFor(untilFirst(interval, last, Instant.now()));
        return rounds;
    }

    /** What is left of the interval since the last round, but not so little that it gets in the way of the start. */
    static Duration untilFirst(Duration interval, Optional<Instant> last, Instant now) {
        Duration left = last.map(at -> Duration.between(now, at.plus(interval))).orElse(Duration.ZERO);
        Duration atLeast = left.compareTo(SOON) < 0 ? SOON : left;
        return atLeast.compareTo(interval) < 0 ? atLeast : interval;
    }

    private synchronized void waitFor(Duration time) {
        if (stopped) return;
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        clock.schedule(this::round, (long) (time.toMillis() * factor), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            Wallet.Tally tally = wallet.recheckAll(Optional.empty(), () -> stopped);
            if (!stopped) {
                Round round = new Round(Instant.now().truncatedTo(ChronoUnit.SECONDS), tally);
                metrics.rechecked(round);
                past.add(round);
            }
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
        waitFor(interval);
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
