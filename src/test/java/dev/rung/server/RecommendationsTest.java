package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.server.Running.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions over HTTP, and what comes back. */
class RecommendationsTest {
    private static final String BAKER = """
            {"text":"I bake pastries","target":{"role":"pastry chef"}}""";

    private static Running rung;

    @BeforeAll
    static void start() {
        rung = Running.small();
    }

    @AfterAll
    static void stop() {
        rung.close();
    }

    @Test
    void aCredentialThatTheTargetWants() {
        JsonNode answer = rung.post("/v1/recommendations/credentials", BAKER).json();

        assertThat(answer.at("/results/0/id").textValue()).isEqualTo("hygiene-2");
        assertThat(answer.at("/results/0/opens").intValue()).isEqualTo(1);
        assertThat(answer.at("/results/0/reasons/0/skill").textValue()).isEqualTo("hygiene");
        assertThat(answer.at("/understood/skills/0/said").textValue()).isEqualTo("bake pastries");
    }

    @Test
    void theRoleThatFitsBestComesFirst() {
        JsonNode answer = rung.post("/v1/recommendations/roles", BAKER).json();

        assertThat(answer.at("/results/0/id").textValue()).isEqualTo("pastry-chef");
        assertThat(answer.at("/results/0/missing/0/skill").textValue()).isEqualTo("hygiene");
    }

    @Test
    void jobsWithinTheConstraintsOnly() {
        JsonNode answer = rung.post("/v1/recommendations/jobs", """
                {"skills":[{"skill":"bake"}],"constraints":{"region":"DE-BE"}}""").json();

        assertThat(answer.at("/results"))
                .extracting(r -> r.path("id").textValue())
                .contains("job-3")
                .doesNotContain("job-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentials", "roles", "jobs"})
    void theSameQuestionHasTheSameBytes(String kind) {
        byte[] first =
                rung.post("/v1/recommendations/" + kind, BAKER).response().body();
        byte[] again =
                rung.post("/v1/recommendations/" + kind, BAKER).response().body();
        try (Running other = Running.small()) {
            byte[] elsewhere =
                    other.post("/v1/recommendations/" + kind, BAKER).response().body();

            assertThat(again).isEqualTo(first);
            assertThat(elsewhere).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentials", "roles", "jobs"})
    void anEmptyProfileIsAQuestionToo(String kind) {
        assertThat(rung.post("/v1/recommendations/" + kind, "{}").status()).isEqualTo(200);
    }

    @Test
    void aBatchAnswersEachItemInOrder() {
        JsonNode answer =
                rung.post("/v1/recommendations:batch", """
                {"items":[
                  {"about":"roles","request":{"skills":[{"skill":"sql"}]}},
                  {"about":"jobs","request":{"limit":0}},
                  {"about":"people","request":{}},
                  {"about":"credentials","request":%s}]}""".formatted(BAKER)).json();

        assertThat(answer.at("/items"))
                .extracting(i -> i.path("status").intValue())
                .containsExactly(200, 422, 422, 200);
        assertThat(answer.at("/items/0/answer/results/0/id").textValue()).isEqualTo("data-analyst");
        assertThat(answer.at("/items/1/problem/errors/0/pointer").textValue()).isEqualTo("/items/1/request/limit");
        assertThat(answer.at("/items/2/problem/errors/0/message").textValue())
                .isEqualTo("must be one of credentials, roles, jobs");
        assertThat(answer.at("/items/3/answer").toString())
                .isEqualTo(rung.post("/v1/recommendations/credentials", BAKER).text());
    }

    @Test
    void aBatchHasALimit() {
        String item = "{\"about\":\"roles\",\"request\":{}}";
        Reply reply = rung.post("/v1/recommendations:batch", "{\"items\":[" + (item + ",").repeat(100) + item + "]}");

        assertThat(reply.problem(413).at("/errors/0/pointer").textValue()).isEqualTo("/items");
        assertThat(rung.post("/v1/recommendations:batch", "{\"items\":[]}")
                        .problem(422)
                        .path("detail")
                        .textValue())
                .contains("at least one");
    }

    @Test
    void skillsOfAText() {
        JsonNode answer = rung.post("/v1/skills:extract", "{\"text\":\"You bake pastries, SQL is a plus\"}")
                .json();

        assertThat(answer.at("/skills"))
                .extracting(s -> s.path("skill").textValue())
                .containsExactly("bake", "sql");
        assertThat(answer.at("/skills/0/start").intValue()).isEqualTo(4);
        assertThat(answer.at("/skills/0/end").intValue()).isEqualTo(17);
        assertThat(rung.post("/v1/skills:extract", "{\"text\":\"\"}")
                        .json()
                        .at("/skills")
                        .isEmpty())
                .isTrue();
        assertThat(rung.post("/v1/skills:extract", "{}")
                        .problem(422)
                        .at("/errors/0/pointer")
                        .textValue())
                .isEqualTo("/text");
    }
}
