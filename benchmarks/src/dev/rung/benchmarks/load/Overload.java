package dev.rung.benchmarks.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Half of what a server can do, three times as much, and half again, with a look at its health ten times a second: prints a table and a verdict, and ends with
 * status 1 if the server fell over, sent nobody away, did much less than it can, or did not recover.
 *
 * <pre>java dev.rung.benchmarks.load.Overload DATA LOG 30 [CAPACITY]</pre>
 */
public final class Overload {
    private static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(10);
    private static final double GOOD_SHARE = 0.7;

    private Overload() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        double seconds = args.length > 2 ? Double.parseDouble(args[2]) : 30;
        boolean isGood;
        try (Served server = Served.start(Path.of(args[0]), Path.of(args[1]))) {
            OpenLoop loop = new OpenLoop(server.client, Traffic.of(server.address, server.client, 1));
            double capacity = args.length > 3 ? Double.parseDouble(args[3]) : Rates.capacity(loop, 10);
            if (args.length > 3) loop.run(capacity / 2, Rates.WARM_UP_SECONDS);
            System.out.printf("%s; capacity %.0f a second%n%n%s health p99 ms | its own memory MB |%n%s---|---|%n",
                    server.holdings, capacity, Step.HEADER.lines().findFirst().orElseThrow(),
                    Step.HEADER.lines().skip(1).findFirst().orElseThrow());
            Step before = step(server, loop, capacity / 2, seconds);
            Step over = step(server, loop, capacity * 3, seconds);
            Step after = step(server, loop, capacity / 2, seconds);
            System.out.println();
            isGood = check("never fails", before.failed() + over.failed() + after.failed() == 0 && server.isAlive())
                    & check("sends away what is too much", over.shed() > 0)
                    & check(
                            "does at least " + Math.round(100 * GOOD_SHARE) + " % of what it can meanwhile",
                            over.answeredPerSecond() >= GOOD_SHARE * capacity)
                    & check("recovers at once: sends nobody away afterwards", after.shed() == 0);
        }
        if (!isGood) System.exit(1);
    }

    private static boolean check(String what, boolean is) {
        System.out.println((is ? "yes: " : "NO:  ") + what);
        return is;
    }

    private static Step step(Served server, OpenLoop loop, double rate, double seconds)
            throws IOException, InterruptedException {
        try (Health health = new Health(server)) {
            Step step = loop.run(rate, seconds);
            System.out.printf(
                    "%s %.1f%s | %d |%n",
                    step.row(),
                    health.micros.getValueAtPercentile(99) / 1e3,
                    health.failed == 0 ? "" : " and " + health.failed + " failed",
                    server.memory("RssAnon"));
            return step;
        }
    }

    /** Asks every 100 ms whether the server lives, by the clock, each time on a connection that may be new. */
    private static final class Health implements AutoCloseable {
        private final Histogram micros = new ConcurrentHistogram(3);
        private final Thread thread;
        private volatile int failed;
        private volatile boolean isEnough;

        Health(Served server) {
            HttpRequest request = HttpRequest.newBuilder(server.address.resolve("/health/live"))
                    .timeout(HEALTH_TIMEOUT)
                    .build();
            thread = Thread.ofPlatform().daemon().start(() -> {
                for (long due = System.nanoTime(); !isEnough; due += 100_000_000) {
                    for (long now = System.nanoTime(); now < due; now = System.nanoTime()) LockSupport.parkNanos(due - now);
                    long sent = due;
                    CompletableFuture<HttpResponse<Void>> answer =
                            server.client.sendAsync(request, BodyHandlers.discarding());
                    answer.whenComplete((a, e) -> note(a != null && a.statusCode() == 200, System.nanoTime() - sent));
                }
            });
        }

        private synchronized void note(boolean isLive, long nanos) {
            if (isLive) micros.recordValue(Math.max(1, nanos / 1_000));
            else failed++;
        }

        @Override
        public void close() throws InterruptedException {
            isEnough = true;
            thread.join();
        }
    }
}
