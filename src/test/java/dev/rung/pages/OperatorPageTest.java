package dev.rung.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The operator's page: what there is, what went in, how good it is, what is asked of it, and what nobody teaches. */
class OperatorPageTest {
    private static Browser browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
    }

    @BeforeEach
    void forgetTheConsole() {
        browser.desktop().light().driver().manage().logs().get("browser");
    }

    @Test
    void showsTheCatalogueTheProcessAndWhatNobodyTeaches() {
        browser.open("/operator");

        browser.see("#catalogue dl", "Credentials");
        browser.see("#catalogue dl", StarterForTests.ENCODER.name());
        browser.see("#process dl", "Memory");
        browser.see("#requests th", "GET /web/{folder}/{file}");
        browser.see("#demand table caption", "open jobs");
        assertThat(browser.texts("#demand tbody tr")).isNotEmpty();
        browser.checkConsole();
    }

    @Test
    void demandCanBeNarrowedToARegion() {
        browser.open("/operator");
        String everywhere = browser.text("#demand caption");
        browser.type("#region", "DE-BY").press("#where button");
        browser.seeOther("#demand caption", everywhere);
        browser.checkConsole();
    }

    @Test
    void evaluatesOnRequestAndRemembersIt() throws Exception {
        try (Keyed rung = Keyed.with(folder, "read,admin", "read")) {
            browser.open(rung.at("/operator")).type("#key", rung.first()).keys(Keys.ENTER);
            browser.see("#evaluation .body", "None yet");
            browser.press("#evaluate");
            browser.see("#evaluation strong", "12 of 12 passed");
            assertThat(browser.texts("#evaluation tbody .mark")).hasSize(12).allMatch(m -> m.contains("passed"));
            browser.run("document.querySelector('#evaluation .body').replaceChildren()");
            browser.press("#refresh").see("#evaluation strong", "12 of 12 passed");
            browser.checkConsole();
        }
    }

    @Test
    void showsWhatAnImportRefused() throws Exception {
        try (Keyed rung = Keyed.with(folder, "read,admin,write", "read")) {
            try (HttpClient client = HttpClient.newHttpClient()) {
                client.send(
                        HttpRequest.newBuilder(URI.create(rung.at("/v1/jobs:bulk")))
                                .header("Content-Type", "application/x-ndjson")
                                .header("Authorization", "Bearer " + rung.first())
                                .POST(BodyPublishers.ofString("{\"id\":\"job-without-title\"}\n"))
                                .build(),
                        BodyHandlers.discarding());
            }
            browser.open(rung.at("/operator")).type("#key", rung.first()).keys(Keys.ENTER);
            browser.see("#imports tbody", "HTTP");
            browser.press("#imports summary");
            browser.see("#imports .lines", "body:1: /title: is required");
            browser.checkConsole();
        }
    }

    @Test
    void aKeyThatDoesNotReachIsToldPlainlyAndTheRestIsShown() throws Exception {
        try (Keyed rung = Keyed.with(folder, "read,admin", "read")) {
            browser.open(rung.at("/operator")).type("#key", rung.second()).keys(Keys.ENTER);
            browser.see("#key-fault", "It needs the scopes admin, read");
            browser.see("#imports .note.fault", "scope admin");
            browser.see("#demand table");
            assertThat((Long) browser.run("return sessionStorage.length + localStorage.length"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"desktop,light", "desktop,dark", "phone,light", "phone,dark"})
    void everybodyCanUseIt(String window, String scheme) {
        if (window.equals("phone")) browser.phone();
        if (scheme.equals("dark")) browser.dark();
        browser.open("/operator").press("#evaluate");
        browser.see("#evaluate:not([disabled])");
        browser.see("#evaluation table");

        browser.checkConsole();
        browser.checkReflow();
        browser.checkAccessibility();
    }

    @Test
    void readsTheMeasurementsRight() {
        browser.open("/operator");
        Object read = browser.driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                import("/web/operator/metrics.js").then(({parse, requests}) => done(JSON.stringify(requests(parse([
                  '# HELP rung_requests_seconds Requests answered',
                  'rung_requests_seconds_bucket{method="GET",route="/v1/jobs/{id}",status="200",le="0.001"} 90',
                  'rung_requests_seconds_bucket{method="GET",route="/v1/jobs/{id}",status="200",le="0.01"} 96',
                  'rung_requests_seconds_bucket{method="GET",route="/v1/jobs/{id}",status="200",le="+Inf"} 98',
                  'rung_requests_seconds_count{method="GET",route="/v1/jobs/{id}",status="200"} 98',
                  'rung_requests_seconds_sum{method="GET",route="/v1/jobs/{id}",status="200"} 0.5',
                  'rung_requests_seconds_bucket{method="GET",route="/v1/jobs/{id}",status="404",le="0.001"} 2',
                  'rung_requests_seconds_bucket{method="GET",route="/v1/jobs/{id}",status="404",le="0.01"} 2',
                  'rung_requests_seconds_bucket{method="GET",route="/v1/jobs/{id}",status="404",le="+Inf"} 2',
                  'rung_requests_seconds_count{method="GET",route="/v1/jobs/{id}",status="404"} 2',
                  'rung_requests_seconds_sum{method="GET",route="/v1/jobs/{id}",status="404"} 0.1',
                ].join("\\n"))))));
                """);

        assertThat(read)
                .isEqualTo(
                        "[{\"route\":\"GET /v1/jobs/{id}\",\"count\":100,\"mean\":6,\"most\":10,\"refused\":2,\"failed\":0}]");
    }
}
