package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people did, over HTTP: reported once or twice, one by one or many, counted and forgotten. */
class EventsTest {
    private static final String EVENTS = "/v1/events";
    private static final String NEXT = "/v1/recommendations/credentials";
    private static final String HOLDER =
            "{\"credentials\":[{\"id\":\"hygiene-2\"}],\"target\":{\"role\":\"data-analyst\"}}";

    private Running rung;

    @BeforeEach
    void start() {
        rung = Running.small();
    }

    @AfterEach
    void stop() {
        rung.close();
    }

    private static String event(String kind, String person, String credential, String day) {
        return "{\"kind\":\"%s\",\"person\":\"%s\",\"credential\":\"%s\",\"at\":\"%s\"}"
                .formatted(kind, person, credential, day);
    }

    /** So many people who completed the one credential and then the other. */
    private static String histories(int people) {
        return IntStream.range(0, people)
                .mapToObj(i -> event("completed", "p-" + i, "hygiene-2", "2026-01-01") + "\n"
                        + event("completed", "p-" + i, "sql-1", "2026-02-01"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void oneEventIsReadLikeALineOfManyByTitleAndWithWhatIsOddAboutIt() {
        rung.post(EVENTS, event("completed", "p-1", "Food hygiene, level 2", "2026-01-01"));
        JsonNode same = rung.post(EVENTS, event("completed", "p-1", "hygiene-2", "2026-01-01"))
                .json();
        JsonNode odd = rung.post(EVENTS, event("completed", "p-1", "nonesuch", "2026-01-01"))
                .json();

        assertThat(same).hasToString("{\"recorded\":0,\"known\":1}");
        assertThat(odd)
                .hasToString(
                        "{\"recorded\":1,\"known\":0,\"notes\":[{\"at\":\"/credential\",\"message\":\"no credential has the id nonesuch yet; kept as it is\"}]}");
    }

    private JsonNode sql() {
        for (JsonNode result : rung.post(NEXT, HOLDER).json().path("results")) {
            if (result.path("id").asText().equals("sql-1")) return result;
        }
        throw new AssertionError("sql-1 is not recommended");
    }

    @Test
    void anEventIsKeptOnceHoweverOftenItIsSent() {
        String event = event("enrolled", "p-1", "sql-1", "2026-03-01T10:00:00Z");

        assertThat(rung.post(EVENTS, event).json()).hasToString("{\"recorded\":1,\"known\":0}");
        assertThat(rung.post(EVENTS, event).json()).hasToString("{\"recorded\":0,\"known\":1}");
    }

    @Test
    void anIdThatStandsForAnotherEventIsAConflict() {
        String event =
                "{\"id\":\"e1\",\"kind\":\"viewed\",\"person\":\"p\",\"credential\":\"sql-1\",\"at\":\"2026-01-01\"}";
        rung.post(EVENTS, event);

        JsonNode problem =
                rung.post(EVENTS, event.replace("viewed", "enrolled")).problem(409);

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"viewed\",\"person\":\"p\",\"at\":\"2026-01-01\"} | 422 | /credential",
                "{\"kind\":\"viewed\",\"credential\":\"sql-1\",\"at\":\"2026-01-01\"} | 422 | /person",
                "{\"kind\":\"viewed\",\"person\":\"p\",\"credential\":\"sql-1\",\"at\":\"soon\"} | 422 | /at",
                "{\"kind\":\"liked\",\"person\":\"p\",\"credential\":\"sql-1\",\"at\":\"2026-01-01\"} | 422 | /kind",
                "{\"kind\":\"viewed\",\"person\":\"p\",\"credential\":\"sql-1\",\"at\":\"2026-01-01\",\"gender\":\"f\"} | 422 | /gender",
                "[] | 422 | ''",
                "{ | 400 | ''"
            })
    void whatIsNoEventIsRefusedByNameOfTheField(String body, int status, String pointer) {
        assertThat(rung.post(EVENTS, body)
                        .problem(status)
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo(pointer);
    }

    @Test
    void manyAreTakenLineByLine() {
        String known = event("viewed", "p", "sql-1", "2026-01-01");
        JsonNode report = rung.bulk(
                        EVENTS + ":bulk",
                        String.join(
                                "\n",
                                known,
                                "{\"kind\":\"viewed\"}",
                                known,
                                event("viewed", "p", "unheard-of", "2026-01-01"),
                                "{\"id\":\"x\",\"kind\":\"hired\",\"person\":\"p\",\"role\":\"data analyst\",\"at\":\"2026-01-01\"}",
                                "{\"id\":\"x\",\"kind\":\"hired\",\"person\":\"q\",\"at\":\"2026-01-01\"}"))
                .json();

        assertThat(report.path("accepted").intValue()).isEqualTo(4);
        assertThat(report.path("rejected").intValue()).isEqualTo(2);
        assertThat(report.at("/counts/known").intValue()).isEqualTo(1);
        assertThat(report.at("/errors/0/line").intValue()).isEqualTo(2);
        assertThat(report.at("/errors/1/line").intValue()).isEqualTo(6);
        assertThat(report.at("/errors/1/field").asText()).isEqualTo("/id");
        assertThat(report.at("/notes/0/message").asText()).contains("unheard-of");
        assertThat(rung.get("/v1/candidates/p/export")
                        .json()
                        .at("/events/1/role")
                        .asText())
                .isIn("data-analyst", "");
    }

    @Test
    void historiesBecomeAReasonAndCounts() {
        assertThat(sql().has("observed")).isFalse();

        rung.bulk(EVENTS + ":bulk", histories(7));

        JsonNode sql = sql();
        assertThat(sql.at("/observed/started").intValue()).isEqualTo(7);
        assertThat(sql.at("/observed/completion/of").intValue()).isEqualTo(7);
        assertThat(sql.path("reasons"))
                .anySatisfy(r -> assertThat(r.path("text").asText())
                        .isEqualTo("people who completed Food hygiene, level 2 next took SQL basics (n=7 of 7)"));
    }

    @Test
    void anEventMakesAnswersAboutCredentialsNewAndNoOthers() {
        String tag = rung.post(NEXT, HOLDER).header("ETag").orElseThrow();
        String roles =
                rung.post("/v1/recommendations/roles", HOLDER).header("ETag").orElseThrow();

        rung.post(EVENTS, event("viewed", "p", "sql-1", "2026-01-01"));

        assertThat(askWith(NEXT, tag)).isEqualTo(200);
        assertThat(askWith("/v1/recommendations/roles", roles)).isEqualTo(304);
        assertThat(askWith(NEXT, rung.post(NEXT, HOLDER).header("ETag").orElseThrow()))
                .isEqualTo(304);
    }

    private int askWith(String path, String tag) {
        return rung.send(rung.request(path)
                        .header("Content-Type", "application/json")
                        .header("If-None-Match", tag)
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(HOLDER)))
                .status();
    }

    @Test
    void whoIsErasedWasNeverThere() {
        String before = rung.post(NEXT, HOLDER).text();
        rung.bulk(EVENTS + ":bulk", histories(5));
        assertThat(rung.post(NEXT, HOLDER).text()).isNotEqualTo(before);

        for (int i = 0; i < 5; i++)
            assertThat(rung.delete("/v1/candidates/p-" + i).status()).isEqualTo(204);

        assertThat(rung.post(NEXT, HOLDER).text()).isEqualTo(before);
        rung.delete("/v1/candidates/p-0").problem(404);
        rung.get("/v1/candidates/p-0/export").problem(404);
    }

    @Test
    void anExportHasTheEventsOfACandidateAndOfAPseudonym() {
        rung.post(EVENTS, event("completed", "cand-1", "sql-1", "2026-02-01"));
        rung.post(EVENTS, event("enrolled", "cand-1", "sql-1", "2026-01-01"));
        rung.post(EVENTS, event("viewed", "p-9", "sql-1", "2026-01-01"));

        JsonNode candidate = rung.get("/v1/candidates/cand-1/export").json();
        assertThat(candidate.at("/candidate/name").asText()).isEqualTo("Ada Sample");
        assertThat(candidate.path("events"))
                .extracting(e -> e.path("kind").asText())
                .containsExactly("enrolled", "completed");
        JsonNode pseudonym = rung.get("/v1/candidates/p-9/export").json();
        assertThat(pseudonym.has("candidate")).isFalse();
        assertThat(pseudonym.path("events")).hasSize(1);

        rung.delete("/v1/candidates/cand-1");
        rung.get("/v1/candidates/cand-1/export").problem(404);
    }
}
