package dev.rung.server;

import dev.rung.server.Problem.Sort;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How many requests are worked on at once. Past that they wait their turn, first come first served; past a full queue, or past patience,
 * they are told to come back, since an answer that comes too late only makes the queue longer.
 *
 * <pre>{@code
 * places.work(patience, () -> answer());   // done when this returns, or refused
 * }</pre>
 *
 * <p><b>A burst is absorbed, a standing queue is not.</b> A queue that has not been empty for a while does nobody any good: each caller waits as long as
 * before it, and no more is answered. So while it stands, whoever comes waits a twentieth of the time at most, until it has emptied once. (Ben
 * Maurer, “Fail at Scale”, ACM Queue 13(8), 2015, after the CoDel of Nichols and Jacobson.)
 *
 * <p><b>Work has threads of its own.</b> Requests arrive on virtual threads, and these give the processor away only when they wait. A few long
 * computations on them would leave no processor for anybody's health check; threads of the operating system share it by themselves.
 *
 * <p>Safe for use by many threads.
 */
final class Places implements AutoCloseable {
    private static final Duration COME_BACK = Duration.ofSeconds(1);
    private static final int STANDING_SHARE = 5;
    private static final int HURRY = 20;

    /** Why a request was sent away. */
    enum Full {
        /** As many as may were waiting. */
        QUEUE,
        /** It waited as long as it may. */
        PATIENCE
    }

    /** What is done on a place. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private final int all;
    private final Semaphore free;
    private final AtomicInteger queued = new AtomicInteger();
    private final int waiting;
    private final Duration patience;
    private final Consumer<Full> sentAway;
    private final LongSupplier nanos;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("work-", 0).factory());

    /** When somebody last came to an empty queue. */
    private volatile long emptyAt;

    Places(int running, int waiting, Duration patience, Consumer<Full> sentAway) {
        this(running, waiting, patience, sentAway, System::nanoTime);
    }

    /** @param nanos a clock that never goes back, in nanoseconds */
    Places(int running, int waiting, Duration patience, Consumer<Full> sentAway, LongSupplier nanos) {
        this.all = running;
        this.free = new Semaphore(running, true);
        this.waiting = waiting;
        this.patience = patience;
        this.sentAway = sentAway;
        this.nanos = nanos;
        this.emptyAt = nanos.getAsLong();
    }

    /**
     * Does the work on a place, waiting for one if need be.
     *
     * @param own how long the caller is willing to wait for one
     * @throws Refusal if there is none in time
     * @throws Exception what the work throws
     */
    void work(Duration own, Work work) throws Exception {
        take(own);
        Future<?> done;
        try {
            done = threads.submit(() -> onPlace(work));
        } catch (RejectedExecutionException e) {
            free.release();
            throw tooBusy();
        }
        try {
            done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) throw error;
            if (e.getCause() instanceof Exception cause) throw cause;
            throw e;
        }
    }

    /** Gives the place back before the caller learns that the work is done, so that whoever asks next finds it. */
    private boolean onPlace(Work work) throws Exception {
        try {
            work.run();
            return true;
        } finally {
            free.release();
        }
    }

    /**
     * Sends a request away whose body has not even been read, if there is no room for it to wait.
     *
     * @throws Refusal if it cannot wait here
     */
    void checkRoom() {
        if (waiting > 0 && queued.get() >= waiting) throw sendAway(Full.QUEUE);
    }

    private void take(Duration own) {
        try {
            // Of the two forms of asking without waiting, the one that does not push in front of those who wait.
            if (!free.tryAcquire(0, TimeUnit.NANOSECONDS)) await(own);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooBusy();
        }
    }

    private void await(Duration own) throws InterruptedException {
        int before = queued.getAndIncrement();
        try {
            if (before >= waiting) throw sendAway(Full.QUEUE);
            if (before == 0) emptyAt = nanos.getAsLong();
            Duration mine = own.compareTo(patience()) < 0 ? own : patience();
            if (!free.tryAcquire(mine.toNanos(), TimeUnit.NANOSECONDS)) throw sendAway(Full.PATIENCE);
        } finally {
            queued.decrementAndGet();
        }
    }

    /** How long somebody who comes now waits at most. */
    Duration patience() {
        boolean stands = queued.get() > 0 && nanos.getAsLong() - emptyAt > patience.toNanos() / STANDING_SHARE;
        return stands ? patience.dividedBy(HURRY) : patience;
    }

    /** How many are worked on. */
    int busy() {
        return all - free.availablePermits();
    }

    /** How many wait. */
    int queued() {
        return queued.get();
    }

    int all() {
        return all;
    }

    private Refusal sendAway(Full why) {
        sentAway.accept(why);
        return tooBusy();
    }

    private static Refusal tooBusy() {
        return Refusal.later(Sort.OVERLOADED, "Too many requests are being worked on; try again soon.", COME_BACK);
    }

    /** Takes no more work; what runs may end. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
