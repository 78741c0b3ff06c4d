package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.server.Limits.Memory;
import dev.rung.server.Limits.Turns;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** More requests than can be worked on: a queue of known length, the others are sent away, and all is as before once it is over. */
class OverloadTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private static CompletableFuture<HttpResponse<String>> ask(Running rung, String path) {
        return rung.client.sendAsync(rung.request(path).build(), BodyHandlers.ofString());
    }

    private static double measured(Running rung, String sample) {
        String text = rung.get("/metrics").text();
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(sample) + " (\\S+)$").matcher(text);
        assertThat(line.find()).as(sample + " in\n" + text).isTrue();
        return Double.parseDouble(line.group(1));
    }

    private static void awaitQueue(Running rung, int length) {
        while (measured(rung, "rung_places_queued{places=\"questions\"}") != length) Thread.onSpinWait();
    }

    @Test
    void placesAndQueueAreFilledAndTheOthersSentAway() throws Exception {
        StoppableCatalogue catalogue = new StoppableCatalogue(Running.filled());
        try (Running rung = Running.over(catalogue, c -> c.withLimits(Limits.DEFAULT.with(new Turns(2, 3, LONG, 2))))) {
            catalogue.hold(2);
            List<CompletableFuture<HttpResponse<String>>> taken = new ArrayList<>();
            for (int i = 0; i < 2; i++) taken.add(ask(rung, "/v1/jobs"));
            catalogue.awaitHeld();
            for (int i = 0; i < 3; i++) taken.add(ask(rung, "/v1/roles"));
            awaitQueue(rung, 3);

            List<CompletableFuture<HttpResponse<String>>> tooMany =
                    Stream.generate(() -> ask(rung, "/v1/jobs")).limit(40).toList();
            Map<Integer, Long> statuses = tooMany.stream()
                    .map(CompletableFuture::join)
                    .peek(r -> assertThat(r.headers().firstValue("Retry-After")).contains("1"))
                    .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));

            assertThat(statuses).containsExactly(Map.entry(503, 40L));
            assertThat(rung.get("/health/live").status()).isEqualTo(200);
            assertThat(rung.get("/health/ready").status()).isEqualTo(200);
            assertThat(measured(rung, "rung_requests_shed_total{reason=\"queue\"}"))
                    .isEqualTo(40);
            assertThat(measured(rung, "rung_places_busy{places=\"questions\"}")).isEqualTo(2);

            catalogue.release();
            assertThat(taken).allMatch(r -> r.join().statusCode() == 200);
            assertThat(rung.get("/v1/jobs").status()).isEqualTo(200);
            assertThat(measured(rung, "rung_places_queued{places=\"questions\"}"))
                    .isZero();
            assertThat(measured(rung, "rung_places_busy{places=\"questions\"}")).isZero();
        }
    }

    @Test
    void whoeverIsSentAwayNeedNotConnectAnew() throws Exception {
        StoppableCatalogue catalogue = new StoppableCatalogue(Running.filled());
        try (Running rung = Running.over(catalogue, c -> c.withLimits(Limits.DEFAULT.with(new Turns(1, 0, LONG, 2))));
                Socket socket = new Socket("127.0.0.1", rung.server.port())) {
            catalogue.hold(1);
            CompletableFuture<HttpResponse<String>> first = ask(rung, "/v1/jobs");
            catalogue.awaitHeld();
            String body = "{\"text\":\"bake\"}";
            String question =
                    "POST /v1/recommendations/roles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + body.length() + "\r\n";

            write(socket, question + "\r\n" + body);
            assertThat(status(socket)).isEqualTo(503);
            catalogue.release();
            first.join();
            write(socket, question + "Connection: close\r\n\r\n" + body);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("HTTP/1.1 200");
        }
    }

    private static void write(Socket socket, String request) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static int status(Socket socket) throws IOException {
        return Integer.parseInt(
                new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9));
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsNotWorkedOn() throws Exception {
        StoppableCatalogue catalogue = new StoppableCatalogue(Running.filled());
        try (Running rung =
                Running.over(catalogue, c -> c.withLimits(Limits.DEFAULT.with(new Turns(1, 10, LONG, 2))))) {
            catalogue.hold(1);
            CompletableFuture<HttpResponse<String>> first = ask(rung, "/v1/jobs");
            catalogue.awaitHeld();

            rung.send(rung.request("/v1/jobs").header("Prefer", "respond-async, wait=0"))
                    .problem(503);
            assertThat(measured(rung, "rung_requests_shed_total{reason=\"patience\"}"))
                    .isEqualTo(1);

            catalogue.release();
            assertThat(first.join().statusCode()).isEqualTo(200);
            assertThat(rung.send(rung.request("/v1/jobs").header("Prefer", "wait=0"))
                            .status())
                    .isEqualTo(200);
            assertThat(rung.send(rung.request("/v1/jobs").header("Prefer", "wait=soon"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void longComputationsLeaveTheProcessorToOthers() throws Exception {
        int places = 2 * Runtime.getRuntime().availableProcessors();
        BusyCatalogue catalogue = new BusyCatalogue(Running.filled(), places);
        try (Running rung =
                Running.over(catalogue, c -> c.withLimits(Limits.DEFAULT.with(new Turns(places, 3, LONG, 2))))) {
            List<CompletableFuture<HttpResponse<String>>> computing =
                    Stream.generate(() -> ask(rung, "/v1/jobs")).limit(places).toList();
            catalogue.computing.await();

            assertThat(rung.get("/health/live").status()).isEqualTo(200);
            assertThat(measured(rung, "rung_places_busy{places=\"questions\"}")).isEqualTo(places);

            catalogue.isEnough = true;
            assertThat(computing).allMatch(r -> r.join().statusCode() == 200);
        }
    }

    @Test
    void largeBodiesTakeNoMoreMemoryThanTheyMay() throws Exception {
        StoppableCatalogue catalogue = new StoppableCatalogue(Running.filled());
        try (Running rung =
                Running.over(catalogue, c -> c.withLimits(Limits.DEFAULT.with(new Memory(100, 100 << 10))))) {
            String large = "{\"text\":\"" + "bake ".repeat(14 << 10) + "\"}";
            catalogue.hold(1);
            CompletableFuture<HttpResponse<String>> first = rung.client.sendAsync(
                    rung.request("/v1/recommendations/roles")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(large))
                            .build(),
                    BodyHandlers.ofString());
            catalogue.awaitHeld();

            rung.post("/v1/recommendations/roles", large).problem(503);
            assertThat(rung.post("/v1/recommendations/roles", "{\"text\":\"bake\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(measured(rung, "rung_requests_shed_total{reason=\"bodies\"}"))
                    .isEqualTo(1);

            catalogue.release();
            int status = first.join().statusCode();
            assertThat(rung.post("/v1/recommendations/roles", large).status()).isEqualTo(status);
        }
    }

    @Test
    void connectionsPastTheLimitAreTakenWhenOthersClose() throws Exception {
        try (Running rung = Running.with(c -> c.withLimits(Limits.DEFAULT.with(new Memory(1, 1 << 20))))) {
            Socket first = new Socket("127.0.0.1", rung.server.port());
            write(first, "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(status(first)).isEqualTo(200);
            try (Socket second = new Socket("127.0.0.1", rung.server.port())) {
                write(second, "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                first.close();
                assertThat(status(second)).isEqualTo(200);
            }
        }
    }

    @Test
    void aRateThatWasExceededIsCounted() {
        try (Running rung = Running.with(c -> c.withLimits(Limits.DEFAULT.with(new Limits.Rate(0.001, 2))))) {
            rung.get("/v1/jobs");
            for (int i = 0; i < 3; i++)
                assertThat(rung.get("/v1/jobs").status()).isIn(200, 429);
            assertThat(rung.get("/v1/jobs").status()).isEqualTo(429);
        }
    }

    /** A catalogue whose first readers compute, without ever waiting for anything, until it is enough. */
    private static final class BusyCatalogue extends ForwardingCatalogue {
        private final CountDownLatch computing;
        private volatile boolean isEnough;

        BusyCatalogue(Catalogue real, int readers) {
            super(real);
            this.computing = new CountDownLatch(readers);
        }

        @Override
        public CatalogueView view() {
            boolean computes;
            synchronized (computing) {
                computes = computing.getCount() > 0;
                computing.countDown();
            }
            while (computes && !isEnough) Thread.onSpinWait();
            return super.view();
        }
    }
}
