package dev.rung.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server that was started for a measurement, by {@code ./rung serve}, and ends with it. */
final class Served implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Rung is ready at (http://\\S+) with (.*) \\(");

    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final URI address;
    final String holdings;
    private final Process process;

    private Served(Process process, URI address, String holdings) {
        this.process = process;
        this.address = address;
        this.holdings = holdings;
    }

    /** Starts it on a free port, and returns when it is ready. */
    static Served start(Path data, Path log) throws IOException {
        Process process = new ProcessBuilder("./rung", "serve", "--data", data.toString(), "--port", "0")
                .redirectError(log.toFile())
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) return new Served(process, URI.create(ready.group(1)), ready.group(2));
        }
        throw new IOException("the server did not start; see " + log);
    }

    String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    /** The sum of all samples of a measurement, in whose labels this stands. */
    double measured(String name, String label) throws IOException, InterruptedException {
        return get("/metrics")
                .lines()
                .filter(l -> l.startsWith(name + "{") || l.startsWith(name + " "))
                .filter(l -> l.contains(label))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Bytes of heap in use, of which some may be garbage. */
    double heap() throws IOException, InterruptedException {
        return measured("jvm_memory_used_bytes", "area=\"heap\"");
    }

    /** Bytes of heap in use right after a full collection, which this brings about. */
    double heapAfterCollection() throws IOException, InterruptedException {
        Process collection = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collection.waitFor() != 0) throw new IOException("jcmd could not ask for a collection");
        return heap();
    }

    /** Of the process's memory, {@code VmRSS}: all that lies in memory, of which part is the mapped index; {@code RssAnon}: its own. In MB. */
    long memory(String which) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            Optional<String> line = lines.filter(l -> l.startsWith(which + ":")).findFirst();
            return Long.parseLong(line.orElseThrow().replaceAll("\\D", "")) >> 10;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
