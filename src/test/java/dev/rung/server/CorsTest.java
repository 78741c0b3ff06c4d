package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages of other sites. The client is not a browser, so the tests look at what a browser would go by. */
class CorsTest {
    private static final String PORTAL = "https://portal.example";

    private static Running.Reply preflight(Running rung, String origin) {
        return rung.send(rung.request("/v1/recommendations/roles")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type"));
    }

    private static Running.Reply get(Running rung, String origin) {
        return rung.send(rung.request("/v1/jobs").header("Origin", origin));
    }

    @Test
    void aConfiguredSiteMayCall() {
        try (Running rung = Running.with(c -> c.withOrigins(List.of(PORTAL)))) {
            var before = preflight(rung, PORTAL);
            assertThat(before.status()).isEqualTo(204);
            assertThat(before.header("Access-Control-Allow-Origin")).contains(PORTAL);
            assertThat(before.header("Access-Control-Allow-Methods").orElseThrow())
                    .contains("POST");
            assertThat(before.header("Access-Control-Allow-Headers").orElseThrow())
                    .contains("Content-Type", "Authorization");

            var then = get(rung, PORTAL);
            assertThat(then.status()).isEqualTo(200);
            assertThat(then.header("Access-Control-Allow-Origin")).contains(PORTAL);
            assertThat(then.header("Vary")).contains("Origin");
            assertThat(then.header("Access-Control-Allow-Credentials")).isEmpty();
        }
    }

    @Test
    void anotherSiteMayNot() {
        try (Running rung = Running.with(c -> c.withOrigins(List.of(PORTAL)))) {
            for (String origin : List.of(
                    "https://evil.example", "http://portal.example", "https://portal.example.evil.example", "null")) {
                assertThat(preflight(rung, origin).header("Access-Control-Allow-Origin"))
                        .isEmpty();
                assertThat(get(rung, origin).header("Access-Control-Allow-Origin"))
                        .isEmpty();
                assertThat(get(rung, origin).header("Vary")).contains("Origin");
            }
        }
    }

    @Test
    void nobodyMayUnlessConfigured() {
        try (Running rung = Running.small()) {
            assertThat(preflight(rung, PORTAL).header("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertThat(get(rung, PORTAL).header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void everybodyMayWhereThatIsConfigured() {
        try (Running rung = Running.with(c -> c.withOrigins(List.of("*")))) {
            assertThat(get(rung, PORTAL).header("Access-Control-Allow-Origin")).contains("*");
        }
    }

    @Test
    void aProblemCanBeReadToo() {
        try (Running rung = Running.with(c -> c.withOrigins(List.of(PORTAL)))) {
            var reply = rung.send(rung.request("/nonesuch").header("Origin", PORTAL));

            reply.problem(404);
            assertThat(reply.header("Access-Control-Allow-Origin")).contains(PORTAL);
        }
    }
}
