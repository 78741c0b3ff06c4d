package dev.rung.server;

import dev.rung.server.Problem.Sort;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of bodies are held at once, of all requests together. Bodies are read before a request takes a place among those that are worked on, so
 * without this a thousand callers, each within the limit of one body, could fill the heap. What is counted is what has arrived: who announces much and
 * sends little takes nothing from others.
 *
 * <p>Safe for use by many threads; each {@link Loan} by one.
 */
final class Memory {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final AtomicLong left;

    /** @param bytes to lend in all */
    Memory(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** An eighth of the heap, and never less than a few bodies take. */
    static long most(Limits limits) {
        return Math.max(Runtime.getRuntime().maxMemory() / 8, 4L * (limits.jsonBytes() + limits.documentBytes()));
    }

    /** For one body, of which nothing has arrived. */
    Loan lend() {
        return new Loan();
    }

    /** What one body takes until it is closed. */
    final class Loan implements AutoCloseable {
        private long taken;

        private Loan() {}

        /**
         * Takes so many bytes more.
         *
         * @throws Refusal if others hold too many
         */
        void take(int bytes) {
            taken += bytes;
            if (left.addAndGet(-bytes) < 0) {
                throw Refusal.later(Sort.OVERLOADED, "Too many large bodies are held at once; try again soon.", COME_BACK);
            }
        }

        @Override
        public void close() {
            left.addAndGet(taken);
            taken = 0;
        }
    }
}
