package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.audit.Decisions;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A search that keeps a record of whom it showed, and what becomes of the record when somebody is erased. */
class DecisionTest {
    private static final String SEARCH = "{\"role\":\"pastry-chef\",\"asOf\":\"2026-11-22\"%s}";

    private Running rung;

    @BeforeEach
    void start() {
        rung = Running.small();
    }

    @AfterEach
    void stop() {
        rung.close();
    }

    private JsonNode recorded() {
        return rung.post("/v1/candidates/search", SEARCH.formatted(",\"record\":true"))
                .json();
    }

    @Test
    void theAnswerIsTheSameAndNamesItsRecord() {
        JsonNode plain =
                rung.post("/v1/candidates/search", SEARCH.formatted("")).json();
        JsonNode answer = recorded();

        assertThat(answer.path("decision").textValue()).isEqualTo("decision-1");
        assertThat(answer.path("results")).isEqualTo(plain.path("results"));
        assertThat(plain.has("decision")).isFalse();
        JsonNode kept = rung.get("/v1/decisions/decision-1").json();
        assertThat(kept.at("/request/role").textValue()).isEqualTo("pastry-chef");
        assertThat(kept.path("generation")).isEqualTo(answer.path("generation"));
        assertThat(kept.path("weights")).isEqualTo(answer.path("weights"));
        assertThat(kept.findValuesAsText("person"))
                .isEqualTo(plain.path("results").findValuesAsText("id"));
    }

    @Test
    void eachShowingIsRecordedThoughTheQuestionIsTheSame() {
        recorded();
        var again = rung.send(rung.request("/v1/candidates/search")
                .header("Content-Type", "application/json")
                .header("If-None-Match", "*")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(SEARCH.formatted(",\"record\":true"))));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("decision").textValue()).isEqualTo("decision-2");
        JsonNode first = rung.get("/v1/decisions?limit=1").json();
        assertThat(first.at("/items/0/id").textValue()).isEqualTo("decision-1");
        JsonNode second = rung.get(
                        "/v1/decisions?limit=1&cursor=" + first.path("next").textValue())
                .json();
        assertThat(second.at("/items/0/id").textValue()).isEqualTo("decision-2");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void whoIsErasedIsInNoRecordAndTheRecordStays() throws IOException {
        recorded();
        assertThat(rung.get("/v1/decisions.csv").text()).contains("cand-1", "cand-2");
        assertThat(rung.get("/v1/candidates/cand-1/export").json().at("/decisions/0/shown"))
                .hasSize(1);

        assertThat(rung.delete("/v1/candidates/cand-1").status()).isEqualTo(204);

        assertThat(Files.readString(rung.kept.resolve(Decisions.FILE))).doesNotContain("cand-1");
        assertThat(rung.get("/v1/decisions.csv").text())
                .doesNotContain("cand-1")
                .contains("cand-2", ",true,");
        assertThat(rung.get("/v1/decisions/decision-1")
                        .json()
                        .at("/shown/0/erased")
                        .booleanValue())
                .isTrue();
        rung.get("/v1/candidates/cand-1/export").problem(404);
        rung.delete("/v1/candidates/cand-1").problem(404);
    }

    @Test
    void whoHasLeftTheCatalogueAnotherWayCanStillBeErasedFromTheRecords() {
        recorded();
        rung.catalogue.write(
                java.util.List.of(dev.rung.catalogue.Change.remove(dev.rung.catalogue.Kind.CANDIDATES, "cand-1")));

        assertThat(rung.get("/v1/candidates/cand-1/export").json().path("decisions"))
                .hasSize(1);
        assertThat(rung.delete("/v1/candidates/cand-1").status()).isEqualTo(204);
        rung.delete("/v1/candidates/cand-1").problem(404);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        rung.get("/v1/decisions/decision-1").problem(404);
        assertThat(rung.get("/v1/decisions").json().path("items")).isEmpty();
        assertThat(rung.get("/v1/decisions.csv").text().lines()).hasSize(1);
    }
}
