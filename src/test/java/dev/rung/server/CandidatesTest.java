package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.server.Running.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People: found by what they can prove, exported whole, erased whole. */
class CandidatesTest {
    private Running rung;

    @BeforeEach
    void start() {
        rung = Running.small();
    }

    @AfterEach
    void stop() {
        rung.close();
    }

    private static JsonNode ids(JsonNode answer) {
        return answer.path("results");
    }

    @Test
    void searchAnswersWithTheChainOfEvidence() {
        JsonNode best = rung.post("/v1/candidates/search", "{\"requirements\":[{\"skill\":\"food hygiene\"}]}")
                .json()
                .at("/results/0");

        assertThat(best.path("id").textValue()).isEqualTo("cand-1");
        assertThat(best.at("/evidence/0/credential").textValue()).isEqualTo("hygiene-2");
        assertThat(best.at("/evidence/0/issuer").textValue()).isEqualTo("Example Institute");
        assertThat(best.at("/evidence/0/verdict/signature").textValue()).isEqualTo("valid");
        assertThat(best.at("/evidence/0/awardedOn").textValue()).isEqualTo("2025-05-01");
    }

    @Test
    void onlyWhatIsVerifiedOnRequest() {
        assertThat(ids(rung.post("/v1/candidates/search", "{\"requirements\":[{\"skill\":\"hygiene\"}]}")
                        .json()))
                .extracting(c -> c.path("id").textValue())
                .containsExactly("cand-1", "cand-2");
        assertThat(ids(rung.post(
                                "/v1/candidates/search",
                                "{\"requirements\":[{\"skill\":\"hygiene\"}],\"verifiedOnly\":true}")
                        .json()))
                .extracting(c -> c.path("id").textValue())
                .containsExactly("cand-1");
    }

    @Test
    void aSearchForNothingIsRefused() {
        rung.post("/v1/candidates/search", "{}").problem(422);
    }

    @Test
    void anExportHasTheRecordAndWhatIsDerivedFromIt() {
        Reply export = rung.get("/v1/candidates/cand-1/export");

        assertThat(export.json().path("candidate"))
                .isEqualTo(rung.get("/v1/candidates/cand-1").json());
        assertThat(export.json().at("/understood/skills"))
                .extracting(s -> s.path("skill").textValue())
                .contains("bake", "hygiene");
        assertThat(export.header("Cache-Control")).contains("no-store");
        assertThat(export.header("Content-Disposition").orElseThrow()).startsWith("attachment");
        rung.get("/v1/candidates/nobody/export").problem(404);
    }

    @Test
    void whoeverIsErasedIsFoundNoMore() {
        assertThat(rung.delete("/v1/candidates/cand-1").status()).isEqualTo(204);

        rung.get("/v1/candidates/cand-1").problem(404);
        rung.get("/v1/candidates/cand-1/export").problem(404);
        rung.delete("/v1/candidates/cand-1").problem(404);
        assertThat(rung.post("/v1/candidates/search", "{\"requirements\":[{\"skill\":\"bake\"}]}")
                        .text())
                .doesNotContain("cand-1", "Ada");
    }

    @Test
    void putGetAndPutAgain() {
        String body = "{\"name\":\"Cleo Sample\",\"fictitious\":true,\"profile\":{\"skills\":[{\"skill\":\"SQL\"}]}}";

        assertThat(rung.put("/v1/candidates/cand-3", body).status()).isEqualTo(201);
        assertThat(rung.put("/v1/candidates/cand-3", body).status()).isEqualTo(200);
        assertThat(rung.get("/v1/candidates/cand-3").json().path("name").textValue())
                .isEqualTo("Cleo Sample");
        assertThat(ids(rung.post("/v1/candidates/search", "{\"requirements\":[{\"skill\":\"sql\"}]}")
                        .json()))
                .extracting(c -> c.path("id").textValue())
                .containsExactly("cand-3");
    }

    @Test
    void nobodyKeepsACopy() {
        assertThat(rung.get("/v1/candidates/cand-1").header("Cache-Control")).contains("no-store");
        assertThat(rung.post("/v1/candidates/search", "{\"role\":\"pastry-chef\"}")
                        .header("Cache-Control"))
                .contains("no-store");
    }
}
