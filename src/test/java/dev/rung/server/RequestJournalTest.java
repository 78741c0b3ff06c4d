package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What is written down about requests, and what is not. */
class RequestJournalTest {
    private final Collector everything = new Collector();

    @TempDir
    private Path folder;

    private Running rung;

    /** Keeps every line that any logger writes. */
    private static final class Collector extends AppenderBase<ILoggingEvent> {
        private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        private final List<String> all = java.util.Collections.synchronizedList(new ArrayList<>());

        @Override
        protected void append(ILoggingEvent event) {
            all.add(event.getFormattedMessage());
            if (event.getLoggerName().equals(RequestJournal.LOGGER)) requests.add(event.getFormattedMessage());
        }

        JsonNode next() throws InterruptedException, InvalidJson {
            String line = requests.poll(10, TimeUnit.SECONDS);
            assertThat(line).as("a line for each request").isNotNull();
            return Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        }
    }

    private static List<Logger> loggers() {
        return List.of((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME));
    }

    @BeforeEach
    void start() throws IOException {
        Path file = Files.writeString(
                folder.resolve("keys"), Keys.line("portal", "read,write,recruit,admin", "key") + "\n");
        rung = Running.with(c -> c.withKeys(file));
        everything.start();
        ((Logger) LoggerFactory.getLogger(RequestJournal.LOGGER)).setLevel(Level.INFO);
        loggers().forEach(l -> l.addAppender(everything));
    }

    @AfterEach
    void stop() {
        loggers().forEach(l -> l.detachAppender(everything));
        ((Logger) LoggerFactory.getLogger(RequestJournal.LOGGER)).setLevel(null);
        rung.close();
    }

    private Running.Reply get(String path) {
        return rung.send(rung.request(path).header("Authorization", "Bearer key"));
    }

    @Test
    void oneLineARequest() throws Exception {
        Running.Reply reply = get("/v1/jobs/job-1");
        JsonNode line = everything.next();

        assertThat(line.path("method").textValue()).isEqualTo("GET");
        assertThat(line.path("route").textValue()).isEqualTo("/v1/jobs/{id}");
        assertThat(line.path("status").intValue()).isEqualTo(200);
        assertThat(line.path("bytes").longValue()).isEqualTo(reply.response().body().length);
        assertThat(line.path("key").textValue()).isEqualTo("portal");
        assertThat(line.path("millis").doubleValue()).isPositive();
        assertThat(Duration.between(Instant.parse(line.path("time").textValue()), Instant.now())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void refusalsAreWrittenDownToo() throws Exception {
        rung.get("/v1/jobs");
        JsonNode refused = everything.next();
        assertThat(refused.path("status").intValue()).isEqualTo(401);
        assertThat(refused.has("key")).isFalse();

        get("/nonesuch/secret-4711");
        assertThat(everything.next().path("route").textValue()).isEqualTo("unknown");

        rung.send(rung.request("/v1/jobs").DELETE());
        assertThat(everything.next().path("status").intValue()).isEqualTo(405);
    }

    @Test
    void nothingAboutPeopleIsWrittenDown() throws Exception {
        String secret = "Geheim";
        get("/v1/candidates/" + secret);
        get("/v1/candidates/" + secret + "/export");
        get("/v1/jobs?q=" + secret);
        get("/v1/jobs?cursor=" + secret);
        get("/" + secret);
        rung.send(rung.request("/v1/jobs")
                .header("Authorization", "Bearer " + secret)
                .header("User-Agent", secret)
                .header("X-" + secret, secret));
        for (String body : List.of(
                "{\"text\":\"" + secret + "\"}",
                "{\"" + secret + "\":1}",
                "{\"text\":" + secret,
                "{\"target\":\"" + secret + "\"}")) {
            rung.send(rung.request("/v1/recommendations/roles")
                    .header("Authorization", "Bearer key")
                    .header("Content-Type", "application/json")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
        }
        for (int i = 0; i < 10; i++) everything.next();

        assertThat(everything.all)
                .isNotEmpty()
                .noneMatch(line -> line.contains(secret))
                .noneMatch(line -> line.contains("127.0.0.1"));
        assertThat(everything.all).noneMatch(line -> line.contains("Bearer"));
    }

    @Test
    void measurementsAreByRouteAndNameNobody() throws Exception {
        get("/v1/candidates/cand-1");
        everything.next();

        String metrics = get("/metrics").text();

        assertThat(metrics)
                .contains("rung_requests_seconds_count{method=\"GET\",route=\"/v1/candidates/{id}\",status=\"200\"} 1");
        assertThat(metrics)
                .contains(
                        "rung_catalogue_records{kind=\"jobs\"} 3.0",
                        "rung_catalogue_sequence{generation=",
                        "jvm_memory_used_bytes");
        assertThat(metrics).doesNotContain("cand-1");
    }
}
