package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.rung.json.Json;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key learns that it has no right to: whether somebody is in the catalogue, how many are, what they hold; and whether it is nearly another key. */
class NosyKeysTest {
    @TempDir
    private static Path folder;

    private static Running rung;

    @BeforeAll
    static void start() throws IOException {
        Path keys = Files.write(
                folder.resolve("keys"),
                List.of(
                        Keys.line("reader", "read", "key-read"),
                        Keys.line("writer", "write", "key-write"),
                        Keys.line("recruiter", "recruit", "key-recruit"),
                        Keys.line("operator", "admin", "key-admin")));
        rung = Running.with(c -> c.withKeys(keys));
    }

    @AfterAll
    static void stop() {
        rung.close();
    }

    static Stream<Route> ofPeople() {
        return Running.routes().stream().filter(r -> r.path().startsWith("/v1/candidates"));
    }

    private static Running.Reply ask(Route route, String person, String key) {
        return rung.send(rung.request(route.path().replace("{id}", person).replace("{digest}", "none"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", route.body() == Body.LINES ? "application/x-ndjson" : "application/json")
                .method(
                        route.method().name(),
                        route.body() == Body.NONE ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
    }

    @ParameterizedTest
    @MethodSource("ofPeople")
    void theRefusalIsTheSameWhetherThePersonIsThereOrNot(Route route) {
        for (String key : List.of("key-read", "key-unknown")) {
            var there = ask(route, "cand-1", key);
            var notThere = ask(route, "cand-0", key);

            assertThat(there.status()).isEqualTo(notThere.status()).isIn(401, 403);
            assertThat(there.text().replace("cand-1", "cand-0")).isEqualTo(notThere.text());
            assertThat(there.response().headers().map().keySet())
                    .isEqualTo(notThere.response().headers().map().keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/ready", "/metrics", "/v1/demand", "/v1/jobs", "/v1/roles", "/v1/skills?q=Ada"})
    void aReaderIsToldNothingOfPeople(String path) {
        var reply = rung.send(rung.request(path).header("Authorization", "Bearer key-read"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .doesNotContain(
                        "cand-1",
                        "Ada",
                        "\"candidates\":",
                        "records{kind=\"candidates\"",
                        "records_total{kind=\"candidates\"");
    }

    @Test
    void howManyThereAreIsForThoseWhoMayReadThem() {
        assertThat(rung.get("/health/ready").json().path("records").has("jobs")).isTrue();
        for (String key : List.of("key-recruit", "key-admin")) {
            var reply = rung.send(rung.request("/health/ready").header("Authorization", "Bearer " + key));
            assertThat(reply.json().at("/records/candidates").intValue()).isEqualTo(2);
        }
    }

    /** A key that writes is told that it wrote, and not what else is known. */
    @Test
    void aWriterIsNotToldWhatSomebodyHolds() {
        var checked = rung.send(rung.request("/v1/candidates/cand-1/credentials:recheck")
                .header("Authorization", "Bearer key-write")
                .POST(BodyPublishers.noBody()));

        assertThat(checked.json().path("checked").intValue()).isEqualTo(1);
        assertThat(checked.json().path("held")).isEmpty();
        assertThat(rung.send(rung.request("/v1/candidates/cand-1").header("Authorization", "Bearer key-write"))
                        .status())
                .isEqualTo(403);
    }

    /** By structure, since a clock could not show it: digests are compared, all of them, with the one method that takes as long whatever differs. */
    @Test
    void keysAreComparedInConstantTime() {
        JavaClass keys = new ClassFileImporter().importClasses(Keys.class).get(Keys.class);
        List<JavaMethodCall> calls =
                List.copyOf(keys.getMethod("caller", String.class).getMethodCallsFromSelf());

        assertThat(calls)
                .anyMatch(c -> c.getTargetOwner().isEquivalentTo(MessageDigest.class)
                        && c.getTarget().getName().equals("isEqual"));
        assertThat(calls).noneMatch(c -> List.of("equals", "compareTo", "contains", "startsWith", "mismatch", "get")
                .contains(c.getTarget().getName()));
        assertThat(keys.getMethod("caller", String.class).getMethodCallsFromSelf().stream()
                        .filter(c -> c.getTarget().getName().equals("hash")))
                .as("what was presented is hashed before anything is compared")
                .hasSize(1);
    }

    @Test
    void aKeyIsNowhereInAnAnswer() throws Exception {
        var reply = rung.send(rung.request("/v1/nonesuch?x=1").header("Authorization", "Bearer key-read"));

        assertThat(reply.text()).doesNotContain("key-read", "reader");
        assertThat(Json.mapper().readTree(reply.text()).path("instance").textValue())
                .isEqualTo("/v1/nonesuch");
    }
}
