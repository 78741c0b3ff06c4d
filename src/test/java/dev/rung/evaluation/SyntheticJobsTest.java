package dev.rung.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.StarterForTests;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Samples;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.SkillId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyntheticJobsTest {
    private final List<Role> roles = StarterForTests.all(Kind.ROLES);

    @Test
    void the_same_seed_makes_the_same_jobs_in_whatever_order_the_roles_come() {
        List<Role> reversed = roles.reversed();

        assertThat(jobs(roles, 7, 500)).isEqualTo(jobs(reversed, 7, 500));
    }

    @Test
    void more_jobs_begin_with_the_same_ones() {
        assertThat(jobs(roles, 7, 500).subList(0, 50)).isEqualTo(jobs(roles, 7, 50));
    }

    @Test
    void another_seed_makes_others_with_ids_of_their_own() {
        List<Job> seven = jobs(roles, 7, 500);
        List<Job> eight = jobs(roles, 8, 500);

        assertThat(requirements(seven)).isNotEqualTo(requirements(eight));
        assertThat(Collections.disjoint(ids(seven), ids(eight))).isTrue();
        assertThat(ids(seven)).hasSize(500);
    }

    @Test
    void every_job_is_marked_and_asks_for_what_its_role_asks_for() {
        Map<String, Role> byId = roles.stream().collect(Collectors.toMap(Role::id, Function.identity()));
        for (Job job : jobs(roles, 1, 1_000)) {
            Set<SkillId> ofRole = byId.get(job.role().orElseThrow()).requirements().stream()
                    .map(Requirement::skill)
                    .collect(Collectors.toSet());

            assertThat(job.sample()).isTrue();
            assertThat(job.title()).isEqualTo(byId.get(job.role().orElseThrow()).title());
            assertThat(job.requirements()).isNotEmpty().allMatch(r -> ofRole.contains(r.skill()));
        }
    }

    @Test
    void some_roles_are_asked_for_far_more_often_than_others() {
        Map<String, Long> counts = jobs(roles, 1, 5_000).stream()
                .collect(Collectors.groupingBy(j -> j.role().orElseThrow(), Collectors.counting()));
        List<Long> sorted =
                counts.values().stream().sorted(Collections.reverseOrder()).toList();

        // By Zipf's law the first comes twice as often as the second, ten times as often as the tenth.
        assertThat((double) sorted.get(0) / sorted.get(9)).isBetween(5.0, 20.0);
    }

    @Test
    void roles_that_ask_for_nothing_are_left_out() {
        Role idle = Samples.role("idle", "idler");
        Role busy = Samples.role("busy", "baker", Samples.essential("bake"));

        assertThat(jobs(List.of(idle, busy), 1, 100))
                .allMatch(j -> j.role().orElseThrow().equals("busy"));
        assertThatThrownBy(() -> new SyntheticJobs(List.of(idle), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no role with requirements");
    }

    private static List<Job> jobs(List<Role> roles, long seed, int count) {
        return new SyntheticJobs(roles, seed).stream(count).toList();
    }

    private static Set<String> ids(List<Job> jobs) {
        return jobs.stream().map(Job::id).collect(Collectors.toSet());
    }

    private static List<List<Requirement>> requirements(List<Job> jobs) {
        return jobs.stream().map(Job::requirements).toList();
    }
}
