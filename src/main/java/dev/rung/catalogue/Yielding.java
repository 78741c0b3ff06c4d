package dev.rung.catalogue;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Lets work in the background give way to people who wait for an answer. Such work is done in slices, and after each it rests for as long as the processors
 * are wanted, but never longer than {@value #MOST} times what the slice took, so that it comes to its end however busy it is. (The operating system would do this
 * by priority, if threads of one process could have any.)
 *
 * <pre>{@code
 * yielding.to(door::isCrowded);                 // whoever knows
 * Yielding.Slices slices = yielding.begin();    // whoever works
 * for (Piece piece : work) {
 *     piece.work();
 *     slices.rest();
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class Yielding {
    private static final int MOST = 4;
    private static final long LOOK_EVERY_NANOS = 1_000_000;
    /** A slice shorter than this goes on: looking costs something too. */
    private static final long SHORTEST_NANOS = 2_000_000;

    private final LongSupplier nanos;
    private final LongConsumer park;
    private volatile BooleanSupplier wanted = () -> false;

    public Yielding() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    /**
     * On another clock.
     *
     * @param nanos a clock that never goes back, in nanoseconds
     * @param park waits for so many nanoseconds
     */
    public Yielding(LongSupplier nanos, LongConsumer park) {
        this.nanos = nanos;
        this.park = park;
    }

    /** From now on, work gives way while this holds; until it is said, it gives way to nobody. */
    public void to(BooleanSupplier others) {
        wanted = others;
    }

    /** Begins the first slice of a piece of work. */
    public Slices begin() {
        return new Slices();
    }

    /** One thread's work. Not safe for use by several threads. */
    public final class Slices {
        private long since = nanos.getAsLong();

        private Slices() {}

        /** Ends a slice, rests if need be, and begins the next one. */
        public void rest() {
            long now = nanos.getAsLong();
            long worked = now - since;
            if (worked < SHORTEST_NANOS) return;
            long until = now + MOST * worked;
            while (now < until
                    && wanted.getAsBoolean()
                    && !Thread.currentThread().isInterrupted()) {
                park.accept(Math.min(LOOK_EVERY_NANOS, until - now));
                now = nanos.getAsLong();
            }
            since = now;
        }
    }
}
