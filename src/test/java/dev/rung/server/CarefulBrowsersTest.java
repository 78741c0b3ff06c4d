package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells a browser, for every route there is, and what pages of other sites can make a browser do. */
class CarefulBrowsersTest {
    private static Running rung;

    @TempDir
    private static Path folder;

    private static Running locked;

    @BeforeAll
    static void start() throws IOException {
        rung = Running.small();
        Path keys =
                Files.writeString(folder.resolve("keys"), Keys.line("all", "read,write,recruit,admin", "key") + "\n");
        locked = Running.with(c -> c.withKeys(keys));
    }

    @AfterAll
    static void stop() {
        rung.close();
        locked.close();
    }

    static Stream<Route> routes() {
        return Running.routes().stream();
    }

    private static Running.Reply ask(Running server, Route route) {
        String path = route.path()
                .replace("{id}", "nobody")
                .replace("{digest}", "none")
                .replace("{folder}/{file}", "texts/en.json");
        return server.send(server.request(path)
                .header("Content-Type", route.body() == Body.LINES ? "application/x-ndjson" : "application/json")
                .method(
                        route.method().name(),
                        route.body() == Body.NONE ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyAnswerIsCareful(Route route) {
        for (Running server : new Running[] {rung, locked}) {
            var reply = ask(server, route);
            assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(reply.header("X-Frame-Options")).contains("DENY");
            assertThat(reply.header("Referrer-Policy")).contains("no-referrer");
            assertThat(reply.header("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(reply.header("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*");
            assertThat(reply.response().headers().map()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatIsAboutPeopleIsKeptByNobody(Route route) {
        boolean people = route.scope() == Scope.RECRUIT
                || route.scope() == Scope.ADMIN
                || route.path().contains("/candidates")
                || route.path().contains("/events")
                || route.path().contains("/verify");
        if (people) assertThat(ask(rung, route).header("Cache-Control")).contains("no-store");
        else if (route.scope() != Scope.PUBLIC) {
            assertThat(ask(rung, route).header("Cache-Control").orElseThrow()).doesNotContain("public");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
                "GET /nonesuch HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "PATCH /v1/jobs HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "FOO /v1/jobs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            })
    void refusalsAreCarefulTooAndTellNothingOfThisMachine(String request) throws IOException {
        String answer = Raw.send(rung, request);

        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains("X-Content-Type-Options: nosniff", "default-src 'none'", "Cache-Control: no-store")
                .doesNotContain(
                        "Exception", "\tat ", "dev.rung", "jetty", "Jetty", "javalin", System.getProperty("user.dir"));
    }

    /** A page of another site, without keys: a form is sent by the browser without asking anybody. */
    @ParameterizedTest
    @CsvSource({
        "https://evil.example, 403",
        "null, 403",
        "http://localhost.evil.example, 403",
        "http://127.0.0.1:1, 403",
        "OWN, 200",
        "'', 200"
    })
    void aForeignPageChangesNothing(String origin, int status) {
        var request = rung.request("/v1/candidates/cand-1/credentials:recheck?at=2033-01-01T00:00:00Z")
                .POST(BodyPublishers.noBody());
        if (!origin.isEmpty()) {
            request.header("Origin", origin.replace("OWN", "http://127.0.0.1:" + rung.server.port()));
        }

        assertThat(rung.send(request).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noRouteThatChangesSomethingTakesAForeignPage(Route route) {
        if (route.method() == HandlerType.GET) return;
        String path = route.path().replace("{id}", "nobody").replace("{digest}", "none");
        var reply = rung.send(rung.request(path)
                .header("Origin", "https://evil.example")
                .header("Content-Type", "text/plain")
                .method(route.method().name(), BodyPublishers.ofString("{}")));

        reply.problem(403);
    }

    /** With keys a browser has nothing to send that another site's page could use: the key is in no cookie. */
    @Test
    void withKeysAForeignPageHasNone() {
        var reply = locked.send(locked.request("/v1/candidates/cand-1/credentials:recheck")
                .header("Origin", "https://evil.example")
                .header("Cookie", "key=key")
                .POST(BodyPublishers.noBody()));

        reply.problem(401);
    }

    @Test
    void aKeyInAnAddressIsNoKey() {
        locked.get("/v1/jobs?key=key").problem(401);
        locked.get("/v1/jobs?access_token=key").problem(401);
    }
}
