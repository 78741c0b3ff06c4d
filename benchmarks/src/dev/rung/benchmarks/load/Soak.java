package dev.rung.benchmarks.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many minutes at 70 % of what a server can do, while jobs are imported and the catalogue is built anew beside it, over HTTP. Prints a line a minute and a
 * verdict, and ends with status 1 if a request failed, a search was empty, an import or a rebuild did not succeed, memory grew, or
 * somebody was sent away after the first two minutes.
 *
 * <pre>java dev.rung.benchmarks.load.Soak DATA LOG JOBS.ndjson 20 [CAPACITY]</pre>
 */
public final class Soak {
    private static final double SHARE = 0.7;
    private static final double MOST_GROWTH = 1.15;
    private static final int LINES_AT_ONCE = 200;
    private static final int IMPORT_EVERY_SECONDS = 15;
    private static final int REBUILD_EVERY_MINUTES = 5;
    /** Code that nobody has run yet is slow. */
    private static final int COLD_MINUTES = 2;

    private Soak() {}

    private record Minute(double heap, long own, long shed) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int minutes = args.length > 3 ? Integer.parseInt(args[3]) : 20;
        boolean isGood;
        try (Served server = Served.start(Path.of(args[0]), Path.of(args[1]))) {
            OpenLoop loop = new OpenLoop(server.client, Traffic.of(server.address, server.client, 1));
            double capacity = args.length > 4 ? Double.parseDouble(args[4]) : Rates.capacity(loop, 10);
            double rate = capacity * SHARE;
            if (args.length > 4) loop.run(rate, Rates.WARM_UP_SECONDS);
            System.out.printf("%s; capacity %.0f a second, asked %.0f%n%n", server.holdings, capacity, rate);
            isGood = soak(server, loop, rate, minutes, Files.readAllLines(Path.of(args[2])));
        }
        if (!isGood) System.exit(1);
    }

    private static boolean soak(Served server, OpenLoop loop, double rate, int minutes, List<String> jobs)
            throws IOException, InterruptedException {
        System.out.println("| minute " + Step.HEADER.replace("\n", " heap after collection MB | resident MB | its own MB | imported | rebuilt |\n|---") + "---|---|---|---|---|");
        Step all = new Step(rate, 60.0 * minutes);
        List<Minute> memory = new ArrayList<>();
        try (Beside beside = new Beside(server, jobs)) {
            for (int minute = 1; minute <= minutes; minute++) {
                if (minute % REBUILD_EVERY_MINUTES == 2) beside.rebuild();
                Step step = loop.run(rate, 60);
                double heap = server.heapAfterCollection() / (1 << 20);
                memory.add(new Minute(heap, server.memory("RssAnon"), step.shed()));
                System.out.printf(
                        "| %d %s %.0f | %d | %d | %d | %.0f |%n",
                        minute,
                        step.row(),
                        heap,
                        server.memory("VmRSS"),
                        memory.getLast().own(),
                        beside.imported.get(),
                        server.measured("rung_reindexes_total", "done"));
                all.add(step);
            }
            beside.close();
            System.out.printf("%nAll together:%n%n%s%n%s%n%n", Step.HEADER, all.row());
            return verdict(server, all, memory, beside);
        }
    }

    private static boolean verdict(Served server, Step all, List<Minute> memory, Beside beside)
            throws IOException, InterruptedException {
        double heap = growth(memory.stream().map(Minute::heap).toList());
        long late = memory.stream().skip(COLD_MINUTES).mapToLong(Minute::shed).sum();
        double own = growth(memory.stream().map(m -> (double) m.own()).toList());
        return check("no request failed", all.failed() == 0 && server.isAlive())
                & check("no search was empty", all.empty() == 0)
                & check("every import went in: " + beside.imported.get() + " records", beside.failed.get() == 0)
                & check("every rebuild succeeded", server.measured("rung_reindexes_total", "failed") == 0)
                & check(String.format("heap in the last quarter is %.2f of the second's", heap), heap <= MOST_GROWTH)
                & check(String.format("its own memory in the last quarter is %.2f of the second's", own), own <= MOST_GROWTH)
                & check(
                        "of " + all.shed() + " sent away, " + late + " after the second minute, when all code is compiled",
                        late == 0);
    }

    private static boolean check(String what, boolean is) {
        System.out.println((is ? "yes: " : "NO:  ") + what);
        return is;
    }

    /** The last quarter's mean, as a multiple of the second quarter's: the first one is for warming up. Of fewer than four, the last one and the first. */
    private static double growth(List<Double> values) {
        int quarter = Math.max(1, values.size() / 4);
        int from = values.size() < 4 ? 0 : quarter;
        double late = mean(values.subList(values.size() - quarter, values.size()));
        return late / mean(values.subList(from, from + quarter));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Imports a piece every few seconds, the same jobs again and again, so that the catalogue does not grow. */
    private static final class Beside implements AutoCloseable {
        private final Served server;
        private final AtomicInteger imported = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final Thread importing;

        Beside(Served server, List<String> jobs) {
            this.server = server;
            importing = Thread.ofPlatform().daemon().start(() -> {
                for (int from = 0; !Thread.currentThread().isInterrupted(); from += LINES_AT_ONCE) {
                    int start = from % jobs.size();
                    List<String> piece = jobs.subList(start, Math.min(jobs.size(), start + LINES_AT_ONCE));
                    try {
                        load(piece);
                        Thread.sleep(1_000L * IMPORT_EVERY_SECONDS);
                    } catch (IOException e) {
                        System.out.println("an import failed: " + e);
                        failed.incrementAndGet();
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
        }

        private void load(List<String> piece) throws IOException, InterruptedException {
            HttpResponse<String> report = server.client.send(
                    HttpRequest.newBuilder(server.address.resolve("/v1/jobs:bulk"))
                            .header("Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofString(String.join("\n", piece)))
                            .build(),
                    BodyHandlers.ofString());
            boolean isWhole = report.statusCode() == 200 && report.body().contains("\"accepted\":" + piece.size());
            if (!isWhole) throw new IOException(report.statusCode() + " " + report.body());
            imported.addAndGet(piece.size());
        }

        void rebuild() throws IOException, InterruptedException {
            int status = server.client
                    .send(
                            HttpRequest.newBuilder(server.address.resolve("/v1/reindex"))
                                    .POST(BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            if (status != 202 && status != 409) throw new IOException("POST /v1/reindex was answered with " + status);
        }

        @Override
        public void close() throws InterruptedException {
            importing.interrupt();
            importing.join();
        }
    }
}
