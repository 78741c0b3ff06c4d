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
 * <p><b>A burst is absorbed, a standing queue is not.</b> A queue that neither ends nor shrinks does nobody any good: each caller waits as long as
 * before it, and no more is answered. It is looked at every fifth of the patience: where whoever is served waited hardly less than at the look before, the queue
 * stands, until it is empty. One that shrinks, as after a collection of garbage, ends by itself, and nobody in it is sent away. (After the CoDel of Nichols and Jacobson,
 * “Controlling Queue Delay”, ACM Queue 10(5), 2012, in the simple form of Ben Maurer, “Fail at Scale”, ACM Queue 13(8), 2015; that a shrinking queue is spared is ours.)
 *
 * <p><b>While it stands</b>, those who have waited longer than a twentieth of the time are sent away when their turn comes, and the place goes to somebody who has
 * not; it is thus never idle, and answers are as young as they can be. Most who are too many do not get so far: past as many as were last served in that
 * time, or while the first in line has waited half of it, whoever comes is refused on the spot, before anything is read of what they sent, since the dearest refusal is one that was waited
 * for.
 *
 * <p><b>Work has threads of its own.</b> Requests arrive on virtual threads, and these give the processor away only when they wait. A few long
 * computations on them would leave no processor for anybody's health check; threads of the operating system share it by themselves.
 *
 * <p>Safe for use by many threads.
 */
final class Places implements AutoCloseable {
    private static final Duration COME_BACK = Duration.ofSeconds(1);
    private static final int LOOK_SHARE = 5;
    private static final int HURRY = 20;
    /** By what share of itself the wait has to become shorter from one look to the next. */
    private static final int SHRINKING = 10;

    /** Why a request was sent away. */
    enum Full {
        /** As many as may were waiting, or as could be answered in time. */
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

    /** When the queue is looked at next. */
    private long nextLook;

    /** How long the one had waited who was served at the last look; 0: none since the queue was empty. */
    private long waitedThen;

    private boolean stands;

    /** How many were served from the queue since when, and in the like time before. */
    private int served;

    private long servedSince;
    private int servedBefore;

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
        if (waiting == 0) return;
        lock.lock();
        try {
            if (free == 0 && isFull(nanos.getAsLong())) throw sendAway(Full.QUEUE);
        } finally {
            lock.unlock();
        }
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
            long now = nanos.getAsLong();
            if (isFull(now)) throw sendAway(Full.QUEUE);
            if (queue.isEmpty()) {
                stands = false;
                waitedThen = 0;
                nextLook = now + patience.toNanos() / LOOK_SHARE;
            }
            Waiter waiter = new Waiter(now, new CompletableFuture<>());
            queue.add(waiter);
            return Optional.of(waiter);
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull(long now) {
        if (queue.size() >= waiting) return true;
        Waiter first = queue.peek();
        if (!stands || first == null) return false;
        return queue.size() > Math.max(all, servedBefore) || now - first.since() > hurry() / 2;
    }

    /** How long one may have waited while the queue stands. */
    private long hurry() {
        return patience.toNanos() / HURRY;
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
            look(now);
            for (Waiter next = queue.poll(); next != null; next = queue.poll()) {
                boolean isInTime = !stands || now - next.since() <= hurry();
                next.turn().complete(isInTime);
                if (!isInTime) continue;
                served++;
                return;
            }
            free++;
        } finally {
            lock.unlock();
        }
    }

    /** Judges a queue that has been there for a while by how long the first in it has waited. */
    private void look(long now) {
        if (now - servedSince > hurry()) {
            servedBefore = served;
            served = 0;
            servedSince = now;
        }
        Waiter first = queue.peek();
        if (stands || first == null || now < nextLook) return;
        long waited = now - first.since();
        stands = waitedThen > 0 && waited > waitedThen - waitedThen / SHRINKING && waited > hurry();
        waitedThen = waited;
        nextLook = now + patience.toNanos() / LOOK_SHARE;
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
