package dev.rung.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.server.Keys;
import dev.rung.server.RungServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.support.ui.FluentWait;

/** The portal in {@code examples/portal}, run as its README line says, before a Rung that wants a key. */
class ExamplePortalTest {
    @TempDir
    private static Path folder;

    private static Browser browser;
    private static RungServer rung;
    private static Process portal;
    private static String origin;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        origin = "http://127.0.0.1:" + freePort();
        Path keys = folder.resolve("keys.txt");
        String key = Keys.generate(new SecureRandom());
        Files.writeString(keys, Keys.line("portal", "read", key));
        rung = Site.another(config -> config.withKeys(keys).withOrigins(List.of(origin)));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "examples/portal/Portal.java",
                origin.substring(origin.lastIndexOf(':') + 1),
                "http://127.0.0.1:" + rung.port());
        builder.environment().put("RUNG_KEY", key);
        portal = builder.redirectErrorStream(true).start();
        BufferedReader said = portal.inputReader();
        assertThat(said.readLine()).startsWith("The portal is at " + origin);
    }

    @AfterAll
    static void stop() {
        if (portal != null) portal.destroy();
        if (rung != null) rung.close();
        if (browser != null) browser.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static int ask(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static void until(String expression) {
        new FluentWait<>(browser.driver())
                .withTimeout(Duration.ofSeconds(20))
                .pollingEvery(Duration.ofMillis(25))
                .withMessage(expression)
                .until(d -> Boolean.TRUE.equals(browser.run("return Boolean(" + expression + ")")));
    }

    @Test
    void asksThroughItselfWithoutShowingTheKey() throws Exception {
        browser.desktop().light();
        browser.driver().get(origin + "/");
        until("document.getElementById('pastry').shadowRoot?.querySelectorAll('.item').length === 2");

        assertThat(browser.run(
                        "return document.getElementById('pastry').shadowRoot.querySelector('.title').textContent"))
                .isEqualTo("Pastry arts certificate");
        // The other asks Rung itself, which here wants a key that this page does not have.
        until("document.getElementById('career').shadowRoot.querySelector('[role=alert]')");
        assertThat(browser.run(
                                "return document.getElementById('career').shadowRoot.querySelector('.fault').textContent")
                        .toString())
                .contains("scope read");
        browser.checkAccessibility();
    }

    @Test
    void passesOnTwoQuestionsAndNothingElse() throws Exception {
        assertThat(ask("POST", "/rung/v1/recommendations/credentials", "{\"limit\":1}"))
                .isEqualTo(200);
        assertThat(ask("GET", "/rung/v1/credentials/pastry-arts-certificate", ""))
                .isEqualTo(200);
        for (String path : List.of(
                "/rung/v1/jobs",
                "/rung/metrics",
                "/rung/v1/credentials",
                "/rung/v1/credentials/../jobs",
                "/rung/v1/credentials/a/card",
                "/Portal.java")) {
            assertThat(ask("GET", path, "")).as(path).isEqualTo(404);
        }
        assertThat(ask("POST", "/rung/v1/recommendations/jobs", "{}")).isEqualTo(404);
        assertThat(ask("DELETE", "/rung/v1/credentials/pastry-arts-certificate", ""))
                .isEqualTo(404);
    }
}
