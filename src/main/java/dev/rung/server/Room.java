package dev.rung.server;

import dev.rung.server.Problem.Sort;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Memory for the bodies of requests that wait or are worked on. A body takes its share before it is read and gives it back when it is answered; where none is
 * left, a request is told to come back, so that many large ones at once cannot fill the heap. Small ones ask for none: connections are
 * limited, and so is what small bodies take together. Safe for use by many threads.
 */
final class Room {
    /** Up to so many bytes a body is small. */
    static final int SMALL = 16 << 10;

    private static final int PIECE = 1 << 10;
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final int pieces;
    private final Semaphore free;
    private final Runnable sentAway;

    Room(long bytes, Runnable sentAway) {
        this.pieces = (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes / PIECE));
        this.free = new Semaphore(pieces);
        this.sentAway = sentAway;
    }

    /** A share of the room; give it back by closing it. */
    @FunctionalInterface
    interface Share extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes room for a body of so many bytes; one that is larger than all there is gets all of it.
     *
     * @throws Refusal if there is not that much left
     */
    Share take(long bytes) {
        if (bytes <= SMALL) return () -> {};
        int share = (int) Math.min(pieces, bytes / PIECE);
        if (!free.tryAcquire(share)) {
            sentAway.run();
            throw Refusal.later(Sort.OVERLOADED, "Too many large requests at once; try again soon.", COME_BACK);
        }
        return () -> free.release(share);
    }
}
