package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a credential opens, what a team should learn, and what nobody teaches, over HTTP. */
class OpportunityRoutesTest {
    private static final String BAKER = """
            {"skills":[{"skill":"bake pastries"}],"target":{"role":"pastry chef"},"limit":1}""";

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
    void theJobsThatACredentialOpensAreAsManyAsWereCounted() {
        JsonNode first =
                rung.post("/v1/recommendations/credentials", BAKER).json().at("/results/0");
        String path = "/v1/recommendations/credentials/" + first.path("id").textValue() + "/jobs";

        JsonNode opened = rung.post(path, BAKER).json();

        assertThat(opened.path("total")).isEqualTo(first.path("opens"));
        assertThat(opened.path("results")).hasSize(1);
        assertThat(opened.at("/results/0/through")).isNotEmpty();
        assertThat(rung.post(path + "?role=no-such-role", BAKER)
                        .json()
                        .path("total")
                        .intValue())
                .isZero();
    }

    @Test
    void aPageThatIsNotThereIsRefused() {
        String jobs = "/v1/recommendations/credentials/hygiene-2/jobs";

        assertThat(rung.post("/v1/recommendations/credentials/no-such/jobs", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(rung.post(jobs + "?cursor=nonsense", "{}").status()).isEqualTo(410);
        assertThat(rung.post(jobs + "?page=2", "{}")
                        .problem(422)
                        .at("/errors/0/parameter")
                        .textValue())
                .isEqualTo("page");
    }

    @Test
    void anAnswerThatIsHeldIsNotSentAgain() {
        for (String path : new String[] {"/v1/demand?limit=3", "/v1/demand"}) {
            String tag = rung.send(rung.request(path).GET()).header("ETag").orElseThrow();

            assertThat(rung.send(rung.request(path).GET().header("If-None-Match", tag))
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void demandIsCountedWithinARegion() {
        JsonNode everywhere = rung.send(rung.request("/v1/demand").GET()).json();
        JsonNode nowhere = rung.send(rung.request("/v1/demand?region=ZZ").GET()).json();

        assertThat(everywhere.path("results")).isNotEmpty();
        assertThat(nowhere.path("jobs").intValue())
                .isLessThan(everywhere.path("jobs").intValue());
        assertThat(nowhere.path("region").textValue()).isEqualTo("ZZ");
    }

    @Test
    void demandIsCountedForTheDayThatIsAskedFor() {
        JsonNode then =
                rung.send(rung.request("/v1/demand?asOf=2199-01-01").GET()).json();

        assertThat(then.path("asOf").textValue()).isEqualTo("2199-01-01");
        assertThat(rung.send(rung.request("/v1/demand?asOf=tomorrow").GET())
                        .problem(422)
                        .at("/errors/0/parameter")
                        .textValue())
                .isEqualTo("asOf");
    }

    @Test
    void aGapAndChangesComeWithTheAnswer() {
        JsonNode answer = rung.post("/v1/recommendations/roles", """
                {"skills":[{"skill":"bake pastries"}],"target":{"role":"pastry chef"},"limit":1,"changes":2}""").json();

        assertThat(answer.at("/gap/target/id").textValue()).isEqualTo("pastry-chef");
        assertThat(answer.at("/gap/requirements/0/state").textValue()).isEqualTo("missing");
        assertThat(answer.at("/results/0/changes/0/after/score").doubleValue())
                .isGreaterThan(answer.at("/results/0/score").doubleValue());
    }

    @Test
    void aTeamGetsAPlan() {
        JsonNode plan = rung.post("/v1/groups", """
                {"members":[{"name":"A"},{"name":"B","profile":{"skills":[{"skill":"bake pastries"}]}}],
                 "target":{"role":"pastry chef"},"minimise":"hours"}""").json();

        assertThat(plan.path("members")).hasSize(2);
        assertThat(plan.path("exact").booleanValue()).isTrue();
        assertThat(plan.path("bound")).isEqualTo(plan.path("amount"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"target":{"role":"pastry chef"}}                                                      | /members
            {"members":[],"target":{"role":"pastry chef"}}                                         | /members
            {"members":[{"name":"A"}]}                                                             | /target
            {"members":[{"name":"A"}],"target":{"role":"no such trade at all"}}                    | /target
            {"members":[{}],"target":{"role":"pastry chef"}}                                       | /members/0/name
            {"members":[{"name":"A"}],"target":{"role":"pastry chef"},"cover":"some"}              | /cover
            """)
    void aTeamThatCannotBePlannedForIsToldWhy(String body, String pointer) {
        assertThat(rung.post("/v1/groups", body)
                        .problem(422)
                        .at("/errors/0/pointer")
                        .textValue())
                .isEqualTo(pointer);
    }
}
