package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Stopping: what runs may finish, what comes is turned away, and the port is free afterwards. */
class StopTest {
    @Test
    void whatRunsMayFinish() throws Exception {
        StoppableCatalogue catalogue = new StoppableCatalogue(Running.filled());
        Running rung = Running.over(catalogue, c -> c);
        int port = rung.server.port();
        catalogue.hold();
        CompletableFuture<HttpResponse<String>> running =
                rung.client.sendAsync(rung.request("/v1/jobs/job-1").build(), HttpResponse.BodyHandlers.ofString());
        catalogue.awaitHeld();

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(rung.server::close);
        awaitRefusal(port);
        assertThat(stopping.isDone()).isFalse();

        catalogue.release();
        assertThat(running.get().statusCode()).isEqualTo(200);
        assertThat(running.get().body()).contains("job-1");
        stopping.get();
        assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(ConnectException.class);
        rung.client.close();
    }

    @Test
    void aPortIsFreeAgain() throws IOException {
        int port;
        try (Running first = Running.small()) {
            port = first.server.port();
        }
        try (Running second = Running.over(Running.filled(), c -> ServerConfig.local(port))) {
            assertThat(second.get("/health/live").status()).isEqualTo(200);
        }
    }

    /** Until connections are refused, or left without an answer, or answered with 503: whichever comes first. */
    private static void awaitRefusal(int port) throws InterruptedException {
        while (true) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setSoTimeout(1_000);
                socket.getOutputStream()
                        .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                String answer =
                        new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                if (!answer.startsWith("HTTP/1.1 200")) return;
            } catch (IOException e) {
                return;
            }
        }
    }
}
