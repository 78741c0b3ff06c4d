package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags: 304 for what the caller has, and never for what the caller has not. */
class FreshnessTest {
    private static final String ROLES = "/v1/recommendations/roles";

    private Running rung;

    @BeforeEach
    void start() {
        rung = Running.small();
    }

    @AfterEach
    void stop() {
        rung.close();
    }

    private Running.Reply getWith(String path, String tag) {
        return rung.send(rung.request(path).header("If-None-Match", tag));
    }

    private Running.Reply askWith(String body, String tag) {
        return rung.send(rung.request(ROLES)
                .header("Content-Type", "application/json")
                .header("If-None-Match", tag)
                .POST(BodyPublishers.ofString(body)));
    }

    private String tag(Running.Reply reply) {
        return reply.header("ETag").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/jobs/job-1",
                "/v1/jobs",
                "/v1/skills?q=bake",
                "/v1/candidates/cand-1",
                "/",
                "/docs",
                "/openapi.yaml"
            })
    void whatIsHeldIsNotSentAgain(String path) {
        String tag = tag(rung.get(path));

        assertThat(getWith(path, tag).status()).isEqualTo(304);
        assertThat(getWith(path, "\"other\", W/" + tag).status()).isEqualTo(304);
        assertThat(getWith(path, "*").status()).isEqualTo(304);
        assertThat(getWith(path, tag).text()).isEmpty();
        assertThat(tag(getWith(path, tag))).isEqualTo(tag);
        assertThat(getWith(path, "\"other\"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/jobs/job-1", "/v1/jobs", "/v1/skills?q=bake"})
    void aWriteMakesItNew(String path) {
        String tag = tag(rung.get(path));

        rung.put("/v1/jobs/another", "{\"title\":\"Another\"}");

        assertThat(getWith(path, tag).status()).isEqualTo(200);
        assertThat(tag(rung.get(path))).isNotEqualTo(tag);
    }

    @Test
    void whatIsNotThereIsNotHeldEither() {
        String tag = tag(rung.get("/v1/jobs/job-1"));

        assertThat(getWith("/v1/jobs/nonesuch", tag).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/credentials/nonesuch/card", "/v1/credentials/nonesuch/similar", "/credentials/nonesuch"})
    void whatIsNotThereIsNotHeldUnderAnyTag(String path) {
        String tag = tag(rung.get(path.replace("nonesuch", "sql-1")));

        for (String each : List.of("*", tag)) {
            assertThat(getWith(path, each).status()).isEqualTo(404);
            assertThat(getWith(path, each).header("Cache-Control")).contains("no-store");
            assertThat(getWith(path, each).header("ETag")).isEmpty();
            assertThat(getWith(path.replace("nonesuch", "sql-1"), each).status())
                    .isEqualTo(304);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /v1/credentials/sql-1             |                                            | private, no-cache",
                "GET  | /v1/credentials/sql-1/card        |                                            | private, no-cache",
                "GET  | /v1/credentials/sql-1/similar     |                                            | private, no-cache",
                "GET  | /credentials/sql-1                |                                            | private, no-cache",
                "GET  | /v1/demand                        |                                            | private, no-cache",
                "POST | /v1/recommendations/roles         | {}                                         | private, no-cache",
                "POST | /v1/pathways                      | {\"target\":{\"role\":\"data-analyst\"}}     | private, no-cache",
                "POST | /v1/credentials/sql-1/card        | {}                                         | no-store",
                "POST | /v1/recommendations:batch         | {\"items\":[{\"about\":\"roles\",\"request\":{}}]} | no-store",
                "POST | /v1/candidates/search             | {\"role\":\"data-analyst\"}                | no-store",
                "GET  | /v1/candidates/cand-1             |                                            | no-store",
            })
    void whatHasATagMayBeKeptAndNothingElseNorAnythingAboutPeople(
            String method, String path, String body, String expected) {
        var reply = method.equals("GET") ? rung.get(path) : rung.post(path, body);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).contains(expected);
        if (expected.equals("private, no-cache"))
            assertThat(reply.header("ETag")).isPresent();
    }

    @Test
    void theSameQuestionIsNotAnsweredTwice() {
        // With its day, since the same question tomorrow is another one.
        String body = "{\"skills\":[{\"skill\":\"sql\"}],\"asOf\":\"2026-11-22\"}";
        String tag = tag(rung.post(ROLES, body));

        assertThat(askWith(body, tag).status()).isEqualTo(304);
    }

    @Test
    void anotherQuestionIsAnswered() {
        String tag = tag(rung.post(ROLES, "{\"skills\":[{\"skill\":\"sql\"}]}"));

        assertThat(askWith("{\"skills\":[{\"skill\":\"bake\"}]}", tag).status()).isEqualTo(200);
        assertThat(askWith("{\"skills\":[{\"skill\":\"sql\"}],\"asOf\":\"2020-01-01\"}", tag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theSameQuestionToAnotherCatalogueIsAnswered() {
        String body = "{\"skills\":[{\"skill\":\"sql\"}]}";
        String tag = tag(rung.post(ROLES, body));

        rung.put("/v1/roles/dba", "{\"title\":\"database administrator\",\"requirements\":[{\"skill\":\"sql\"}]}");

        assertThat(askWith(body, tag).status()).isEqualTo(200);
        assertThat(List.of(tag(askWith(body, tag)))).doesNotContain(tag);
    }

    @Test
    void aQuestionThatIsNotOneIsRefusedWhateverIsHeld() {
        askWith("{\"limit\":0}", "*").problem(422);
    }

    @Test
    void problemsAreNotKept() {
        assertThat(rung.get("/v1/jobs/nonesuch").header("Cache-Control")).contains("no-store");
        assertThat(rung.get("/v1/jobs/nonesuch").header("ETag")).isEmpty();
    }
}
