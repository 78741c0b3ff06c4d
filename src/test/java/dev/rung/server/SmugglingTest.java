package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests on whose end two programs could disagree: Rung and a proxy in front of it. Each is refused, and what hides behind it is not answered. */
class SmugglingTest {
    private static final String HIDDEN = "GET /v1/jobs/job-1 HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String POST =
            "POST /v1/recommendations/roles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    private static Running rung;

    @BeforeAll
    static void start() {
        rung = Running.with(c -> c.withLimits(Running.closingAfter(Duration.ofSeconds(2))));
    }

    @AfterAll
    static void stop() {
        rung.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}",
                "Content-Length: 2, 40\r\n\r\n{}",
                "Content-Length: +2\r\n\r\n{}",
                "Content-Length: -2\r\n\r\n{}",
                "Content-Length: 0x2\r\n\r\n{}",
                "Content-Length: 99999999999999999999\r\n\r\n{}",
                "Content-Length : 2\r\n\r\n{}",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n",
                "X: a\r\n folded: b\r\nContent-Length: 2\r\n\r\n{}",
                "Host: localhost\r\nHost: evil.example\r\nContent-Length: 2\r\n\r\n{}",
                "X\u0000: a\r\nContent-Length: 2\r\n\r\n{}",
            })
    void anEndThatCanBeReadInTwoWays(String rest) throws IOException {
        String answers = Raw.send(rung, POST + rest + HIDDEN);

        assertThat(answers).startsWith("HTTP/1.1 4").doesNotContain("Pastry cook");
        assertThat(answers.split("HTTP/1\\.1 ", -1)).as("one answer").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%0d%0aSet-Cookie:%20x=1", "a%0aX:%201", "%0d%0a%0d%0a<html>", "a\u0085b", "a%E2%80%A8b"})
    void anIdThatWouldSplitAnAnswer(String id) throws IOException {
        String body = "{\"title\":\"T\"}";
        String answer = Raw.send(
                rung,
                "PUT /v1/jobs/" + id
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(answer.substring(0, answer.indexOf("\r\n\r\n"))).doesNotContain("Set-Cookie", "\nX: 1");
    }

    @Test
    void anIdThatNeedsEncodingIsEncodedInALocation() {
        var reply = rung.put("/v1/jobs/%22%3E%3Cscript%3E", "{\"title\":\"T\"}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).contains("/v1/jobs/%22%3E%3Cscript%3E");
    }

    @Test
    void headersOfTheRequestAreNotInTheAnswer() throws IOException {
        String answer = Raw.send(
                rung,
                "GET /v1/jobs HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: evil.example\r\nOrigin: http://evil.example\r\n"
                        + "X-Rewrite-URL: /evil\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("evil");
    }
}
