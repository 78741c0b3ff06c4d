package dev.rung.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that take their time, to hold what others need. What drips as a body is in {@link LimitsTest}. */
class SlowClientsTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String HEAD = "POST /v1/recommendations/roles HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static Running impatient() {
        return Running.with(c -> c.withLimits(Running.closingAfter(SHORT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GET / HT", "GET / HTTP/1.1\r\nHost: localhost\r\nX: ", "POST /v1/jobs:bulk HTTP/1.1\r\n"})
    void aHeadThatStopsHalfWayIsNotWaitedFor(String half) throws IOException {
        try (Running rung = impatient();
                Socket socket = new Socket("127.0.0.1", rung.server.port())) {
            socket.getOutputStream().write(half.getBytes(US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .doesNotContain(" 200 ");
        }
    }

    @Test
    void aBodyThatStopsHalfWayIsNotWaitedFor() throws IOException {
        try (Running rung = impatient();
                Socket socket = new Socket("127.0.0.1", rung.server.port())) {
            socket.getOutputStream().write((HEAD + "5\r\n{\"tex").getBytes(US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .doesNotContain(" 200 ");
        }
    }

    /** Every byte begins the idle time anew, so that alone would never end this. */
    @ParameterizedTest
    @ValueSource(strings = {"", "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"})
    void aHeadThatDripsIsCutOff(String before) throws IOException {
        try (Running rung = impatient();
                Socket socket = new Socket("127.0.0.1", rung.server.port());
                ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            OutputStream out = socket.getOutputStream();
            out.write((before + "GET / HTTP/1.1\r\nHost: localhost\r\nX: ").getBytes(US_ASCII));
            var drops = clock.scheduleAtFixedRate(() -> drop(out), 20, 20, TimeUnit.MILLISECONDS);

            String answers = new String(untilClosed(socket), US_ASCII);

            drops.cancel(true);
            assertThat(answers.split("HTTP/1\\.1 ", -1)).as("answers").hasSize(before.isEmpty() ? 1 : 2);
            assertThat(rung.get("/health/live").status()).isEqualTo(200);
        }
    }

    private static byte[] untilClosed(Socket socket) throws IOException {
        var received = new java.io.ByteArrayOutputStream();
        try {
            for (int b = socket.getInputStream().read();
                    b >= 0;
                    b = socket.getInputStream().read()) received.write(b);
        } catch (java.net.SocketException e) {
            assertThat(e).hasMessageContaining("reset"); // closed while a byte was on its way
        }
        return received.toByteArray();
    }

    private static void drop(OutputStream out) {
        try {
            out.write('x');
            out.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // ends the schedule: the server has closed the connection
        }
    }
}
