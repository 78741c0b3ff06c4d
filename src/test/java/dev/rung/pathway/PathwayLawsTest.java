package dev.rung.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Reach;
import dev.rung.credential.Credential;
import dev.rung.json.Json;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Standing;
import dev.rung.match.Weights;
import dev.rung.person.HeldCredential;
import dev.rung.role.Job;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds for every way in every catalogue, said anew from what people are promised. */
class PathwayLawsTest {
    private static final double REACH = Weights.DEFAULT.reach();

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    void everyStepOpensWhatCountingTheJobsOneByOneSays(@ForAll long seed) {
        TestWorld world = TestWorld.random(seed);
        PathwayRequest request = request(seed);
        Pathways ways = world.pathfinder.find(request);

        Set<Need> now = met(world, request);
        assertThat(ways.now().reachable()).isEqualTo(reachable(world, now));
        for (Pathway way : ways.results()) {
            Set<Need> met = new HashSet<>(now);
            long before = reachable(world, met);
            for (Pathway.Step step : way.steps()) {
                met.addAll(gained(world, request, step.id()));
                long after = reachable(world, met);
                assertThat(step.opens()).isEqualTo(after - before);
                assertThat(step.reachable()).isEqualTo(after);
                assertThat(step.exits().total())
                        .isEqualTo(roles(world, met) - roles(world, without(world, request, way, step)));
                before = after;
            }
        }
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void noPrerequisiteLimitOrDateIsBroken(@ForAll long seed) {
        TestWorld world = TestWorld.random(seed);
        PathwayRequest request = request(seed);
        Pathways ways = world.pathfinder.find(request);

        for (Pathway way : ways.results()) {
            List<String> done = new ArrayList<>(request.profile().credentials().stream()
                    .map(HeldCredential::id)
                    .map(id -> id.orElseThrow())
                    .toList());
            LocalDate free = request.start().orElse(TestWorld.DAY);
            for (Pathway.Step step : way.steps()) {
                Credential credential = world.credential(step.id()).orElseThrow();
                assertThat(done)
                        .as(step.id())
                        .containsAll(credential.entry().credentials())
                        .doesNotContain(step.id());
                done.add(step.id());
                if (!request.profile().constraints().modes().isEmpty()) {
                    assertThat(credential.offer().modes().isEmpty()
                                            && request.profile().constraints().allowUnknown()
                                    || request.profile().constraints().modes().stream()
                                            .anyMatch(credential.offer().modes()::contains))
                            .isTrue();
                }
                if (step.start().isPresent()) {
                    assertThat(step.start().get()).isEqualTo(free);
                    assertThat(step.end().orElseThrow()).isAfterOrEqualTo(free);
                    free = step.end().get().plusDays(1);
                    request.finishBy()
                            .ifPresent(last -> assertThat(step.end().get()).isBeforeOrEqualTo(last));
                }
            }
            assertThat(way.steps()).hasSizeLessThanOrEqualTo(request.steps());
            request.profile().constraints().maxHours().ifPresent(most -> assertThat(
                            way.totals().hours())
                    .isLessThanOrEqualTo(most + 1e-9));
            request.profile().constraints().maxCost().ifPresent(most -> {
                assertThat(way.totals().cost().currency()).isEqualTo(most.currency());
                assertThat(way.totals().cost().amount()).isLessThanOrEqualTo(most.amount() + 1e-9);
            });
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void totalsAddUp(@ForAll long seed) {
        TestWorld world = TestWorld.random(seed);
        for (Pathway way : world.pathfinder.find(request(seed)).results()) {
            List<Pathway.Step> steps = way.steps();
            Pathway.Totals totals = way.totals();
            assertThat(totals.steps()).isEqualTo(steps.size());
            assertThat(totals.hours())
                    .isCloseTo(
                            steps.stream()
                                    .mapToDouble(s -> s.hours().orElse(0.0))
                                    .sum(),
                            within(1e-6));
            assertThat(totals.cost().amount())
                    .isCloseTo(
                            steps.stream()
                                    .mapToDouble(
                                            s -> s.cost().map(c -> c.amount()).orElse(0.0))
                                    .sum(),
                            within(1e-6));
            assertThat(totals.opens())
                    .isEqualTo(steps.stream().mapToLong(Pathway.Step::opens).sum());
            assertThat(totals.reachable()).isEqualTo(steps.getLast().reachable());
            assertThat(totals.hoursUnknown())
                    .isEqualTo(steps.stream().filter(s -> s.hours().isEmpty()).count());
            totals.weeks().ifPresent(weeks -> assertThat(weeks)
                    .isEqualTo(steps.stream()
                            .mapToLong(s -> s.weeks().orElseThrow())
                            .sum()));
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void asGoodAsTryingEverything(@ForAll long seed) {
        TestWorld world = TestWorld.random(seed);
        Pathways clever = world.pathfinder.find(request(seed));
        Pathways exhaustive = Pathfinder.exhaustive(world.recommender).find(request(seed));

        assertThat(clever.results().isEmpty()).isEqualTo(exhaustive.results().isEmpty());
        assertThat(clever.results()).allMatch(w -> w.search().exact());
        if (clever.results().isEmpty()) return;
        Pathway first = clever.results().getFirst();
        Pathway best = exhaustive.results().getFirst();
        assertThat(first.search().value()).isEqualTo(best.search().value());
        assertThat(first.totals().cost()).isEqualTo(best.totals().cost());
        assertThat(first.totals().hours()).isEqualTo(best.totals().hours());
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void waysAreDifferentAndTheSameQuestionHasTheSameAnswer(@ForAll long seed) {
        TestWorld world = TestWorld.random(seed);
        Pathways ways = world.pathfinder.find(request(seed));

        assertThat(ways.results().stream()
                        .map(w -> new HashSet<>(
                                w.steps().stream().map(Pathway.Step::id).toList()))
                        .toList())
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(3);
        assertThat(ways.why().isPresent()).isEqualTo(ways.results().isEmpty());
        assertThat(Json.write(new Pathfinder(world.recommender).find(request(seed))))
                .isEqualTo(Json.write(ways));
    }

    private static PathwayRequest request(long seed) {
        return TestWorld.read(TestWorld.question(seed), PathwayRequest.class).asOf(TestWorld.DAY);
    }

    private static RecommendationRequest standing(PathwayRequest request) {
        return RecommendationRequest.about(request.profile()).asOf(TestWorld.DAY);
    }

    private static Set<Need> met(TestWorld world, PathwayRequest request) {
        return world.recommender.standing(standing(request), Standing::met);
    }

    private static Set<Need> gained(TestWorld world, PathwayRequest request, String credential) {
        return world.recommender.standing(
                standing(request),
                s -> s.lessons(List.of(credential)).getFirst().meets());
    }

    /** What is met before a step of a way. */
    private static Set<Need> without(TestWorld world, PathwayRequest request, Pathway way, Pathway.Step before) {
        Set<Need> met = new HashSet<>(met(world, request));
        for (Pathway.Step step : way.steps()) {
            if (step.equals(before)) return met;
            met.addAll(gained(world, request, step.id()));
        }
        return met;
    }

    private static long reachable(TestWorld world, Set<Need> met) {
        List<Job> jobs = new ArrayList<>();
        try (CatalogueView view = world.catalogue.view()) {
            view.each(Kind.JOBS, jobs::add);
            assertThat(view.count(Kind.JOBS, Filter.NONE)).isEqualTo(jobs.size());
        }
        return jobs.stream().filter(j -> Reach.isReachable(j, met, REACH)).count();
    }

    private static long roles(TestWorld world, Set<Need> met) {
        try (CatalogueView view = world.catalogue.view()) {
            List<dev.rung.role.Role> roles = new ArrayList<>();
            view.each(Kind.ROLES, roles::add);
            return roles.stream()
                    .filter(r -> r.requirements().stream()
                                    .map(Need::of)
                                    .filter(met::contains)
                                    .count()
                            >= Reach.needed(r.requirements().size(), REACH))
                    .count();
        }
    }
}
