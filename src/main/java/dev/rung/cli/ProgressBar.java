package dev.rung.cli;

import dev.rung.formats.Progress;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** One line that is drawn over and over, on a terminal only. */
final class ProgressBar implements Progress {
    private static final int WIDTH = 40;

    private final PrintWriter out;
    private final long start = System.nanoTime();
    private boolean drawn;

    private ProgressBar(PrintWriter out) {
        this.out = out;
    }

    /** A bar if somebody is looking, else nothing. */
    static Progress on(PrintWriter out) {
        return Ansi.AUTO.enabled() ? new ProgressBar(out) : Progress.NONE;
    }

    @Override
    public void at(long done, long total, long records) {
        double share = total == 0 ? 1 : Math.min(1, (double) done / total);
        double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
        int full = (int) (share * WIDTH);
        out.printf(
                "\r[%s%s] %3.0f%%  %,d records, %,.0f a second ",
                "#".repeat(full), ".".repeat(WIDTH - full), share * 100, records, records / seconds);
        out.flush();
        drawn = true;
    }

    /** Leaves the line as it is and goes on below it. */
    static void end(Progress progress, PrintWriter out) {
        if (progress instanceof ProgressBar bar && bar.drawn) out.println();
    }
}
