package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.server.Limits.Rate;
import dev.rung.server.Limits.Sizes;
import dev.rung.server.Limits.Times;
import dev.rung.server.Limits.Turns;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Too often, too many at once, too slow, too large. */
class LimitsTest {
    private static final String ROLES = "/v1/recommendations/roles";
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void whoeverAsksTooOftenIsToldWhenToComeBack() {
        try (Running rung = Running.with(c -> c.withLimits(Limits.DEFAULT.with(new Rate(0.01, 2))))) {
            assertThat(rung.get("/v1/jobs").status()).isEqualTo(200);
            assertThat(rung.get("/nonesuch").status()).isEqualTo(404);
            var refused = rung.get("/v1/jobs");

            refused.problem(429);
            assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                    .isBetween(1, 100);
            assertThat(rung.get("/health/live").status()).isEqualTo(200);
        }
    }

    @Test
    void everyKeyHasARateOfItsOwn() throws IOException {
        Path file = Files.writeString(
                folder.resolve("keys"),
                Keys.line("a", "read", "key-a") + "\n" + Keys.line("b", "read", "key-b") + "\n");
        try (Running rung = Running.with(c -> c.withKeys(file).withLimits(Limits.DEFAULT.with(new Rate(0.01, 1))))) {
            assertThat(rung.send(rung.request("/v1/jobs").header("Authorization", "Bearer key-a"))
                            .status())
                    .isEqualTo(200);
            assertThat(rung.send(rung.request("/v1/jobs").header("Authorization", "Bearer key-a"))
                            .status())
                    .isEqualTo(429);
            assertThat(rung.send(rung.request("/v1/jobs").header("Authorization", "Bearer key-b"))
                            .status())
                    .isEqualTo(200);
            assertThat(rung.send(rung.request("/v1/jobs").header("Authorization", "Bearer wrong"))
                            .status())
                    .isEqualTo(401);
            assertThat(rung.send(rung.request("/v1/jobs").header("Authorization", "Bearer wrong-too"))
                            .status())
                    .isEqualTo(429);
        }
    }

    @Test
    void pastAFullQueueOneIsToldToComeBack() throws Exception {
        StoppableCatalogue catalogue = new StoppableCatalogue(Running.filled());
        try (Running rung = Running.over(catalogue, c -> c.withLimits(Limits.DEFAULT.with(new Turns(1, 0, LONG, 2))))) {
            catalogue.hold();
            CompletableFuture<HttpResponse<String>> first =
                    rung.client.sendAsync(rung.request("/v1/jobs").build(), HttpResponse.BodyHandlers.ofString());
            catalogue.awaitHeld();

            var refused = rung.get("/v1/jobs");
            refused.problem(503);
            assertThat(refused.header("Retry-After")).contains("1");
            assertThat(rung.get("/health/live").status()).isEqualTo(200);

            catalogue.release();
            assertThat(first.get().statusCode()).isEqualTo(200);
            assertThat(rung.get("/v1/jobs").status()).isEqualTo(200);
        }
    }

    @Test
    void whoeverWaitsTooLongIsToldToComeBack() throws Exception {
        StoppableCatalogue catalogue = new StoppableCatalogue(Running.filled());
        try (Running rung = Running.over(
                catalogue, c -> c.withLimits(Limits.DEFAULT.with(new Turns(1, 10, Duration.ofMillis(50), 2))))) {
            catalogue.hold();
            CompletableFuture<HttpResponse<String>> first =
                    rung.client.sendAsync(rung.request("/v1/jobs").build(), HttpResponse.BodyHandlers.ofString());
            catalogue.awaitHeld();

            rung.get("/v1/jobs").problem(503);

            catalogue.release();
            assertThat(first.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aSlowSenderKeepsNobodyWaiting() throws Exception {
        try (Running rung = Running.with(c -> c.withLimits(Limits.DEFAULT.with(new Turns(1, 0, Duration.ZERO, 2))));
                PipedOutputStream slow = new PipedOutputStream()) {
            InputStream body = new PipedInputStream(slow);
            CompletableFuture<HttpResponse<String>> first = rung.client.sendAsync(
                    rung.request(ROLES)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofInputStream(() -> body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            slow.write("{\"skills\"".getBytes(StandardCharsets.UTF_8));
            slow.flush();

            assertThat(rung.get("/v1/jobs").status()).isEqualTo(200);

            slow.write(":[]}".getBytes(StandardCharsets.UTF_8));
            slow.close();
            assertThat(first.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aBodyThatDripsIsCutOff() throws IOException {
        try (Running rung = Running.with(
                        c -> c.withLimits(Limits.DEFAULT.with(new Times(Duration.ofMillis(200), LONG, LONG, LONG))));
                Socket socket = new Socket("127.0.0.1", rung.server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + ROLES
                            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            // Drop by drop: of a flood, most would not be read when the server closes, and that could sweep its answer
            // away.
            try (ScheduledExecutorService tap = Executors.newSingleThreadScheduledExecutor()) {
                ScheduledFuture<?> drip = tap.scheduleAtFixedRate(() -> drop(out), 0, 5, TimeUnit.MILLISECONDS);
                byte[] answer = socket.getInputStream().readNBytes(12);
                drip.cancel(false);

                assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
            }
        }
    }

    private static void drop(OutputStream out) {
        try {
            out.write("1\r\n \r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the server has closed the connection, as it should: no more drops
        }
    }

    @Test
    void bodiesHaveALimit() {
        try (Running rung = Running.with(c -> c.withLimits(Limits.DEFAULT.with(new Sizes(100, 100, 1_000, 100))))) {
            rung.post(ROLES, "{\"text\":\"" + "a".repeat(100) + "\"}").problem(413);
            assertThat(rung.post(ROLES, "{\"text\":\"" + "a".repeat(80) + "\"}").status())
                    .isEqualTo(200);
        }
    }
}
