package dev.rung.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many records in one stream: what goes in, what does not, and what the report says. */
class BulkTest {
    private Running rung;

    @BeforeEach
    void start() {
        rung = Running.over(
                Running.empty(), c -> c.withLimits(Limits.DEFAULT.with(new Limits.Sizes(2_000, 2_000, 200_000, 100))));
    }

    @AfterEach
    void stop() {
        rung.close();
    }

    private long jobs() {
        try (CatalogueView view = rung.catalogue.view()) {
            return view.count(Kind.JOBS, Filter.NONE);
        }
    }

    @Test
    void whatIsWrongIsReportedAndTheRestGoesIn() {
        JsonNode report = rung.bulk("/v1/jobs:bulk", """
                {"id":"a","title":"A"}

                {"id":"b"}
                {"id":"c","title":
                {"id":"d","title":"D","salary":1}
                [1]
                {"id":"e","title":"E"}
                """).json();

        assertThat(report.path("read").intValue()).isEqualTo(6);
        assertThat(report.path("accepted").intValue()).isEqualTo(2);
        assertThat(report.path("rejected").intValue()).isEqualTo(4);
        assertThat(report.path("errors"))
                .extracting(e -> e.path("line").intValue())
                .containsExactlyInAnyOrder(3, 4, 5, 6);
        assertThat(report.path("errors"))
                .filteredOn(e -> e.path("line").intValue() == 3)
                .extracting(e -> e.path("field").textValue())
                .containsExactly("/title");
        assertThat(rung.get("/v1/jobs/a").status()).isEqualTo(200);
        assertThat(rung.get("/v1/jobs/e").status()).isEqualTo(200);
        assertThat(jobs()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-ndjson",
                "application/ndjson",
                "application/jsonl",
                "application/x-ndjson; charset=utf-8"
            })
    void namesOfTheFormat(String type) {
        var reply = rung.send(rung.request("/v1/jobs:bulk")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"id\":\"a\",\"title\":\"A\"}")));

        assertThat(reply.json().path("accepted").intValue()).isEqualTo(1);
    }

    @Test
    void anIdThatComesTwiceIsNamed() {
        JsonNode report = rung.bulk("/v1/jobs:bulk", """
                {"id":"a","title":"First"}
                {"id":"a","title":"Second"}
                """).json();

        assertThat(report.at("/notes/0/line").intValue()).isEqualTo(2);
        assertThat(report.at("/notes/0/message").textValue()).contains("repeats the id of line 1");
        assertThat(rung.get("/v1/jobs/a").json().path("title").textValue()).isEqualTo("Second");
        assertThat(jobs()).isEqualTo(1);
    }

    @Test
    void anEmptyStreamIsAnEmptyReport() {
        assertThat(rung.bulk("/v1/jobs:bulk", "").json().path("read").intValue())
                .isZero();
        assertThat(rung.bulk("/v1/jobs:bulk", "\n\n \n").json().path("read").intValue())
                .isZero();
    }

    @Test
    void everyKindComesInBulk() {
        assertThat(rung.bulk("/v1/skills:bulk", "{\"id\":\"bake\",\"label\":\"bake\",\"kind\":\"skill\"}")
                        .json()
                        .path("accepted")
                        .intValue())
                .isEqualTo(1);
        assertThat(rung.bulk("/v1/roles:bulk", "{\"id\":\"r\",\"title\":\"r\"}")
                        .json()
                        .path("accepted")
                        .intValue())
                .isEqualTo(1);
        assertThat(rung.bulk(
                                "/v1/credentials:bulk",
                                "{\"id\":\"c\",\"title\":\"c\",\"issuer\":{\"id\":\"i\",\"name\":\"I\"}}")
                        .json()
                        .path("accepted")
                        .intValue())
                .isEqualTo(1);
        assertThat(rung.bulk("/v1/candidates:bulk", "{\"id\":\"p\"}")
                        .json()
                        .path("accepted")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void badEncodingSpoilsOneLine() {
        byte[] bytes = "{\"id\":\"a\",\"title\":\"\u00e9\"}\n{\"id\":\"b\",\"title\":\"B\"}"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        JsonNode report = rung.send(rung.request("/v1/jobs:bulk")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofByteArray(bytes)))
                .json();

        assertThat(report.at("/errors/0/message").textValue()).isEqualTo("is not well-formed UTF-8");
        assertThat(report.path("accepted").intValue()).isEqualTo(1);
    }

    @Test
    void aStreamThatIsAnnouncedTooLargeIsNotBegun() {
        JsonNode problem =
                rung.bulk("/v1/jobs:bulk", line(1) + "\n" + " ".repeat(200_000)).problem(413);

        assertThat(problem.has("report")).isFalse();
        assertThat(jobs()).isZero();
    }

    @Test
    void aStreamThatGrowsTooLargeSaysWhatWentIn() {
        // Without a length in advance, as from a pipe.
        var reply = rung.send(rung.request("/v1/jobs:bulk")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofInputStream(() -> lines(20_000))));

        JsonNode report = reply.problem(413).path("report");
        assertThat(report.path("accepted").longValue()).isPositive().isEqualTo(jobs());
    }

    @Test
    void manyBatchesAllGoIn() {
        String body = IntStream.range(0, 3_500)
                .mapToObj(i -> "{\"id\":\"j" + i + "\",\"title\":\"J\"}")
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow();

        assertThat(rung.bulk("/v1/jobs:bulk", body).json().path("accepted").intValue())
                .isEqualTo(3_500);
        assertThat(jobs()).isEqualTo(3_500);
    }

    private static String line(int number) {
        return "{\"id\":\"job-" + number + "\",\"title\":\"Job " + number + "\"}";
    }

    private static InputStream lines(int count) {
        Iterator<InputStream> each = IntStream.range(0, count)
                .mapToObj(i -> (InputStream) new ByteArrayInputStream((line(i) + "\n").getBytes(UTF_8)))
                .iterator();
        return new SequenceInputStream(new java.util.Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return each.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return each.next();
            }
        });
    }
}
