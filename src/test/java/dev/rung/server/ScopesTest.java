package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.behaviour.BruteForceEvents;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask what, for every route there is. */
class ScopesTest {
    @TempDir
    private static Path folder;

    private static Running rung;

    @BeforeAll
    static void start() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Scope scope : EnumSet.range(Scope.READ, Scope.ADMIN)) {
            lines.add(Keys.line(scope.word(), scope.word(), "key-" + scope.word()));
            lines.add(Keys.line("all-but-" + scope.word(), allBut(scope), "key-but-" + scope.word()));
        }
        Path file = Files.write(folder.resolve("keys"), lines);
        rung = Running.with(c -> c.withKeys(file));
    }

    @AfterAll
    static void stop() {
        rung.close();
    }

    private static String allBut(Scope scope) {
        return EnumSet.range(Scope.READ, Scope.ADMIN).stream()
                .filter(s -> s != scope)
                .map(Scope::word)
                .collect(Collectors.joining(","));
    }

    static Stream<Route> routes() {
        return Running.routes().stream();
    }

    static Stream<Route> guarded() {
        return routes().filter(r -> r.scope() != Scope.PUBLIC);
    }

    private static Running.Reply ask(Route route, String key) {
        String path = route.path()
                .replace("{id}", "nobody")
                .replace("{digest}", "none")
                .replace("{folder}/{file}", "texts/en.json");
        var request = rung.request(path)
                .method(
                        route.method().name(),
                        route.body() == Body.NONE ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .header("Content-Type", route.body() == Body.LINES ? "application/x-ndjson" : "application/json");
        if (!key.isEmpty()) request.header("Authorization", "Bearer " + key);
        return rung.send(request);
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void withoutAKeyItIsRefused(Route route) {
        var reply = ask(route, "");

        reply.problem(401);
        assertThat(reply.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void withAKeyThatIsNotKnownItIsRefused(Route route) {
        assertThat(ask(route, "key-nonesuch").problem(401).path("detail").textValue())
                .contains("not known");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void withEveryOtherScopeItIsRefused(Route route) {
        assertThat(ask(route, "key-but-" + route.scope().word())
                        .problem(403)
                        .path("detail")
                        .textValue())
                .contains(route.scope().word());
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void withItsScopeItIsAnswered(Route route) {
        assertThat(ask(route, "key-" + route.scope().word()).status()).isNotIn(401, 403, 500, 503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sql-1", "nonesuch"})
    void aBrowserWithoutAKeyIsShownAPageThatAsksForOneAndNothingElse(String credential) {
        var page = rung.send(rung.request("/credentials/" + credential).header("Accept", "text/html,*/*;q=0.8"));

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Content-Security-Policy").orElseThrow()).contains("script-src 'self'");
        assertThat(page.text())
                .isEqualTo(rung.get("/web/card/page.html").text())
                .doesNotContain("SQL", credential);
    }

    @Test
    void aBrowserWithAKeyThatDoesNotReachIsRefusedLikeAnybody() {
        var page = rung.request("/credentials/sql-1").header("Accept", "text/html");
        rung.send(page.copy().header("Authorization", "Bearer key-nonesuch")).problem(401);
        rung.send(page.copy().header("Authorization", "Bearer key-but-read")).problem(403);
        assertThat(rung.send(page.copy().header("Authorization", "Bearer key-read"))
                        .text())
                .contains("<h1>SQL basics</h1>");
    }

    @Test
    void theseAndNoOthersNeedNoKey() {
        assertThat(routes().filter(r -> r.scope() == Scope.PUBLIC).map(Route::path))
                .containsExactlyInAnyOrder(
                        "/",
                        "/embed.js",
                        "/recruiter",
                        "/operator",
                        "/web/{folder}/{file}",
                        "/docs",
                        "/openapi.yaml",
                        "/health/live",
                        "/health/ready");
        routes().filter(r -> r.scope() == Scope.PUBLIC)
                .forEach(r -> assertThat(ask(r, "").status()).isEqualTo(200));
    }

    @Test
    void peopleAreReadByRecruitersAndErasedByAdministratorsOnly() {
        assertThat(routes().filter(r -> r.path().startsWith("/v1/candidates"))
                        .map(r -> r.method().name() + " " + r.path() + " " + r.scope()))
                .containsExactlyInAnyOrder(
                        "POST /v1/candidates/search RECRUIT",
                        "GET /v1/candidates/{id} RECRUIT",
                        "PUT /v1/candidates/{id} WRITE",
                        "POST /v1/candidates/{id}/credentials WRITE",
                        "POST /v1/candidates/{id}/credentials:recheck WRITE",
                        "DELETE /v1/candidates/{id}/credentials/{digest} WRITE",
                        "POST /v1/candidates:bulk WRITE",
                        "DELETE /v1/candidates/{id} ADMIN",
                        "GET /v1/candidates/{id}/export ADMIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-read", "Basic key-read", "Bearer", "Bearer  ", "Bearer key-read x"})
    void aHeaderThatIsNotABearersIsRefused(String header) {
        rung.send(rung.request("/v1/jobs").header("Authorization", header)).problem(401);
    }

    @Test
    void headNeedsWhatGetNeeds() {
        assertThat(rung.send(rung.request("/v1/jobs/job-1").method("HEAD", BodyPublishers.noBody()))
                        .status())
                .isEqualTo(401);
        assertThat(rung.send(rung.request("/v1/candidates/cand-1")
                                .method("HEAD", BodyPublishers.noBody())
                                .header("Authorization", "Bearer key-read"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void withoutKeysOnlyThisMachineIsAnswered() {
        assertThatThrownBy(() -> RungServer.start(
                        ServerConfig.local(0).withHost("0.0.0.0"),
                        Running.empty(),
                        Running.ENCODER,
                        Running.UNUSED,
                        new BruteForceEvents()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key file");
    }
}
