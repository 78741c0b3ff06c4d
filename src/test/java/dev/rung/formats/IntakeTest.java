package dev.rung.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.credential.Outcome;
import dev.rung.role.Importance;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.SkillId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an import makes of records that are well-formed: skills found, names resolved, cycles refused. */
class IntakeTest {
    @TempDir
    Path folder;

    Trial trial;

    @BeforeEach
    void start() {
        trial = new Trial(folder);
    }

    private Job job(String json) {
        trial.take(Kind.JOBS, trial.file("jobs.ndjson", json));
        return trial.get(Kind.JOBS, "j");
    }

    private Credential credential(String json) {
        trial.take(Kind.CREDENTIALS, trial.file("credentials.ndjson", json));
        return trial.get(Kind.CREDENTIALS, "c");
    }

    @Test
    void a_job_without_requirements_gets_those_its_text_speaks_of() {
        Job job = job(
                "{\"id\":\"j\",\"title\":\"Assistant\",\"description\":\"You bake pastries every morning.\\nExperience in accounting is preferred.\"}");

        assertThat(job.requirements())
                .extracting(Requirement::skill)
                .containsExactlyInAnyOrder(new SkillId("bake-pastries"), new SkillId("accounting"));
        for (Requirement requirement : job.requirements()) {
            double confidence = requirement.confidence().orElseThrow();
            boolean baking = requirement.skill().value().equals("bake-pastries");
            assertThat(requirement.importance()).isEqualTo(baking ? Importance.ESSENTIAL : Importance.OPTIONAL);
            assertThat(requirement.weight()).isCloseTo(baking ? confidence : confidence / 2, within(0.001));
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    @Test
    void declared_requirements_are_left_as_they_are() {
        Job job = job(
                "{\"id\":\"j\",\"title\":\"Welder\",\"description\":\"weld steel\",\"requirements\":[{\"skill\":\"accounting\"}]}");

        assertThat(job.requirements())
                .containsExactly(Requirement.of(
                        new SkillId("accounting"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void no_more_than_the_surest_are_taken() {
        trial.catalogue.write(IntStream.range(0, 60)
                .mapToObj(i -> Change.put(Kind.SKILLS, Trial.skill("machine-" + i, "operate machine" + i + "x")))
                .toList());
        String text = String.join(
                ". ",
                IntStream.range(0, 60)
                        .mapToObj(i -> "Operate machine" + i + "x")
                        .toList());

        assertThat(job("{\"id\":\"j\",\"title\":\"Operator\",\"description\":\"" + text + "\"}")
                        .requirements())
                .hasSize(Completion.MOST_FOUND);
    }

    @Test
    void an_outcome_that_is_text_gets_the_skill_it_speaks_of() {
        Credential credential = credential(
                "{\"id\":\"c\",\"title\":\"Course\",\"issuer\":{\"id\":\"i\",\"name\":\"I\"},\"outcomes\":[{\"text\":\"Bake pastries for a café\",\"level\":\"advanced\"},{\"text\":\"Xyzzy\"},{\"skill\":\"accounting\"}]}");

        assertThat(credential.outcomes()).hasSize(3);
        Outcome found = credential.outcomes().getFirst();
        assertThat(found.skill()).contains(new SkillId("bake-pastries"));
        assertThat(found.text()).contains("Bake pastries for a café");
        assertThat(found.level()).isPresent();
        assertThat(found.confidence()).isPresent();
        assertThat(credential.outcomes().get(1).skill()).isEmpty();
        assertThat(credential.outcomes().get(2).confidence()).isEmpty();
    }

    @Test
    void a_credential_without_outcomes_has_those_of_its_title_and_description() {
        Credential credential = credential(
                "{\"id\":\"c\",\"title\":\"Steel welding\",\"description\":\"You also learn accounting.\",\"issuer\":{\"name\":\"Jersey Cape & Co.\"}}");

        assertThat(credential.outcomes())
                .extracting(o -> o.skill().orElseThrow().value())
                .containsExactlyInAnyOrder("weld-steel", "accounting");
        assertThat(credential.issuer().id()).isEqualTo("jersey-cape-co");
    }

    @Test
    void names_are_accepted_wherever_ids_are() {
        trial.catalogue.write(List.of(Change.put(
                Kind.ROLES,
                new Role(
                        "pastry-chef",
                        "pastry chef",
                        List.of("pâtissier"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of()))));

        Job job = job(
                "{\"id\":\"j\",\"title\":\"T\",\"role\":\"Pâtissier\",\"requirements\":[{\"skill\":\"Pastry Baking\"},{\"skill\":\"accountancy\"}]}");

        assertThat(job.role()).contains("pastry-chef");
        assertThat(job.requirements())
                .extracting(r -> r.skill().value())
                .containsExactly("bake-pastries", "accounting");
    }

    @Test
    void what_cannot_be_resolved_costs_the_record_no_more_than_it_must() {
        ImportReport report = trial.take(
                Kind.JOBS,
                trial.file(
                        "jobs.ndjson",
                        "{\"id\":\"j\",\"title\":\"T\",\"role\":\"Grand Vizier\",\"requirements\":[{\"skill\":\"zzz qqq xxx\"},{\"skill\":\"not-yet\"},{\"skill\":\"accounting\"},{\"skill\":\"accountancy\"}]}"));

        Job job = trial.get(Kind.JOBS, "j");
        assertThat(job.role()).contains("Grand Vizier");
        assertThat(job.requirements()).extracting(r -> r.skill().value()).containsExactly("not-yet", "accounting");
        assertThat(report.rejected()).isZero();
        assertThat(report.notes())
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(
                        "/requirements/0/skill", "/requirements/1/skill", "/requirements/3/skill", "/role");
    }

    static Stream<Arguments> cycles() {
        String credential = "{\"id\":\"%s\",\"title\":\"T\",\"issuer\":{\"id\":\"i\",\"name\":\"I\"},%s}";
        String stack = "\"stacksInto\":[{\"award\":\"%s\",\"agreement\":\"rule\"}]";
        String entry = "\"entry\":{\"credentials\":[\"free\",\"%s\"]}";
        String skill = "{\"id\":\"%s\",\"label\":\"%s\",\"kind\":\"skill\",\"broader\":[\"%s\"]}";
        return Stream.of(
                arguments(
                        Kind.CREDENTIALS,
                        credential.formatted("a", stack.formatted("b")),
                        credential.formatted("b", stack.formatted("c")),
                        credential.formatted("c", stack.formatted("a")),
                        "/stacksInto/0/award"),
                arguments(
                        Kind.CREDENTIALS,
                        credential.formatted("a", entry.formatted("b")),
                        credential.formatted("b", entry.formatted("c")),
                        credential.formatted("c", entry.formatted("a")),
                        "/entry/credentials/1"),
                arguments(
                        Kind.SKILLS,
                        skill.formatted("a", "la", "b"),
                        skill.formatted("b", "lb", "c"),
                        skill.formatted("c", "lc", "a"),
                        "/broader/0"));
    }

    @ParameterizedTest
    @MethodSource("cycles")
    void a_record_that_closes_a_cycle_is_refused(Kind<?> kind, String a, String b, String c, String field) {
        ImportReport together = trial.take(kind, trial.file("all.ndjson", a, b, c));

        assertThat(together.errors()).singleElement().satisfies(e -> {
            assertThat(e.line()).isEqualTo(3);
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.message()).contains("cycle");
        });
        assertThat(trial.ids(kind)).contains("a", "b").doesNotContain("c");

        ImportReport later = trial.take(kind, trial.file("later.ndjson", c));

        assertThat(later.rejected()).isEqualTo(1);
        assertThat(trial.ids(kind)).doesNotContain("c");
    }

    @Test
    void a_dry_run_finds_the_same_fault_and_writes_nothing() {
        Path file = trial.file("jobs.ndjson", "{\"id\":\"a\",\"title\":\"T\"}", "{}", "{\"id\":\"b\",\"title\":\"T\"}");

        ImportReport dry = trial.run(intake -> intake.records(Kind.JOBS, List.of(file), Optional.empty()), true);

        assertThat(trial.ids(Kind.JOBS)).isEmpty();
        assertThat(dry.dryRun()).isTrue();
        ImportReport real = trial.take(Kind.JOBS, file);
        assertThat(dry.errors()).isEqualTo(real.errors());
        assertThat(dry.accepted()).isEqualTo(real.accepted()).isEqualTo(2);
    }

    @Test
    void csv_in_our_own_form_needs_no_mapping() {
        ImportReport report = trial.take(
                Kind.CREDENTIALS,
                trial.file(
                        "c.csv",
                        "id,title,issuer.name,outcomes.skill,offer.cost.amount,offer.cost.currency,offer.modes",
                        "c,Course,School,accounting|weld steel,25,EUR,online|hybrid"));

        assertThat(report.errors()).isEmpty();
        Credential credential = trial.get(Kind.CREDENTIALS, "c");
        assertThat(credential.outcomes())
                .extracting(o -> o.skill().orElseThrow().value())
                .containsExactly("accounting", "weld-steel");
        assertThat(credential.offer().modes()).hasSize(2);
    }

    @Test
    void csv_with_columns_of_another_form_asks_for_a_mapping() {
        ImportReport report = trial.take(Kind.JOBS, trial.file("jobs.csv", "id,name", "a,Baker"));

        assertThat(report.errors()).singleElement().satisfies(e -> assertThat(e.message())
                .contains("no field name", "--field"));
    }

    @Test
    void a_mapped_column_that_no_row_has_is_noted() {
        ImportReport report = trial.take(
                Kind.JOBS,
                trial.file("jobs.ndjson", "{\"nr\":1,\"name\":\"Baker\"}"),
                "id=nr",
                "title=name",
                "language=en");

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.notes()).singleElement().satisfies(n -> assertThat(n.message())
                .contains("column en", "nr, name", "'en'"));
    }

    @Test
    void thousands_of_records_go_in_over_many_batches() {
        String[] lines = IntStream.range(0, 3_500)
                .mapToObj(i -> "{\"id\":\"j%d\",\"title\":\"Weld steel %d\"}".formatted(i, i))
                .toArray(String[]::new);

        ImportReport report = trial.take(Kind.JOBS, trial.file("jobs.ndjson", lines));

        assertThat(report.accepted()).isEqualTo(3_500);
        assertThat(trial.ids(Kind.JOBS)).hasSize(3_500);
        assertThat(trial.get(Kind.JOBS, "j3499").requirements()).hasSize(1);
    }
}
