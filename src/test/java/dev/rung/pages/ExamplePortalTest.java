package dev.rung.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal in {@code examples/portal}, run as its README line says, before a Rung that wants a key. */
class ExamplePortalTest {
    @TempDir
    private static Path folder;

    private static Browser browser;
    private static ExamplePortal portal;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        portal = ExamplePortal.keyed(folder);
    }

    @AfterAll
    static void stop() {
        if (portal != null) portal.close();
        if (browser != null) browser.close();
    }

    private static int ask(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal.at(path)))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void asksThroughItselfWithoutShowingTheKey() throws Exception {
        browser.desktop().light();
        browser.driver().get(portal.at("/"));
        browser.until("document.getElementById('pastry').shadowRoot?.querySelectorAll('.item').length === 2");

        assertThat(browser.run(
                        "return document.getElementById('pastry').shadowRoot.querySelector('.title').textContent"))
                .isEqualTo("Pastry arts certificate");
        // The other asks Rung itself, which here wants a key that this page does not have.
        browser.until("document.getElementById('career').shadowRoot.querySelector('[role=alert]')");
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
