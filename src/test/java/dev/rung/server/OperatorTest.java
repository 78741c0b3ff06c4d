package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs a catalogue can look up. */
class OperatorTest {
    @TempDir
    Path folder;

    @Test
    void anImportIsRememberedWithWhatWasWrong() {
        try (Running rung = Running.with(c -> c.withFolder(folder))) {
            rung.bulk("/v1/jobs:bulk", "{\"id\":\"job-9\",\"title\":\"Baker\"}\n{\"id\":\"job-10\"}\n");
        }
        try (Running again = Running.with(c -> c.withFolder(folder))) {
            JsonNode note = again.get("/v1/imports").json().at("/imports/0");

            assertThat(note.path("what").textValue()).isEqualTo("jobs");
            assertThat(note.path("by").textValue()).isEqualTo("http");
            assertThat(note.path("read").intValue()).isEqualTo(2);
            assertThat(note.path("accepted").intValue()).isEqualTo(1);
            assertThat(note.at("/errors/0").textValue()).isEqualTo("body:2: /title: is required");
        }
    }

    @Test
    void ofPeopleOnlyNumbersAreRemembered() throws IOException {
        try (Running rung = Running.with(c -> c.withFolder(folder))) {
            rung.bulk(
                    "/v1/candidates:bulk",
                    "{\"id\":\"ada\",\"name\":\"Ada Sample\",\"profile\":{\"skills\":[{\"skill\":\"bake\",\"level\":\"Ada's own\"}]}}\n");
            JsonNode note = rung.get("/v1/imports").json().at("/imports/0");

            assertThat(note.path("rejected").intValue()).isEqualTo(1);
            assertThat(note.path("errors")).isEmpty();
            assertThat(Files.readString(folder.resolve("imports.json"))).doesNotContain("Ada");
        }
    }

    @Test
    void withoutAFolderTheServerForgetsWhenItStops() {
        try (Running rung = Running.small()) {
            rung.bulk("/v1/jobs:bulk", "{\"id\":\"job-9\",\"title\":\"Baker\"}\n");
            assertThat(rung.get("/v1/imports").json().path("imports")).hasSize(1);
        }
        try (Running again = Running.small()) {
            assertThat(again.get("/v1/imports").json().path("imports")).isEmpty();
        }
    }

    @Test
    void theGoldenCasesAreAskedOfTheCatalogueAsItIs() {
        try (Running rung = Running.with(c -> c.withFolder(folder))) {
            assertThat(rung.get("/v1/evaluations").json().path("evaluations")).isEmpty();

            JsonNode now = rung.post("/v1/evaluations", "{\"set\":\"golden\"}").json();

            assertThat(now.path("total").intValue()).isEqualTo(12);
            assertThat(now.path("cases")).hasSize(12);
            assertThat(now.path("cases")).allMatch(c -> !c.path("why").asText().isEmpty());
            assertThat(now.path("generation").textValue())
                    .isEqualTo(
                            rung.get("/health/ready").json().path("generation").textValue());
            assertThat(rung.get("/v1/evaluations").json().at("/evaluations/0")).isEqualTo(now);
        }
    }

    @Test
    void anotherSetIsRefused() {
        try (Running rung = Running.small()) {
            JsonNode problem =
                    rung.post("/v1/evaluations", "{\"set\":\"silver\"}").problem(422);
            assertThat(problem.at("/errors/0/pointer").textValue()).isEqualTo("/set");
        }
    }
}
