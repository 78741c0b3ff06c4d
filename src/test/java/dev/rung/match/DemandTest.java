package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.match.DemandReport.Row;
import dev.rung.role.Job;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Demand that nobody teaches: counted record by record, and ranked. */
class DemandTest {
    @Test
    void what_jobs_ask_for_against_what_credentials_teach() {
        Workshop workshop = new Workshop();
        workshop.put(Kind.JOBS, """
                {"id":"a","title":"A","requirements":[{"skill":"sql"},{"skill":"weld"}]}
                {"id":"b","title":"B","requirements":[{"skill":"sql","importance":"optional"}]}
                {"id":"closed","title":"C","requirements":[{"skill":"sql"}],"validThrough":"2026-10-31"}
                """);

        DemandReport report =
                workshop.recommender.demand(new DemandRequest(Optional.empty(), 10, Optional.of(Workshop.DAY)));

        assertThat(report.jobs()).isEqualTo(4);
        assertThat(report.credentials()).isEqualTo(2);
        assertThat(report.skills()).isEqualTo(3);
        assertThat(report.results())
                .containsExactly(
                        new Row("sql", "SQL", 2, 0),
                        new Row("bake", "bake pastries", 1, 0),
                        new Row("weld", "weld", 2, 2));
    }

    @Test
    void a_region_counts_what_can_be_reached_from_there() {
        Workshop workshop = new Workshop();
        workshop.put(Kind.JOBS, """
                {"id":"a","title":"A","requirements":[{"skill":"sql"}],"place":{"country":"DE","region":"DE-BY"}}
                {"id":"b","title":"B","requirements":[{"skill":"sql"}],"place":{"country":"DE","region":"DE-BE"}}
                {"id":"c","title":"C","requirements":[{"skill":"sql"}],"remote":true}
                """);
        workshop.put(Kind.CREDENTIALS, """
                {"id":"far","title":"F","issuer":{"id":"i","name":"I"},"outcomes":[{"skill":"sql"}],"offer":{"modes":["onsite"],"regions":["DE-BE"]}}
                {"id":"near","title":"N","issuer":{"id":"i","name":"I"},"outcomes":[{"skill":"sql"}],"offer":{"modes":["onsite"],"regions":["DE-BY"]}}
                {"id":"online","title":"O","issuer":{"id":"i","name":"I"},"outcomes":[{"skill":"sql"}],"offer":{"modes":["online"],"regions":["FR"]}}
                """);

        assertThat(workshop.recommender
                        .demand(new DemandRequest(Optional.of("DE-BY"), 10, Optional.of(Workshop.DAY)))
                        .results())
                .containsExactly(new Row("sql", "SQL", 2, 2));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void counts_are_exact_and_the_worst_stands_first(@ForAll long seed) {
        World world = new World(seed);
        Map<String, Long> jobs = new TreeMap<>();
        for (Job job : world.all(Kind.JOBS)) {
            if (job.validThrough().filter(World.DAY::isAfter).isPresent()) continue;
            job.requirements().forEach(r -> jobs.merge(r.skill().value(), 1L, Long::sum));
        }
        Map<String, Long> credentials = new TreeMap<>();
        for (Credential credential : world.all(Kind.CREDENTIALS)) {
            credential.outcomes().stream()
                    .flatMap(o -> o.skill().stream())
                    .distinct()
                    .forEach(s -> credentials.merge(s.value(), 1L, Long::sum));
        }

        List<Row> rows = world.recommender
                .demand(new DemandRequest(Optional.empty(), 200, Optional.of(World.DAY)))
                .results();

        assertThat(rows).hasSize(jobs.size());
        assertThat(rows)
                .allMatch(r ->
                        r.jobs() == jobs.get(r.skill()) && r.credentials() == credentials.getOrDefault(r.skill(), 0L));
        assertThat(rows)
                .isSortedAccordingTo(Comparator.comparingDouble((Row r) -> -(double) r.jobs() / (1 + r.credentials()))
                        .thenComparingLong(r -> -r.jobs())
                        .thenComparing(Row::skill));
    }
}
