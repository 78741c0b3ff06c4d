package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.behaviour.BruteForceEvents;
import dev.rung.behaviour.Event;
import dev.rung.behaviour.EventKind;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.json.Json;
import dev.rung.match.Weights.NextWeights;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** What other people's histories add to the question of which credential comes next. */
class PastTest {
    private static final String HOLDER = """
            {"credentials":[{"id":"sql-1"}],"target":{"role":"welder"}}""";

    private final BruteForceEvents events = new BruteForceEvents();
    private final Workshop workshop = new Workshop();
    private final Recommender recommender =
            new Recommender(workshop.catalogue, World.ENCODER, Clock.systemUTC(), events::lessons);

    PastTest() {
        workshop.put(Kind.CREDENTIALS, """
                {"id":"sql-1","title":"SQL basics","issuer":{"id":"inst","name":"Example Institute"},"outcomes":[{"skill":"sql"}]}
                {"id":"choir","title":"Choir","issuer":{"id":"inst","name":"Example Institute"},"workload":{"hours":400}}
                """);
    }

    private void took(int people, String first, String second) {
        for (int i = 0; i < people; i++) {
            String person = first + "-" + second + "-" + i;
            events.record(List.of(
                    event(EventKind.COMPLETED, person, first, "2026-01-01"),
                    event(EventKind.COMPLETED, person, second, "2026-02-01")));
        }
    }

    private static Event event(EventKind kind, String person, String credential, String day) {
        return Event.of(
                Optional.empty(), kind, person, Optional.of(credential), Optional.empty(), Optional.empty(), day);
    }

    private Recommendations<CredentialAdvice> ask(String json) {
        return recommender.credentials(Workshop.asked(json));
    }

    private Optional<CredentialAdvice> advice(String json, String credential) {
        return ask(json).results().stream()
                .filter(r -> r.id().equals(credential))
                .findFirst();
    }

    private static Optional<Reason> histories(CredentialAdvice advice) {
        return advice.reasons().stream()
                .filter(r -> r.kind().equals("histories"))
                .findFirst();
    }

    @Test
    void whatOthersTookNextIsAReasonWithItsNumbers() {
        took(12, "sql-1", "weld-talk");
        took(8, "sql-1", "choir");

        Reason reason = histories(advice(HOLDER, "weld-talk").orElseThrow()).orElseThrow();

        assertThat(reason.text()).isEqualTo("people who completed SQL basics next took Attended course (n=12 of 20)");
        // weight · share ÷ (gain + opens) ÷ (1 + trust + effort + outcomes), the share being 12 ÷ (20 + 5)
        assertThat(reason.contribution())
                .isEqualTo(Points.toNumber(Points.of(0.5 * 12 / 25 / (1 + 0.5) / (1 + 0.3 + 0.3 + 0.1))));
    }

    @Test
    void itLiftsWhatOthersTookAboveItsEqual() {
        assertThat(ask(HOLDER).results()).extracting(CredentialAdvice::id).startsWith("weld-exam");

        took(50, "sql-1", "weld-talk");

        assertThat(ask(HOLDER).results()).extracting(CredentialAdvice::id).startsWith("weld-talk");
    }

    @Test
    void whatTeachesNothingThatIsWantedIsThereIfOthersTookIt() {
        assertThat(advice(HOLDER, "choir")).isEmpty();

        took(9, "sql-1", "choir");

        assertThat(advice(HOLDER, "choir").orElseThrow().sentence())
                .startsWith("Adds little to welder; people who completed SQL basics next took Choir (n=9 of 9)");
    }

    @Test
    void limitsHoldForItAsForAll() {
        took(9, "sql-1", "choir");
        String limited = HOLDER.replace("}}", "},\"constraints\":{\"maxHours\":100}}");

        assertThat(advice(limited, "choir")).isEmpty();
    }

    @Test
    void whoHoldsNothingGetsTheSameAsWithoutHistories() {
        String nobody = "{\"target\":{\"role\":\"welder\"}}";
        List<CredentialAdvice> before = ask(nobody).results();
        for (int i = 0; i < 9; i++) {
            events.record(List.of(
                    event(EventKind.VIEWED, "p" + i, "sql-1", "2026-01-01"),
                    event(EventKind.COMPLETED, "p" + i, "unheard-of", "2026-02-01")));
        }

        assertThat(ask(nobody).results()).isEqualTo(before);
    }

    @Test
    void fourPeopleMoveNothing() {
        List<CredentialAdvice> before = ask(HOLDER).results();

        took(4, "sql-1", "weld-talk");

        assertThat(ask(HOLDER).results()).isEqualTo(before);
    }

    @Test
    void theWeightIsTheCallers() {
        took(12, "sql-1", "weld-talk");
        String without = HOLDER.replace("}}", "},\"weights\":{\"next\":{\"histories\":0}}}");

        assertThat(histories(advice(without, "weld-talk").orElseThrow())).isEmpty();
        assertThat(NextWeights.DEFAULT.histories()).isEqualTo(0.5);
    }

    @Test
    void whatWasCountedHereStandsBesideWhatIsStatedAndTheLargerSampleScores() {
        workshop.put(Kind.CREDENTIALS, """
                {"id":"weld-exam","title":"Examined course","issuer":{"id":"inst","name":"Example Institute"},"outcomes":[{"skill":"weld","level":"intermediate"}],"outcomeStatistics":{"started":10,"completed":9}}
                """);
        // Its near-duplicate would share its place.
        workshop.catalogue.write(List.of(Change.remove(Kind.CREDENTIALS, "weld-talk")));
        for (int i = 0; i < 30; i++) {
            events.record(List.of(event(EventKind.ENROLLED, "p" + i, "weld-exam", "2026-01-01")));
            if (i < 6) events.record(List.of(event(EventKind.COMPLETED, "p" + i, "weld-exam", "2026-03-01")));
            if (i < 8) events.record(List.of(event(EventKind.ENROLLED, "p" + i, "weld-talk", "2026-03-01")));
        }

        CredentialAdvice exam = advice(HOLDER, "weld-exam").orElseThrow();

        assertThat(exam.outcomeStatistics().orElseThrow().started()).isEqualTo(10);
        assertThat(exam.observed().orElseThrow().completed()).isEqualTo(6);
        assertThat(exam.observed().orElseThrow().started()).isEqualTo(30);
        assertThat(text(exam, "outcomes")).isEqualTo("6 of 30 who started finished, counted here");
        // Two credentials are too few to learn a spread from, so the usual values stand in: (6 + 0.6·50) ÷ (30 + 50).
        assertThat(exam.observed().orElseThrow().completion().share()).isEqualTo(0.45);
    }

    private static String text(CredentialAdvice advice, String kind) {
        return advice.reasons().stream()
                .filter(r -> r.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void theGenerationNamesTheHistories() {
        String before = ask(HOLDER).generation();
        assertThat(before).isEqualTo(recommender.generationOfCredentials()).doesNotContain("+");

        took(1, "sql-1", "weld-talk");

        assertThat(ask(HOLDER).generation())
                .isEqualTo(recommender.generationOfCredentials())
                .startsWith(before + "+");
        assertThat(recommender.roles(Workshop.asked(HOLDER)).generation()).isEqualTo(before);
    }

    /** Histories of twenty people among the world's credentials, some of whom go on from one to the next in step. */
    private static BruteForceEvents history(World world, long seed) {
        Random random = new Random(seed);
        List<String> ids = world.all(Kind.CREDENTIALS).stream().map(c -> c.id()).toList();
        BruteForceEvents events = new BruteForceEvents();
        if (ids.isEmpty()) return events;
        for (int p = 0; p < 20; p++) {
            for (int day = 1; day <= 6; day++) {
                String id = ids.get((day + random.nextInt(2) * random.nextInt(ids.size())) % ids.size());
                events.record(List.of(event(EventKind.COMPLETED, "p" + p, id, "2026-01-0" + day)));
            }
        }
        return events;
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void reasons_sum_to_the_score_with_histories_too(@ForAll long seed) {
        World world = new World(seed);
        BruteForceEvents events = history(world, seed);
        Recommender learned = new Recommender(world.catalogue, World.ENCODER, Clock.systemUTC(), events::lessons);
        for (CredentialAdvice advice :
                learned.credentials(world.ask(world.profile())).results()) {
            BigDecimal sum = advice.reasons().stream()
                    .map(r -> BigDecimal.valueOf(r.contribution()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(advice.score()));
            assertThat(advice.reasons()).allMatch(r -> r.contribution() > 0);
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void with_everybody_erased_answers_are_what_they_were_to_the_byte(@ForAll long seed) {
        World world = new World(seed);
        BruteForceEvents events = history(world, seed);
        Recommender learned = new Recommender(world.catalogue, World.ENCODER, Clock.systemUTC(), events::lessons);
        RecommendationRequest request = world.ask(world.profile().within(world.constraints()));
        learned.credentials(request);
        for (int p = 0; p < 20; p++) events.erase("p" + p);

        assertThat(Json.write(learned.credentials(request)))
                .isEqualTo(Json.write(world.recommender.credentials(request)));
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void histories_never_cost_an_admissible_credential_its_place(@ForAll long seed) {
        World world = new World(seed);
        BruteForceEvents events = history(world, seed);
        Recommender learned = new Recommender(world.catalogue, World.ENCODER, Clock.systemUTC(), events::lessons);
        RecommendationRequest request = world.ask(world.profile().within(world.constraints()));
        List<String> before = ids(world.recommender.credentials(request));

        assertThat(ids(learned.credentials(request))).containsAll(before);
        assertThat(new ArrayList<>(ids(learned.credentials(request)))).doesNotHaveDuplicates();
    }

    private static List<String> ids(Recommendations<CredentialAdvice> answer) {
        return answer.results().stream().map(CredentialAdvice::id).toList();
    }
}
