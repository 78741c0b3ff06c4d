package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.server.Running.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records put, read, listed and removed over HTTP. */
class RecordsTest {
    private Running rung;

    @BeforeEach
    void start() {
        rung = Running.small();
    }

    @AfterEach
    void stop() {
        rung.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "skills      | {\"label\":\"weld steel\",\"kind\":\"skill\"}",
                "roles       | {\"title\":\"welder\",\"requirements\":[{\"skill\":\"teamwork\"}]}",
                "jobs        | {\"title\":\"Welder\"}",
                "credentials | {\"title\":\"Welding\",\"issuer\":{\"id\":\"inst\",\"name\":\"Example Institute\"}}"
            })
    void putGetDelete(String kind, String body) {
        String path = "/v1/" + kind + "/new";

        Reply created = rung.put(path, body);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).contains(path);
        assertThat(created.json().path("id").textValue()).isEqualTo("new");
        assertThat(rung.get(path).text()).isEqualTo(created.text());
        assertThat(rung.put(path, body).status()).isEqualTo(200);
        assertThat(rung.delete(path).status()).isEqualTo(204);
        rung.get(path).problem(404);
        rung.delete(path).problem(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://data.europa.eu/esco/skill/abc-1", "C++", "a%b", "naïve-é", "a?b=c#d", "a&b", "100%25"})
    void anIdMayHoldAnything(String id) {
        String path = "/v1/skills/" + URLEncoder.encode(id, StandardCharsets.UTF_8);

        Reply created = rung.put(path, "{\"label\":\"one of a kind\",\"kind\":\"skill\"}");

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(rung.get(created.header("Location").orElseThrow())
                        .json()
                        .path("id")
                        .textValue())
                .isEqualTo(id);
    }

    @Test
    void theIdInTheBodyHasToBeThatOfTheAddress() {
        JsonNode problem =
                rung.put("/v1/jobs/a", "{\"id\":\"b\",\"title\":\"B\"}").problem(422);

        assertThat(problem.at("/errors/0/pointer").textValue()).isEqualTo("/id");
        rung.get("/v1/jobs/a").problem(404);
        rung.get("/v1/jobs/b").problem(404);
    }

    @Test
    void everyFieldAtFaultIsNamed() {
        JsonNode problem = rung.put("/v1/jobs/a", "{\"title\":\"\"}").problem(422);

        assertThat(problem.at("/errors/0/pointer").textValue()).isEqualTo("/title");
        assertThat(problem.path("detail").textValue()).isEqualTo("The field /title must not be blank.");
    }

    @Test
    void whatWouldCloseACycleIsRefused() {
        assertThat(rung.put("/v1/skills/a", "{\"label\":\"a thing\",\"kind\":\"skill\",\"broader\":[\"bake\"]}")
                        .status())
                .isEqualTo(201);
        JsonNode problem = rung.put(
                        "/v1/skills/bake", "{\"label\":\"bake pastries\",\"kind\":\"skill\",\"broader\":[\"a\"]}")
                .problem(422);

        assertThat(problem.at("/errors/0/pointer").textValue()).isEqualTo("/broader/0");
    }

    @Test
    void skillsAreFoundInTheTextOfAJobThatDeclaresNone() {
        JsonNode job = rung.put("/v1/jobs/a", "{\"title\":\"Cook\",\"description\":\"You bake pastries.\"}")
                .json();

        assertThat(job.at("/requirements/0/skill").textValue()).isEqualTo("bake");
    }

    @Test
    void aListingHasItemsTotalAndGeneration() {
        JsonNode all = rung.get("/v1/jobs").json();

        assertThat(all.path("items"))
                .extracting(j -> j.path("id").textValue())
                .containsExactly("job-1", "job-2", "job-3");
        assertThat(all.path("total").intValue()).isEqualTo(3);
        assertThat(all.path("generation").textValue()).isNotBlank();
        assertThat(all.has("next")).isFalse();
        assertThat(rung.get("/v1/jobs?q=nonesuch").json().path("items").isEmpty())
                .isTrue();
    }

    @Test
    void wordsFind() {
        assertThat(rung.get("/v1/credentials?q=hygiene")
                        .json()
                        .at("/items/0/id")
                        .textValue())
                .isEqualTo("hygiene-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "jobs;        region:DE-BY;                  job-1",
                "jobs;        within:DE;                     job-1 job-3",
                "jobs;        within:DE|remote;              job-1 job-2 job-3",
                "jobs;        within:DE,role:pastry-chef;    job-1",
                "jobs;        organisation:\"Sample, Inc.\"; job-1",
                "jobs;        validThrough:>=2027-01-01;     job-2",
                "jobs;        validThrough:<=2027-01-01;     ''",
                "credentials; hours:<=40;                    hygiene-2",
                "credentials; hours:>=8,hours:<=60;          hygiene-2 sql-1",
                "credentials; hours:60;                      sql-1",
                "credentials; hours:8|60;                    hygiene-2 sql-1",
                "credentials; cost.EUR:<=25;                 hygiene-2",
                "credentials; mode:onsite;                   sql-1"
            })
    void filters(String kind, String filter, String expected) {
        JsonNode page = rung.get("/v1/" + kind + "?filter=" + encoded(filter)).json();

        assertThat(page.path("items"))
                .extracting(r -> r.path("id").textValue())
                .containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    @Test
    void severalFiltersMustAllHold() {
        JsonNode page =
                rung.get("/v1/jobs?filter=within:DE&filter=role:pastry-chef").json();

        assertThat(page.path("total").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "hours:<=4;              filter; which jobs do not have; they have country, language",
                "region;                 filter; field:value",
                "region:;                filter; no value",
                "validThrough:tomorrow;  filter; needs a day",
                "organisation:\"open;   filter; quote",
            })
    void aFilterThatCannotBeFollowedIsRefused(String filter, String parameter, String message) {
        JsonNode problem = rung.get("/v1/jobs?filter=" + encoded(filter)).problem(422);

        assertThat(problem.at("/errors/0/parameter").textValue()).isEqualTo(parameter);
        assertThat(problem.at("/errors/0/message").textValue()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "limit=1&limit=2", "page=2", "hours=3"})
    void aQueryThatCannotBeFollowedIsRefused(String query) {
        rung.get("/v1/jobs?" + query).problem(422);
    }

    @Test
    void pagesHoldEveryRecordOnce() {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = rung.get("/v1/jobs?limit=2" + (next.isEmpty() ? "" : "&cursor=" + encoded(next)))
                    .json();
            page.path("items").forEach(j -> ids.add(j.path("id").textValue()));
            next = page.path("next").asText();
        } while (!next.isEmpty());

        assertThat(ids).containsExactly("job-1", "job-2", "job-3");
    }

    @Test
    void aCursorThatWasNeverGivenOutIsGone() {
        assertThat(rung.get("/v1/jobs?cursor=nonesuch")
                        .problem(410)
                        .path("detail")
                        .textValue())
                .contains("start again");
    }

    @Test
    void candidatesAreNotListed() {
        rung.get("/v1/candidates").problem(404);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
