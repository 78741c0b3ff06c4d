package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that only read work on the folder of a running server, and see what it acknowledged. */
class BesideAServerTest {
    @TempDir
    private Path folder;

    @Test
    void whatReadsSeesWhatWasAcknowledgedAndWhatWritesIsRefused() throws Exception {
        String data = folder.resolve("data").toString();
        String profile = Files.writeString(folder.resolve("me.json"), "{\"text\":\"I bake bread and cakes\"}")
                .toString();
        try (Serving rung = Serving.in(Path.of(data), folder.resolve("log"))) {
            String mine =
                    "{\"id\":\"mine\",\"title\":\"Underwater basket weaver\",\"requirements\":[{\"skill\":\"sql\"}]}";
            assertThat(rung.put("/v1/jobs/mine", mine).statusCode()).isIn(201, 422);
            String person = "{\"id\":\"zoe\",\"fictitious\":true,\"profile\":{\"skills\":[{\"skill\":\"SQL\"}]}}";
            assertThat(rung.put("/v1/candidates/zoe", person).statusCode()).isEqualTo(201);

            JsonNode asked = Typed.rung("recommend", "credentials", "--profile", profile, "--data", data, "--json")
                    .json();
            String served = rung.post("/v1/recommendations/credentials", "{\"text\":\"I bake bread and cakes\"}")
                    .body();
            assertThat(asked.path("results")).isNotEmpty();
            assertThat(dev.rung.json.Json.mapper().readTree(served)).isEqualTo(asked);
            assertThat(Typed.rung("export", "zoe", "--data", data)
                            .json()
                            .path("id")
                            .textValue())
                    .isEqualTo("zoe");
            for (List<String> reads : List.of(
                    List.of("candidates", "--skill", "SQL"),
                    List.of("demand"),
                    List.of("duplicates"),
                    List.of(
                            "export",
                            "--all",
                            "--out",
                            folder.resolve("all.zip").toString()),
                    List.of("pathway", "--profile", profile, "--target", "pastry-chef"))) {
                Typed typed = in(data, reads);
                assertThat(typed.status()).as(typed.err()).isZero();
            }
            for (List<String> writes : List.of(
                    List.of("candidates", "--skill", "SQL", "--record"),
                    List.of("erase", "zoe"),
                    List.of("reindex"),
                    List.of("recheck"))) {
                Typed typed = in(data, writes);
                assertThat(typed.status()).isEqualTo(2);
                assertThat(typed.err()).contains("in use by another process");
            }
            assertThat(rung.get("/v1/candidates/zoe").statusCode()).isEqualTo(200);
        }
    }

    private static Typed in(String data, List<String> command) {
        return Typed.rung(java.util.stream.Stream.concat(command.stream(), java.util.stream.Stream.of("--data", data))
                .toArray(String[]::new));
    }
}
