package dev.rung.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.credential.Mode;
import dev.rung.credential.Money;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published files, whole, by the command lines that the README gives. Skipped where they are not at hand. */
class SharedFilesTest {
    @TempDir
    Path folder;

    Trial trial;

    @BeforeEach
    void start() {
        trial = Trial.empty(folder);
    }

    private static Path shared(String file) {
        Path path = Path.of("../shared/data", file);
        assumeTrue(Files.exists(path), path + " is not here");
        return path;
    }

    @Test
    void all_of_esco() {
        Path esco = shared("taxonomy/esco-1.1.1");

        ImportReport report = trial.run(intake -> intake.esco(esco), true);

        assertThat(report.counts())
                .containsEntry("skills", 13_896L)
                .containsEntry("roles", 3_007L)
                .containsEntry("relations", 123_855L - 67);
        // One occupation that the occupations' file lacks, with all of its relations.
        assertThat(report.errors())
                .filteredOn(e -> e.file().equals("occupationSkillRelations.csv"))
                .hasSize(67)
                .allSatisfy(e -> {
                    assertThat(e.field()).isEqualTo("/occupationUri");
                    assertThat(e.message()).contains("a9e54177-a185-404d-b6e6-15663d31137e");
                })
                .extracting(Problem::line)
                .startsWith(84_425L)
                .endsWith(84_491L);
    }

    @Test
    void all_vacancies() {
        Path vacancies = shared("jobs/usajobs_vacancy_requirements.jsonl.gz");
        Mapping mapping = Mapping.of(
                Kind.JOBS,
                List.of(
                        "id=id",
                        "title=title",
                        "organisation=agency",
                        "description=occupation_name,requirements",
                        "place.country='US'",
                        "place.locality=location",
                        "language='en'"));

        ImportReport report =
                trial.run(intake -> intake.records(Kind.JOBS, List.of(vacancies), Optional.of(mapping)), true);

        assertThat(report.accepted()).isEqualTo(26_788);
        assertThat(report.errors()).isEmpty();
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void all_programmes() {
        Path programmes = shared("credentials/nj_etpl_programs.jsonl");

        ImportReport report = trial.take(
                Kind.CREDENTIALS,
                programmes,
                "id='nj-etpl-'+program_id",
                "title=official_name",
                "description=description",
                "issuer.name=provider|'Provider not stated'",
                "workload.hours=clock_hours{0:}",
                "offer.cost.amount=total_cost{0:}|tuition",
                "offer.cost.currency='USD'",
                "offer.modes=distance_learning{1:hybrid,2:onsite}",
                "offer.languages='en'",
                "offer.regions='US-NJ'",
                "entry.note=prerequisites{0:,None:,none:}");

        assertThat(report.accepted()).isEqualTo(1_110);
        assertThat(report.errors()).isEmpty();
        assertThat(report.notes()).isEmpty();
        Credential boilers = trial.get(Kind.CREDENTIALS, "nj-etpl-37588");
        assertThat(boilers.title()).isEqualTo("Black Seal - Low Pressure");
        assertThat(boilers.issuer().id()).isEqualTo("ocean-county-vocational-technical-schools");
        assertThat(boilers.workload().hours()).contains(36.0);
        assertThat(boilers.offer().cost()).contains(new Money(355, "USD"));
        assertThat(boilers.offer().modes()).containsExactly(Mode.ONSITE);
        assertThat(boilers.entry().note()).contains("3 months experience with a 100 hp boiler");
        List<Credential> withoutHours = new ArrayList<>();
        try (CatalogueView view = trial.catalogue.view()) {
            view.each(Kind.CREDENTIALS, c -> {
                if (c.workload().hours().isEmpty()) withoutHours.add(c);
            });
        }
        assertThat(withoutHours).hasSize(39);
    }
}
