package dev.rung.trust.part;

import java.time.Duration;

/**
 * How long one check may still take, over all its steps.
 *
 * @param nanoTime the {@link System#nanoTime()} at which time is up
 */
public record Deadline(long nanoTime) {
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, at least a millisecond: a step that gets that little stops by itself. */
    public Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, nanoTime - System.nanoTime()));
    }

    public boolean isOver() {
        return nanoTime - System.nanoTime() <= 0;
    }
}
