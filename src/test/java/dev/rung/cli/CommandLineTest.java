package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.StarterForTests;
import dev.rung.catalogue.Catalogue;
import dev.rung.json.Json;
import dev.rung.person.Candidate;
import dev.rung.role.Job;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as somebody types them: exit status, what is on standard output, and what on standard error. */
class CommandLineTest {
    @TempDir
    static Path data;

    @TempDir
    Path folder;

    @BeforeAll
    static void fill() {
        StarterForTests.fill(data);
    }

    private Typed rung(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        return Typed.rung(all.toArray(String[]::new));
    }

    private String profile(String json) throws Exception {
        return Files.writeString(folder.resolve("me.json"), json).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentials", "roles", "jobs"})
    void recommend_prints_results_with_their_reasons(String what) throws Exception {
        Typed typed =
                rung("recommend", what, "--profile", profile("""
                {"text":"Four years in a hotel kitchen, I bake at home","experience":[{"role":"cook","months":48}]}"""), "--target", "pastry-chef", "--limit", "5", "--json");

        assertThat(typed.status()).isZero();
        assertThat(typed.err()).isEmpty();
        JsonNode results = typed.json().get("results");
        assertThat(results).hasSize(5);
        for (JsonNode result : results) {
            assertThat(result.fieldNames()).toIterable().contains("id", "title", "score", "sentence", "reasons");
            assertThat(result.has("opens")).isEqualTo(what.equals("credentials"));
            assertThat(result.get("reasons")).isNotEmpty();
            assertThat(result.at("/reasons/0/contribution").isNumber()).isTrue();
        }
        assertThat(results.findValues("skill")).isNotEmpty();
        assertThat(results.findValues("heldBy")).isNotEmpty();
    }

    @Test
    void recommend_reads_standard_input_and_leaves_standard_output_to_the_document() throws Exception {
        Typed typed = Typed.process(
                folder,
                "{\"skills\":[{\"skill\":\"SQL\"}],\"limit\":3}",
                "recommend",
                "roles",
                "--profile",
                "-",
                "--json",
                "--data",
                data.toString());

        assertThat(typed.status()).as(typed.err()).isZero();
        assertThat(typed.json().get("results")).hasSize(3);
    }

    @Test
    void without_json_an_answer_is_lines_for_people() throws Exception {
        Typed typed = rung(
                "recommend", "roles", "--profile", profile("{\"skills\":[{\"skill\":\"SQL\"},{\"skill\":\"xyzzy\"}]}"));

        assertThat(typed.status()).isZero();
        assertThat(typed.out())
                .startsWith("note: /skills/1/skill: “xyzzy” is no skill this catalogue knows")
                .contains(" 1  0.")
                .contains("You meet ");
    }

    @Test
    void the_jobs_that_a_credential_opens_are_listed() throws Exception {
        String me = profile("""
                {"text":"Four years in a hotel kitchen, I bake at home"}""");

        JsonNode first = rung("recommend", "credentials", "--profile", me, "--json")
                .json()
                .at("/results/0");
        Typed typed = rung(
                "recommend",
                "jobs",
                "--profile",
                me,
                "--opened-by",
                first.get("id").textValue(),
                "--json");

        assertThat(typed.status()).isZero();
        assertThat(typed.json().get("total")).isEqualTo(first.get("opens"));
        assertThat(rung("recommend", "jobs", "--profile", me, "--opened-by", "no-such")
                        .status())
                .isEqualTo(2);
        assertThat(rung("recommend", "roles", "--profile", me, "--opened-by", "no-such")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void a_move_has_a_bridge_and_a_result_has_changes() throws Exception {
        Typed typed = rung(
                "recommend", "roles", "--profile", profile("{}"), "--from", "cook", "--limit", "2", "--changes", "1");

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("bridge: ", "change: ").doesNotContain("(cook)");
    }

    @Test
    void a_team_gets_a_plan() throws Exception {
        String team = Files.writeString(folder.resolve("team.json"), """
                [{"name":"Ann","profile":{"skills":[{"skill":"SQL"}]}},{"name":"Bob"}]""").toString();

        Typed each = rung("group", "--members", team, "--target", "data-analyst", "--json");
        Typed jointly = rung("group", "--members", team, "--target", "data-analyst", "--jointly");

        assertThat(each.json().get("members"))
                .extracting(m -> m.get("name").textValue())
                .containsExactly("Ann", "Bob");
        assertThat(jointly.out()).contains("data analyst", "Together they meet");
        assertThat(rung("group", "--members", folder + "/none.json", "--target", "x")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void demand_is_ranked() {
        JsonNode report =
                rung("demand", "--region", "DE-BY", "--limit", "3", "--json").json();

        assertThat(report.get("results")).hasSize(3);
        assertThat(report.get("region").textValue()).isEqualTo("DE-BY");
        assertThat(rung("demand").out()).contains("credentials");
        assertThat(rung("demand", "--region", "DE-BY").err()).doesNotContain("region");
        assertThat(rung("demand", "--region", "XX").err())
                .contains("rung: No job of this catalogue names the region XX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json"})
    void a_role_that_there_is_not_is_said_where_it_is_seen(String json) {
        List<String> words = new ArrayList<>(List.of("candidates", "--role", "flurb"));
        if (!json.isEmpty()) words.add(json);
        Typed typed = rung(words.toArray(String[]::new));

        assertThat(typed.status()).isZero();
        assertThat(typed.err()).contains("rung: no role of this catalogue is called “flurb”");
    }

    @Test
    void an_answer_without_results_says_so() throws Exception {
        assertThat(rung("recommend", "roles", "--profile", profile("{}"), "--json")
                        .json()
                        .get("results"))
                .isEmpty();
        assertThat(rung("recommend", "roles", "--profile", profile("{}")).out()).startsWith("Nothing fits.");
        Typed nobody = rung("candidates", "--skill", "xyzzy plugh", "--json");
        assertThat(nobody.status()).isZero();
        assertThat(nobody.json().get("results")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--role, data-analyst", "--job, job-digital-001", "--skill, data analysis"})
    void candidates_prints_people_with_their_evidence(String by, String what) {
        Typed typed = rung("candidates", by, what, "--json");

        assertThat(typed.status()).isZero();
        assertThat(typed.err()).isEmpty();
        JsonNode results = typed.json().get("results");
        assertThat(results).isNotEmpty();
        for (JsonNode result : results) {
            assertThat(result.fieldNames())
                    .toIterable()
                    .contains("id", "title", "score", "sentence", "reasons", "evidence");
            assertThat(result.get("evidence")).hasSameSizeAs(result.get("reasons"));
        }
    }

    @Test
    void verified_only_candidates_are_verified_throughout() {
        JsonNode results = rung("candidates", "--role", "data-analyst", "--verified", "--json")
                .json()
                .get("results");

        assertThat(results).isNotEmpty();
        for (JsonNode result : results) {
            assertThat(result.get("reasons")).allMatch(r -> r.path("verified").asBoolean());
            assertThat(result.get("evidence"))
                    .allMatch(e -> e.at("/verdict/signature").asText().equals("valid"));
        }
    }

    @Test
    void eval_golden_passes_all_its_cases() {
        Typed typed = Typed.rung("eval", "golden", "--json");

        assertThat(typed.status()).isZero();
        JsonNode report = typed.json();
        assertThat(report.get("total").asInt()).isEqualTo(12);
        assertThat(report.get("passed").asInt()).isEqualTo(12);
        assertThat(report.get("cases")).hasSize(12).allSatisfy(c -> {
            assertThat(c.get("id").asText()).matches("G\\d+");
            assertThat(c.get("passed").asBoolean()).isTrue();
            assertThat(c.get("why").asText()).isNotBlank();
        });
    }

    @Test
    void eval_golden_of_a_folder_is_kept_there() throws Exception {
        JsonNode report = rung("eval", "golden", "--json").json();

        JsonNode kept = Json.mapper().readTree(data.resolve("evaluations.json").toFile());
        assertThat(kept.at("/0/cases")).isEqualTo(report.get("cases"));
        assertThat(kept.at("/0/model").asText()).startsWith("rung-skills-");
    }

    @Test
    void sample_writes_the_same_jobs_for_the_same_seed_and_import_takes_them() throws Exception {
        Path first = folder.resolve("a.ndjson");
        Path second = folder.resolve("b.ndjson");

        assertThat(rung("sample", "--jobs", "30", "--seed", "5", "--out", first.toString())
                        .status())
                .isZero();
        Typed again = rung("sample", "--jobs", "30", "--seed", "5", "--out", second.toString());

        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("30 postings in " + second);
        assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
        for (String line : Files.readAllLines(first)) {
            assertThat(Json.read(line.getBytes(StandardCharsets.UTF_8), Job.class)
                            .sample())
                    .isTrue();
        }
        Typed imported = Typed.rung(
                "import",
                "jobs",
                first.toString(),
                "--json",
                "--data",
                folder.resolve("other").toString());
        assertThat(imported.status()).isZero();
        assertThat(imported.json().get("accepted").asInt()).isEqualTo(30);
    }

    @Test
    void a_person_is_exported_whole_and_after_erasing_no_more() throws Exception {
        Path own = folder.resolve("data");
        StarterForTests.fill(own);
        Candidate known =
                StarterForTests.all(dev.rung.catalogue.Kind.CANDIDATES).getFirst();

        Typed export = Typed.rung("export", known.id(), "--data", own.toString());
        Typed erase = Typed.rung("erase", known.id(), "--data", own.toString());

        assertThat(export.status()).isZero();
        assertThat(Json.mapper().treeToValue(export.json().path("candidate"), Candidate.class))
                .isEqualTo(known);
        assertThat(erase.status()).isZero();
        assertThat(erase.out()).isEmpty();
        Typed gone = Typed.rung("export", known.id(), "--data", own.toString());
        assertThat(gone.status()).isEqualTo(1);
        assertThat(gone.out()).isEmpty();
        assertThat(gone.err()).contains("there is no candidate " + known.id() + " in " + own);
        assertThat(Typed.rung("erase", known.id(), "--data", own.toString()).status())
                .isEqualTo(1);
    }

    @Test
    void reindex_changes_the_generation_and_no_answer() throws Exception {
        Path own = folder.resolve("data");
        StarterForTests.fill(own);
        String[] question = {"recommend", "jobs", "--profile", profile("{\"skills\":[{\"skill\":\"SQL\"}]}"), "--json"};
        JsonNode before = Typed.rung(with(question, own)).json();

        Typed reindex = Typed.rung("reindex", "--data", own.toString());

        assertThat(reindex.status()).isZero();
        assertThat(reindex.out()).isEmpty();
        assertThat(reindex.err()).startsWith("rung: now live is generation ");
        JsonNode after = Typed.rung(with(question, own)).json();
        assertThat(after.get("generation")).isNotEqualTo(before.get("generation"));
        assertThat(after.get("results")).isEqualTo(before.get("results"));
    }

    @Test
    void a_folder_in_use_by_another_process_is_named() throws Exception {
        Path own = folder.resolve("data");
        StarterForTests.fill(own);
        try (Catalogue held = StarterForTests.open(own)) {
            Typed typed = Typed.process(folder, "", "reindex", "--data", own.toString());

            assertThat(typed.status()).isEqualTo(2);
            assertThat(typed.out()).isEmpty();
            assertThat(typed.err())
                    .contains(
                            own.toAbsolutePath()
                                    + " is in use by another process, such as rung serve: stop that one, or choose another folder")
                    .doesNotContain("Exception");
            assertThat(held).isNotNull();
        }
    }

    private static String[] with(String[] command, Path data) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--data", data.toString()));
        return all.toArray(String[]::new);
    }
}
