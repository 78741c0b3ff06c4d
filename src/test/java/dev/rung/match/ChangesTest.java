package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.evaluation.GoldenCase;
import dev.rung.evaluation.GoldenCases;
import dev.rung.match.Change.Standing;
import dev.rung.person.Constraints;
import dev.rung.person.HeldCredential;
import dev.rung.person.HeldSkill;
import dev.rung.person.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change that is told has exactly the effect that is told: the profile is changed by hand and asked about anew. */
class ChangesTest {
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void applied_a_change_does_what_it_says(@ForAll long seed) {
        World world = new World(seed);
        Profile profile = world.profile().within(world.constraints());

        check(world.recommender, world.ask(profile));
    }

    @TempDir
    private static Path folder;

    private static LuceneCatalogue lucene;

    @BeforeAll
    static void fill() {
        StarterForTests.fill(folder);
        lucene = StarterForTests.open(folder);
    }

    @AfterAll
    static void close() {
        lucene.close();
    }

    static List<GoldenCase> cases() {
        return GoldenCases.ofStarter().cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void applied_a_change_does_what_it_says_for_the_people_of_the_golden_cases(GoldenCase golden) {
        Profile profile = golden.requests().getFirst().profile();

        check(
                new Recommender(lucene, StarterForTests.ENCODER),
                RecommendationRequest.about(profile).asOf(Workshop.DAY).limit(3));
    }

    private static void check(Recommender recommender, RecommendationRequest request) {
        RecommendationRequest asked = request.limit(3).changes(3);
        Recommendations<CredentialAdvice> credentials = recommender.credentials(asked);
        for (CredentialAdvice each : credentials.results()) {
            for (Change change : each.changes()) {
                List<CredentialAdvice> then = recommender
                        .credentials(changed(request, change).limit(RecommendationRequest.MAX_LIMIT))
                        .results();
                assertThat(change.after()).as(change.text()).isEqualTo(ofCredential(each.id(), then));
                assertThat(isMoved(change)).as(change.text()).isTrue();
            }
        }
        for (Change change : credentials.changes()) {
            Recommendations<CredentialAdvice> then =
                    recommender.credentials(changed(request, change).limit(RecommendationRequest.MAX_LIMIT));
            checkWidened(
                    change,
                    then.total(),
                    recommender.credentials(request.limit(RecommendationRequest.MAX_LIMIT)).results().stream()
                            .map(CredentialAdvice::id)
                            .toList(),
                    then.results().stream().map(CredentialAdvice::id).toList());
        }
        for (RoleAdvice each : recommender.roles(asked).results()) {
            for (Change change : each.changes()) {
                List<RoleAdvice> then = recommender
                        .roles(changed(request, change).limit(RecommendationRequest.MAX_LIMIT))
                        .results();
                int at = place(each.id(), then, RoleAdvice::id);
                assertThat(change.after().score())
                        .as(change.text())
                        .hasValue(then.get(at).score());
                assertThat(change.after().rank()).as(change.text()).hasValue(at + 1);
                assertThat(change.after().met())
                        .as(change.text())
                        .hasValue(then.get(at).met());
            }
        }
        Recommendations<JobAdvice> jobs = recommender.jobs(asked);
        for (JobAdvice each : jobs.results()) {
            for (Change change : each.changes()) {
                List<JobAdvice> then = recommender
                        .jobs(changed(request, change).limit(RecommendationRequest.MAX_LIMIT))
                        .results();
                int at = place(each.id(), then, JobAdvice::id);
                assertThat(change.after().score())
                        .as(change.text())
                        .hasValue(then.get(at).score());
                assertThat(change.after().rank()).as(change.text()).hasValue(at + 1);
                assertThat(change.after().reachable())
                        .as(change.text())
                        .hasValue(then.get(at).reachable());
                if (change.kind().equals("reach"))
                    assertThat(then.get(at).reachable()).isTrue();
            }
        }
        for (Change change : jobs.changes()) {
            Recommendations<JobAdvice> then =
                    recommender.jobs(changed(request, change).limit(RecommendationRequest.MAX_LIMIT));
            checkWidened(
                    change,
                    then.total(),
                    recommender.jobs(request.limit(RecommendationRequest.MAX_LIMIT)).results().stream()
                            .map(JobAdvice::id)
                            .toList(),
                    then.results().stream().map(JobAdvice::id).toList());
        }
    }

    private static void checkWidened(Change change, long total, List<String> before, List<String> after) {
        assertThat(change.after().total()).as(change.text()).hasValue(total);
        Set<String> known = new HashSet<>(before);
        Optional<String> first =
                after.stream().filter(id -> !known.contains(id)).findFirst();
        assertThat(change.first().map(Change.Newcomer::id)).as(change.text()).isEqualTo(first);
        change.first().ifPresent(f -> assertThat(f.rank()).isEqualTo(after.indexOf(f.id()) + 1));
        assertThat(total > change.before().total().orElseThrow() || first.isPresent())
                .as(change.text())
                .isTrue();
    }

    private static Standing ofCredential(String id, List<CredentialAdvice> then) {
        int at = place(id, then, CredentialAdvice::id);
        return new Standing(
                Optional.of(then.get(at).score()),
                Optional.of(at + 1),
                Optional.empty(),
                Optional.empty(),
                Optional.of(then.get(at).opens()),
                then.get(at).weeks(),
                Optional.empty());
    }

    private static boolean isMoved(Change change) {
        return !change.before().equals(change.after());
    }

    private static <T> int place(String id, List<T> results, Function<T, String> idOf) {
        return results.stream().map(idOf).toList().indexOf(id);
    }

    /** As a caller would do it: what is to be added is appended, and the limits replaced. */
    private static RecommendationRequest changed(RecommendationRequest request, Change change) {
        Profile profile = request.profile();
        List<HeldSkill> skills = new ArrayList<>(profile.skills());
        List<HeldCredential> credentials = new ArrayList<>(profile.credentials());
        change.add().ifPresent(add -> {
            skills.addAll(add.skills());
            credentials.addAll(add.credentials());
        });
        Constraints limits = change.constraints().orElse(profile.constraints());
        return request.with(
                new Profile(profile.text(), skills, credentials, profile.experience(), profile.target(), limits));
    }

    @Test
    void an_hour_more_a_week_saves_a_week() {
        Workshop workshop = new Workshop();
        workshop.put(dev.rung.catalogue.Kind.CREDENTIALS, """
                {"id":"weld-exam","title":"Examined course","issuer":{"id":"i","name":"I"},"outcomes":[{"skill":"weld"}],"assessment":["exam"],"workload":{"hours":30}}
                """);

        List<Change> changes = workshop.recommender
                .credentials(Workshop.asked("""
                        {"target":{"role":"welder"},"constraints":{"hoursPerWeek":5},"limit":1,"changes":1}"""))
                .results()
                .getFirst()
                .changes();

        assertThat(changes).extracting(Change::kind).containsExactly("hoursPerWeek");
        assertThat(changes.getFirst().text()).isEqualTo("learn an hour more a week");
        assertThat(changes.getFirst().before().weeks()).hasValue(6);
        assertThat(changes.getFirst().after().weeks()).hasValue(5);
    }

    @Test
    void the_least_sum_that_lets_something_in_is_named() {
        Workshop workshop = new Workshop();
        workshop.put(dev.rung.catalogue.Kind.CREDENTIALS, """
                {"id":"a","title":"A","issuer":{"id":"i","name":"I"},"outcomes":[{"skill":"weld"}],"offer":{"cost":{"amount":900,"currency":"EUR"}}}
                {"id":"b","title":"B","issuer":{"id":"i","name":"I"},"outcomes":[{"skill":"weld"}],"offer":{"cost":{"amount":540,"currency":"EUR"}}}
                {"id":"c","title":"C","issuer":{"id":"i","name":"I"},"outcomes":[{"skill":"weld"}],"offer":{"cost":{"amount":520,"currency":"USD"}}}
                {"id":"d","title":"D","issuer":{"id":"i","name":"I"},"outcomes":[{"skill":"bake"}],"offer":{"cost":{"amount":510,"currency":"EUR"}}}
                """);

        List<Change> changes =
                workshop.recommender.credentials(Workshop.asked("""
                        {"target":{"role":"welder"},"constraints":{"maxCost":{"amount":500,"currency":"EUR"}},"changes":1}""")).changes();

        assertThat(changes).extracting(Change::text).containsExactly("pay up to 510 EUR");
        assertThat(changes.getFirst().first().orElseThrow().id()).isEqualTo("d");
    }

    @Test
    void a_proof_comes_before_a_new_skill() {
        Workshop workshop = new Workshop();

        List<Change> changes = workshop.recommender
                .roles(Workshop.asked("""
                        {"skills":[{"skill":"weld"}],"changes":2}"""))
                .results()
                .getFirst()
                .changes();

        assertThat(changes).extracting(Change::text).containsExactly("prove “weld” by earning “Examined course”");
        assertThat(changes.getFirst().after().score().orElseThrow()).isEqualTo(0.95);
    }
}
