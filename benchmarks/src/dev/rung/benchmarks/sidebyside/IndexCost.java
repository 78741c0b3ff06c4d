package dev.rung.benchmarks.sidebyside;

import java.io.IOException;
import java.time.Duration;

/**
 * What a piece of work cost.
 *
 * @param seconds by the clock
 * @param processor seconds of processor, of this process and the one that works for it
 */
record IndexCost(double seconds, double processor) {
    /** Work that may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** @param helper id of the process that works for this one; may be this one itself */
    static IndexCost of(long helper, Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        double before = processor(helper);
        work.run();
        return new IndexCost((System.nanoTime() - start) / 1e9, processor(helper) - before);
    }

    private static double processor(long helper) {
        double here = used(ProcessHandle.current());
        return helper == ProcessHandle.current().pid()
                ? here
                : here + ProcessHandle.of(helper).map(IndexCost::used).orElse(0.0);
    }

    private static double used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }
}
