package dev.rung.benchmarks.sidebyside;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** What asking one contender took, over all rounds. */
public final class Measured {
    private final Contender contender;
    private long[] took = new long[1 << 12];
    private int count;
    private long wall;
    private long processor;
    private int turn;

    Measured(Contender contender) {
        this.contender = contender;
    }

    /** Asks again and again, without noting anything down. */
    void warmUp(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        do contender.asking().ask(turn++);
        while (System.nanoTime() < end);
    }

    /** Asks again and again; at least once. */
    void round(Duration time) throws IOException {
        long used = processorTime();
        long start = System.nanoTime();
        long now = start;
        do {
            contender.asking().ask(turn++);
            long before = now;
            now = System.nanoTime();
            if (count == took.length) took = Arrays.copyOf(took, 2 * count);
            took[count++] = now - before;
        } while (now - start < time.toNanos());
        wall += now - start;
        processor += processorTime() - used;
    }

    /** Of the process that does the work, all its threads. Linux counts it in hundredths of a second. */
    private long processorTime() {
        return ProcessHandle.of(contender.process())
                .flatMap(p -> p.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElseThrow(() -> new IllegalStateException(contender.name() + " has ended"));
    }

    public Contender contender() {
        return contender;
    }

    /** How many answers were measured. */
    public int count() {
        return count;
    }

    /** In milliseconds. */
    public double quantile(double share) {
        long[] sorted = Arrays.copyOf(took, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * count) - 1] / 1e6;
    }

    /** Answers a second, to one who asks again as soon as the answer is there. */
    public double perSecond() {
        return count / (wall / 1e9);
    }

    /** Milliseconds of processor an answer. */
    public double processorEach() {
        return processor / 1e6 / count;
    }
}
