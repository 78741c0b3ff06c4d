package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The script that other sites embed: small, and theirs to load. */
class EmbedTest {
    private static final int MOST_BYTES = 30_000;

    @Test
    void anySiteMayLoadItAndKeepItForAWhile() {
        try (Running rung = Running.with(c -> c.withOrigins(List.of("https://portal.example")))) {
            var reply = rung.send(rung.request("/embed.js?v=7").header("Origin", "https://elsewhere.example"));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Content-Type")).contains("text/javascript; charset=utf-8");
            assertThat(reply.header("Cross-Origin-Resource-Policy")).contains("cross-origin");
            assertThat(reply.header("Access-Control-Allow-Origin")).contains("*");
            assertThat(reply.header("Cache-Control").orElseThrow()).startsWith("public, max-age=3600");
            assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
            String tag = reply.header("ETag").orElseThrow();
            assertThat(rung.send(rung.request("/embed.js").header("If-None-Match", tag))
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void itIsSmall() {
        try (Running rung = Running.small()) {
            var reply = rung.send(rung.request("/embed.js").header("Accept-Encoding", "gzip"));

            assertThat(reply.header("Content-Encoding")).contains("gzip");
            assertThat(reply.response().body()).hasSizeBetween(1_000, MOST_BYTES);
        }
    }

    @Test
    void itNeedsNothingThatAStrictPolicyForbids() {
        try (Running rung = Running.small()) {
            assertThat(rung.get("/embed.js").text())
                    .doesNotContain(
                            "innerHTML",
                            "outerHTML",
                            "insertAdjacentHTML",
                            "document.write",
                            "eval(",
                            "new Function",
                            "<style")
                    .doesNotContain(
                            "setTimeout",
                            "setInterval",
                            "localStorage",
                            "sessionStorage",
                            "document.cookie",
                            "import ");
        }
    }

    @Test
    void onlyTheScriptIsForEverybody() {
        try (Running rung = Running.small()) {
            for (String path : List.of("/", "/openapi.yaml", "/v1/jobs")) {
                assertThat(rung.get(path).header("Cross-Origin-Resource-Policy"))
                        .as(path)
                        .contains("same-origin");
                assertThat(rung.get(path).header("Access-Control-Allow-Origin"))
                        .as(path)
                        .isEmpty();
            }
        }
    }
}
