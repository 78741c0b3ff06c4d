package dev.rung.server;

import dev.rung.server.Problem.Sort;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests are worked on at once. Past that they wait their turn, first come first served; past a full queue, or past patience,
 * they are told to come back, since an answer that comes too late only makes the queue longer.
 *
 * <pre>{@code
 * try (Places.Place place = places.take()) { work(); }
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
final class Places {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final Semaphore free;
    private final AtomicInteger queued = new AtomicInteger();
    private final int waiting;
    private final Duration patience;

    Places(int running, int waiting, Duration patience) {
        this.free = new Semaphore(running, true);
        this.waiting = waiting;
        this.patience = patience;
    }

    /** A place among the running; give it back by closing it. */
    @FunctionalInterface
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes a place, waiting for one if need be.
     *
     * @throws Refusal if there is none in time
     */
    Place take() {
        if (!free.tryAcquire()) await();
        return free::release;
    }

    private void await() {
        if (queued.incrementAndGet() > waiting) {
            queued.decrementAndGet();
            throw tooBusy();
        }
        try {
            if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) throw tooBusy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooBusy();
        } finally {
            queued.decrementAndGet();
        }
    }

    private static Refusal tooBusy() {
        return Refusal.later(Sort.OVERLOADED, "Too many requests are being worked on; try again soon.", COME_BACK);
    }
}
