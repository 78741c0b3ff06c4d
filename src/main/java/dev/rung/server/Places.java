package dev.rung.server;

import dev.rung.server.Problem.Sort;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
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
 * before it, and no more is answered. So while it stands, those who have waited longer than a twentieth of the time are sent away when their turn comes, and
 * the place goes to somebody who has not; it is thus never idle, and answers are as young as they can be. (After the CoDel of Nichols and Jacobson, “Controlling
 * Queue Delay”, ACM Queue 10(5), 2012, in the simple form of Ben Maurer, “Fail at Scale”, ACM Queue 13(8), 2015.)
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

    /** Somebody who waits: since when, and whether their turn came. */
    private record Waiter(long since, CompletableFuture<Boolean> turn) {}

    private final int all;
    private final int waiting;
    private final Duration patience;
    private final Consumer<Full> sentAway;
    private final LongSupplier nanos;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("work-", 0).factory());

    private final ReentrantLock lock = new ReentrantLock();

    /** First come, first served. It, and what follows, is looked at and changed under the lock only. */
    private final Deque<Waiter> queue = new ArrayDeque<>();

    private int free;

    /** When somebody last came to an empty queue. */
    private long emptyAt;

    Places(int running, int waiting, Duration patience, Consumer<Full> sentAway) {
        this(running, waiting, patience, sentAway, System::nanoTime);
    }

    /** @param nanos a clock that never goes back, in nanoseconds */
    Places(int running, int waiting, Duration patience, Consumer<Full> sentAway, LongSupplier nanos) {
        this.all = running;
        this.free = running;
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
            release();
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
            release();
        }
    }

    /**
     * Sends a request away whose body has not even been read, if there is no room for it to wait.
     *
     * @throws Refusal if it cannot wait here
     */
    void checkRoom() {
        if (waiting > 0 && queued() >= waiting) throw sendAway(Full.QUEUE);
    }

    private void take(Duration own) {
        Optional<Waiter> waiter = placeOrQueue();
        if (waiter.isEmpty()) return;
        Duration longest = own.compareTo(patience) < 0 ? own : patience;
        if (!awaitTurn(waiter.get(), longest)) throw sendAway(Full.PATIENCE);
    }

    /** Nobody if there was a place. */
    private Optional<Waiter> placeOrQueue() {
        lock.lock();
        try {
            if (free > 0) {
                free--;
                return Optional.empty();
            }
            if (queue.size() >= waiting) throw sendAway(Full.QUEUE);
            long now = nanos.getAsLong();
            if (queue.isEmpty()) emptyAt = now;
            Waiter waiter = new Waiter(now, new CompletableFuture<>());
            queue.add(waiter);
            return Optional.of(waiter);
        } finally {
            lock.unlock();
        }
    }

    /** Whether the place is theirs. */
    private boolean awaitTurn(Waiter waiter, Duration longest) {
        try {
            return waiter.turn().get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return hasTurn(waiter);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return hasTurn(waiter);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a turn comes or does not come; it does not fail", e);
        }
    }

    /** Leaves the queue; whether their turn had come meanwhile. */
    private boolean hasTurn(Waiter waiter) {
        lock.lock();
        try {
            return !queue.remove(waiter) && waiter.turn().getNow(false);
        } finally {
            lock.unlock();
        }
    }

    /** Gives the place to the first who has not waited too long; if there is nobody, it is free. */
    private void release() {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            boolean stands = now - emptyAt > patience.toNanos() / STANDING_SHARE;
            for (Waiter next = queue.poll(); next != null; next = queue.poll()) {
                boolean isInTime = !stands || now - next.since() <= patience.toNanos() / HURRY;
                next.turn().complete(isInTime);
                if (isInTime) return;
            }
            free++;
        } finally {
            lock.unlock();
        }
    }

    /** How many are worked on. */
    int busy() {
        lock.lock();
        try {
            return all - free;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
    int queued() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
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
