package dev.rung.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is a problem that says what was wrong, never a failure. */
class GarbageTest {
    private static final String ROLES = "/v1/recommendations/roles";

    private static Running rung;

    @BeforeAll
    static void start() {
        rung = Running.small();
    }

    @AfterAll
    static void stop() {
        rung.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"text\":",
                "{\"text\":\"a",
                "nonsense",
                "{'text':1}",
                "{\"text\":\"a\"}{",
                "{\"a\":1,}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "\u0000"
            })
    void whatIsNotJson(String body) {
        assertThat(rung.post(ROLES, body).status()).isIn(400, 422);
        rung.post(ROLES, body).problem(rung.post(ROLES, body).status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u00a7',
            value = {
                "{\"text\":5};                                        /text;                    must be text",
                "{\"skills\":\"baking\"};                             /skills;                  must be a list",
                "{\"skills\":[5]};                                    /skills/0;                must be an object with fields",
                "{\"skills\":[{}]};                                   /skills/0/skill;          is required",
                "{\"skills\":[null]};                                 /skills/0;                is required",
                "{\"skills\":[{\"skill\":\"a\",\"level\":\"good\"}]}; /skills/0/level;          must be one of foundation, intermediate, advanced, expert",
                "{\"skills\":[{\"skill\":\"a\",\"level\":2}]};        /skills/0/level;          must be one of foundation, intermediate, advanced, expert",
                "{\"skills\":[{\"skill\":\"a\",\"lastUsed\":\"x\"}]}; /skills/0/lastUsed;       must be a month such as 2026-11",
                "{\"experience\":[{\"role\":\"a\",\"months\":1.5}]};  /experience/0/months;     must be a whole number",
                "{\"experience\":[{\"role\":\"a\",\"months\":-1}]};   /experience/0/months;     must be between 0 and 1200, not -1",
                "{\"limit\":0};                                       /limit;                   must be between 1 and 200, not 0",
                "{\"limit\":\"5\"};                                   /limit;                   must be a whole number",
                "{\"asOf\":\"tomorrow\"};                             /asOf;                    must be a date such as 2026-11-22",
                "{\"target\":{}};                                     /target/role;             give exactly one of role, job and credential",
                "{\"constraints\":{\"maxCost\":5}};                   /constraints/maxCost;     must be an object with fields",
                "{\"constraints\":{\"noFormalEntry\":\"yes\"}};       /constraints/noFormalEntry; must be true or false",
                "[];                                                  '';                       must be an object with fields",
            })
    void whatIsOfTheWrongKind(String body, String pointer, String message) {
        JsonNode problem = rung.post(ROLES, body).problem(422);

        assertThat(problem.at("/errors/0/pointer").textValue()).isEqualTo(pointer.equals("''") ? "" : pointer);
        assertThat(problem.at("/errors/0/message").textValue()).isEqualTo(message);
    }

    @Test
    void aFieldThatIsNotKnownIsNamedWithThoseThatAre() {
        JsonNode problem = rung.post(ROLES, "{\"skils\":[]}").problem(422);

        assertThat(problem.at("/errors/0/pointer").textValue()).isEqualTo("/skils");
        assertThat(problem.at("/errors/0/message").textValue())
                .startsWith("is not a field here; known are")
                .contains("skills");
    }

    @Test
    void textThatIsNotUtf8() {
        byte[] body = "{\"text\":\"p\u00e2tissier\"}".getBytes(ISO_8859_1);

        assertThat(rung.post(ROLES, body).problem(400).path("detail").textValue())
                .contains("UTF-8");
    }

    @Test
    void deepNesting() {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

        assertThat(rung.post(ROLES, "{\"credentials\":[{\"openBadge\":" + deep + "}]}")
                        .problem(400)
                        .path("detail")
                        .textValue())
                .contains("nested too deeply");
    }

    @Test
    void aVeryLongNumber() {
        rung.post(ROLES, "{\"limit\":" + "9".repeat(5_000) + "}").problem(400);
        rung.post(ROLES, "{\"limit\":99999999999999999999}").problem(422);
    }

    @Test
    void tenThousandSkills() {
        String skills = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"skill\":\"s" + i + "\"}")
                .collect(Collectors.joining(","));

        JsonNode problem = rung.post(ROLES, "{\"skills\":[" + skills + "]}").problem(422);

        assertThat(problem.at("/errors/0/message").textValue()).contains("2000").contains("10000");
    }

    @Test
    void fiftyMegabytes() {
        byte[] body = new byte[50 << 20];
        Arrays.fill(body, (byte) 'a');

        assertThat(rung.post(ROLES, body).problem(413).path("detail").textValue())
                .contains("1048576");
    }

    @Test
    void fiftyMegabytesWithoutALength() {
        byte[] body = new byte[50 << 20];
        var reply = rung.send(rung.request(ROLES)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));

        reply.problem(413);
    }

    @Test
    void oneLineOfFiftyMegabytes() {
        byte[] body = new byte[(50 << 20) - 100];
        Arrays.fill(body, (byte) 'a');
        byte[] record = "\n{\"id\":\"after\",\"title\":\"After\"}".getBytes(UTF_8);
        System.arraycopy(record, 0, body, body.length - record.length, record.length);

        JsonNode report = rung.send(rung.request("/v1/jobs:bulk")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofByteArray(body)))
                .json();

        assertThat(report.path("rejected").intValue()).isEqualTo(1);
        assertThat(report.path("accepted").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense"})
    void anotherMediaType(String type) {
        var reply = rung.send(rung.request(ROLES).header("Content-Type", type).POST(BodyPublishers.ofString("{}")));

        assertThat(reply.problem(415).path("detail").textValue()).contains("application/json");
        assertThat(reply.header("Accept")).contains("application/json");
    }

    @Test
    void noMediaType() {
        rung.send(rung.request(ROLES).POST(BodyPublishers.ofString("{}"))).problem(415);
    }

    @Test
    void aCompressedBody() {
        var reply = rung.send(rung.request(ROLES)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("x")));

        assertThat(reply.problem(415).path("detail").textValue()).contains("Content-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nonesuch",
                "/v1",
                "/v1/",
                "/v1/jobs/",
                "/v1/jobs/a/b",
                "/v1/recommendations",
                "/openapiXyaml",
                "//",
                "/v1/jobs;x=y/a",
                "/web/learner/..%2findex",
                "/web/index",
                "/web/learner/nonesuch.js",
                "/web/../index"
            })
    void addressesThatAreNotThere(String path) {
        rung.get(path).problem(404);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/jobs,                     'GET, HEAD, OPTIONS'",
        "GET,  /v1/recommendations/roles,    'OPTIONS, POST'",
        "PATCH,/v1/jobs/job-1,               'DELETE, GET, HEAD, OPTIONS, PUT'",
        "POST, /health/live,                 'GET, HEAD, OPTIONS'",
        "TRACE,/v1/jobs,                     'GET, HEAD, OPTIONS'"
    })
    void methodsThatAnAddressDoesNotHave(String method, String path, String allowed) throws IOException {
        String answer = raw(
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 405")
                .contains("Allow: " + allowed)
                .contains("application/problem+json");
    }

    @Test
    void headIsGetWithoutABody() throws IOException {
        assertThat(raw("HEAD /v1/jobs/job-1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .endsWith("\r\n\r\n");
        assertThat(raw("HEAD /v1/jobs/nope HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET /v1/jobs/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /v1/jobs/%ff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /v1/jobs?q=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /v1/jobs/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /v1/jobs/a HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\nConnection: close\r\n\r\n",
                "GET /v1/jobs/%2e%2e%2f HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST /v1/skills:extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: x\r\n\r\n{}",
                "POST /v1/skills:extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n{}",
            })
    void requestsThatAreNotHttp(String request) throws IOException {
        String answer = raw(request);

        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json")
                .contains("\"status\":4");
        assertThat(answer).doesNotContain("Exception", "jetty", "Jetty", "<html");
    }

    @Test
    void headersThatNeverEnd() throws IOException {
        String answer = raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431").contains("application/problem+json");
    }

    @Test
    void anotherHostsNameIsRefusedWhereThereAreNoKeys() throws IOException {
        assertThat(raw("GET /v1/jobs HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(raw("GET /v1/jobs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void unknownIdsInAProfileAreNoted() {
        JsonNode answer = rung.post(
                        ROLES, "{\"skills\":[{\"skill\":\"nonesuch-xyz\"}],\"target\":{\"role\":\"nonesuch\"}}")
                .json();

        assertThat(answer.at("/understood/notes"))
                .extracting(n -> n.path("at").textValue())
                .contains("/skills/0/skill");
    }

    @Test
    void afterAllThisItStillAnswers() {
        assertThat(rung.get("/health/ready").status()).isEqualTo(200);
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", rung.server.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
