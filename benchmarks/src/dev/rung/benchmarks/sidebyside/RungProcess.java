package dev.rung.benchmarks.sidebyside;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code ./rung serve} over a data folder, as anybody starts it, in a process of its own. */
final class RungProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final Http http;

    private RungProcess(Process process, Http http) {
        this.process = process;
        this.http = http;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param log file for what it has to say
     */
    static RungProcess start(Path data, Path log) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder command = new ProcessBuilder("./rung", "serve", "--data", data.toString(), "--port", "" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // Said here, since the default depends on the machine.
        command.environment().put("RUNG_JAVA_OPTIONS", "-Xmx512m");
        Process process = command.start();
        RungProcess rung = new RungProcess(process, new Http(URI.create("http://127.0.0.1:" + port)));
        long deadline = System.nanoTime() + START.toNanos();
        while (!rung.http.isUp("/health/ready")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                rung.close();
                throw new IOException("./rung serve does not come up, see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return rung;
    }

    long id() {
        return process.pid();
    }

    Http http() {
        return http;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
