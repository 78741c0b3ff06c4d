package dev.rung.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rising rates, one after the other, until the server keeps up no longer; prints a table.
 *
 * <pre>java dev.rung.benchmarks.load.Rates DATA LOG 20 25 50 100 200</pre>
 */
public final class Rates {
    static final double[] USUAL = {25, 50, 75, 100, 125, 150, 175, 200, 250, 300, 400, 500, 700, 1000};
    private static final double WARM_UP_RATE = 40;
    static final double WARM_UP_SECONDS = 20;

    private Rates() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        double seconds = args.length > 2 ? Double.parseDouble(args[2]) : 20;
        double[] rates = args.length > 3
                ? Arrays.stream(args, 3, args.length)
                        .mapToDouble(Double::parseDouble)
                        .toArray()
                : USUAL;
        try (Served server = Served.start(Path.of(args[0]), Path.of(args[1]))) {
            System.out.println(server.holdings + "; " + seconds + " s a rate\n");
            OpenLoop loop = new OpenLoop(server.client, Traffic.of(server.address, server.client, 1));
            loop.run(WARM_UP_RATE, WARM_UP_SECONDS);
            System.out.println(Step.HEADER);
            double capacity = capacity(loop, rates, seconds, true);
            System.out.printf(
                    "%nKept up with %.0f a second. Heap after a full collection %.0f MB, resident %d MB, of which its own %d MB.%n",
                    capacity,
                    server.heapAfterCollection() / (1 << 20),
                    server.memory("VmRSS"),
                    server.memory("RssAnon"));
        }
    }

    /** Warms a server up, and finds the highest of the usual rates that it keeps up with. */
    static double capacity(OpenLoop loop, double seconds) {
        loop.run(WARM_UP_RATE, WARM_UP_SECONDS);
        double capacity = capacity(loop, USUAL, seconds, false);
        if (capacity == 0) throw new IllegalStateException("the server does not keep up with " + USUAL[0] + " a second");
        return capacity;
    }

    /** The highest rate that the server keeps up with; asks no higher than two past it. */
    private static double capacity(OpenLoop loop, double[] rates, double seconds, boolean prints) {
        double capacity = 0;
        List<Double> missed = new ArrayList<>();
        for (double rate : rates) {
            Step step = loop.run(rate, seconds);
            if (prints) System.out.println(step.row());
            if (step.isSustained()) capacity = rate;
            else missed.add(rate);
            if (missed.size() > 2) break;
        }
        return capacity;
    }
}
